import { expect, test } from 'vitest'
import type { ProseDoc } from '../../shared/model/report-entities.ts'
import {
  coverProse,
  isEmptyProse,
  proseFromText,
  proseLines,
  proseToText,
} from '../../shared/report/prose.ts'

const text = (words: string, ...marks: readonly string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
})
const paragraph = (...content: readonly ReturnType<typeof text>[]) => ({ type: 'paragraph', content })
const doc: ProseDoc = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('Title')] },
    paragraph(text('Plain '), text('bold', 'bold'), text(' both', 'bold', 'italic')),
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(text('one')),
            { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('inner'))] }] },
          ],
        },
        { type: 'listItem', content: [paragraph(text('two'))] },
      ],
    },
    { type: 'blockquote', content: [paragraph(text('quoted'))] },
  ],
}

test('paragraphs come back as they were written', () => {
  expect(proseToText(proseFromText('One.\n\nTwo,\nthree.'))).toBe('One.\n\nTwo,\nthree.')
  expect(isEmptyProse(proseFromText('  \n\n'))).toBe(true)
})

test('lists keep their depth and number', () => {
  expect(proseLines(doc).map(({ kind, level, number }) => [kind, level, number])).toEqual([
    ['heading', 2, 0],
    ['paragraph', 0, 0],
    ['numbered', 0, 1],
    ['bullet', 1, 1],
    ['numbered', 0, 2],
    ['quoted', 0, 0],
  ])
  expect(proseToText(doc)).toContain('1. one\n\n  – inner\n\n2. two')
})

test('bold and italic stay with their words', () => {
  expect(proseLines(doc)[1]?.runs.map(({ text: words, bold, italic }) => [words, bold, italic])).toEqual([
    ['Plain ', false, false],
    ['bold', true, false],
    [' both', true, true],
  ])
})

test('names are covered wherever text stands', () => {
  expect(proseToText(coverProse(doc, (words) => words.replace('inner', '[Noor]')))).toContain('– [Noor]')
})
