import { expect, test } from 'vitest'
import { languageIn, languageTag } from '../../shared/text/language-tag.ts'

test('a language is known by its English name, its own name and its tag', () => {
  expect(['English', ' hebrew ', 'עברית', 'Deutsch', 'pt-BR', 'Español'].map(languageTag)).toEqual([
    'en',
    'he',
    'he',
    'de',
    'pt-BR',
    'es',
  ])
  expect(['', 'Klingon', 'no idea', 'the', 'xx-YY'].map(languageTag)).toEqual(Array(5).fill(undefined))
})

test('a language is found among the words of a heading or a tier', () => {
  expect(languageIn('English Translation')).toBe('English')
  expect(languageIn('translation (Deutsch)')).toBe('German')
  expect(languageIn('TRAD_en')).toBe('English')
  expect(languageIn('Notes')).toBeUndefined()
  expect(languageIn('is it so')).toBeUndefined()
})
