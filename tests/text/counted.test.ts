import { expect, test } from 'vitest'
import { capital } from '../../shared/text/capital.ts'
import { counted } from '../../shared/text/counted.ts'

test('a number agrees with its noun and has its thousands apart', () => {
  expect(counted(0, 'code')).toBe('0 codes')
  expect(counted(1, 'code')).toBe('1 code')
  expect(counted(2550, 'person', 'people')).toBe('2,550 people')
})

test('a sentence begins with a capital, whatever its first sign is', () => {
  expect(capital('élan vital')).toBe('Élan vital')
  expect(capital('“why” stays')).toBe('“why” stays')
  expect(capital('')).toBe('')
})
