import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginsSentence, endsSentence, wholeSentences } from '../../shared/report/sentence-bounds.ts'

const text = 'They wanted a number. "Any number," they said. Mr. Vermeer wrote one down, and left!'
const whole = (words: string) => {
  const start = text.indexOf(words)
  const span = wholeSentences(text, { start, end: start + words.length }, { start: 0, end: text.length })
  return text.slice(span.start, span.end)
}

test('a fragment is widened to the sentence it stands in', () => {
  expect(whole('a number')).toBe('They wanted a number.')
  expect(whole('they said')).toBe('"Any number," they said.')
  expect(whole('wanted a number. "Any')).toBe('They wanted a number. "Any number," they said.')
})

test('a title with a full stop ends no sentence', () => {
  expect(whole('wrote one')).toBe('Mr. Vermeer wrote one down, and left!')
})

test('a whole sentence stays as it is', () => {
  expect(whole('They wanted a number.')).toBe('They wanted a number.')
})

test('whatever was coded, what is shown holds it, keeps within the turn, and is at rest when widened again', () => {
  const sentence = fc.stringMatching(/^[A-Z][a-z ]{0,8}[a-z][.!?…]$/)
  const turns = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(turns, fc.nat(), fc.nat(), (turn, a, b) => {
      const [start = 0, end = 0] = [a % turn.length, b % turn.length].sort((x, y) => x - y)
      if (turn.slice(start, end).trim() !== turn.slice(start, end) || start === end) return
      const bounds = { start: 0, end: turn.length }
      const span = wholeSentences(turn, { start, end }, bounds)
      expect(span.start).toBeLessThanOrEqual(start)
      expect(span.end).toBeGreaterThanOrEqual(end)
      expect(span.end).toBeLessThanOrEqual(turn.length)
      expect(beginsSentence(turn, span.start) && endsSentence(turn, span.end)).toBe(true)
      expect(wholeSentences(turn, span, bounds)).toEqual(span)
    }),
  )
})
