import { expect, test } from 'vitest'
import { readColour } from '../../shared/exchange/read-colour.ts'

test.each([
  ['#F0a', '#F0a'],
  ['#AABBCC', '#AABBCC'],
  [' #aabbcc ', '#aabbcc'],
  ['aabbcc', '#aabbcc'],
  ['rgb(1, 2, 255)', '#0102ff'],
  ['rgba(1 2 255 / 0.5)', '#0102ff'],
  ['#11223380', '#112233'],
  ['#112233ff', '#112233'],
  ['#FF112233', '#112233'],
  ['-16711936', '#00ff00'],
  ['4278255360', '#00ff00'],
  ['255', '#0000ff'],
  ['Color [A=255, R=1, G=2, B=3]', '#010203'],
])('the colour %s is %s', (stated, colour) => {
  expect(readColour(stated)).toBe(colour)
})

test.each(['', undefined, 'red', '#12', '#12345', 'rgb(1, 2, 256)', 'none', 'url(#a)', '12345678901'])(
  '%s is no colour',
  (stated) => {
    expect(readColour(stated)).toBeUndefined()
  },
)
