import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { sniffContent } from '../../shared/importers/sniff-content.ts'

const rubbish: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [1, 0, 2, 0],
  [1, 2, 3, 4],
  [7, 0, 9, 0],
  [200, 0, 1, 0],
  [0, 255, 0, 255],
  [0xde, 0xad, 0xbe, 0xef],
  [0xff, 0xfe, 1, 2],
  [0xff, 0xfe, 0xfd, 0xfc],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xfe, 0x12, 0x4e, 0x34, 0xac, 0x56, 0x06],
  [0, 1, 0, 2, 0, 3, 0, 4],
]

test.each(rubbish.flatMap((bytes) => ['a.docx', 'a.pdf', 'a.txt'].map((name) => ({ name, bytes }))))(
  'a few bytes of rubbish, $bytes, named $name are refused',
  async ({ name, bytes }) => {
    const outcome = await readSource({ name, bytes: Uint8Array.from(bytes) })
    expect(outcome.ok ? 'came in' : outcome.problem).toContain('not text but data of another program')
  },
)

test.each([
  'Sí, claro.',
  'Привет',
  'שלום עולם',
  '你好吗',
  'カタカナと漢字',
  '안녕하세요',
  'P: naïve 🌱 words',
  'नमस्ते',
])('a short text in UTF-16 is text: %s', (text) => {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const little = units.flatMap((unit) => [unit & 255, unit >> 8])
  const big = units.flatMap((unit) => [unit >> 8, unit & 255])
  expect(sniffContent(Uint8Array.from([0xff, 0xfe, ...little]))).toEqual({ kind: 'text' })
  expect(sniffContent(Uint8Array.from([0xfe, 0xff, ...big]))).toEqual({ kind: 'text' })
})

test('the first bytes of a PDF are a PDF, however few', async () => {
  const outcome = await readSource({ name: 'a.docx', bytes: new TextEncoder().encode('%PDF') })
  expect(outcome.ok ? '' : outcome.problem).toContain('This is a PDF')
})

test('a character cut at the end of what is looked at does not make a text binary', () => {
  expect(sniffContent(new TextEncoder().encode(`a${'é'.repeat(40_000)}`))).toEqual({ kind: 'text' })
})
