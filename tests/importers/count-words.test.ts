import { expect, test } from 'vitest'
import { countWords } from '../../shared/text/count-words.ts'

test('words are runs with a letter or digit, as word processors count', () => {
  expect(countWords('')).toBe(0)
  expect(countWords('We can’t – honestly – re-apply; 3 years, p. 4 …')).toBe(8)
  expect(countWords('Ça marche\u00a0! Größer. Мы были там. مرحبا بكم')).toBe(8)
  expect(countWords('cafe\u0301 naïve 👍 🎉')).toBe(2)
})

test('scripts without spaces are cut into words by dictionary', () => {
  expect(countWords('我们没有钱。')).toBe(3)
  expect(countWords('研究を始めました')).toBeGreaterThanOrEqual(3)
  expect(countWords('สวัสดีครับ')).toBe(2)
  expect(countWords('我们用 Word 写')).toBe(4)
  expect(countWords('우리는 돈이 없었다')).toBe(3)
})
