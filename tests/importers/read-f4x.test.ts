import { expect, test } from 'vitest'
import { draftOf, problemOf, spoken, unsound } from './read-file.ts'

const lines = [
  'I: How did it start? #00:00:05-3#',
  'B: With a grant &amp; luck. #00:01:12-0#',
  'I: And then? #00:01:20-9#',
  'B: It ended. #01:02:03-4#',
]

for (const [how, xml] of [
  ['line ends written out', `<transcript><content content="${lines.join('&#10;')}"/></transcript>`],
  ['line ends lost in the attribute', `<transcript><content content="${lines.join('\n')}"/></transcript>`],
  ['its text inside', `<?xml version="1.0"?><transcript><content>${lines.join('\n')}</content></transcript>`],
  [
    'marked paragraphs',
    `<transcript><content content="${lines.map((line) => `&lt;p&gt;${line.replaceAll('&amp;', '&amp;amp;')}&lt;/p&gt;`).join('')}"/></transcript>`,
  ],
] as const) {
  test(`an f4 file with ${how} becomes the turns of its text, closed by their times`, async () => {
    const draft = await draftOf('talk.f4x', xml)
    expect(spoken(draft)).toEqual([
      'I: How did it start? #00:00:05-3#',
      'B: With a grant & luck. #00:01:12-0#',
      'I: And then? #00:01:20-9#',
      'B: It ended. #01:02:03-4#',
    ])
    expect(draft.turns.map((turn) => turn.endTime)).toEqual([5300, 72_000, 80_900, 3_723_400])
    expect([draft.format, draft.layout, draft.words]).toEqual(['f4x', 'f4 transcript (f4x)', 12])
    expect(unsound(draft)).toEqual([])
  })
}

test('f4 files without words or with RTF inside are turned away with a sentence', async () => {
  expect(await problemOf('a.f4x', '<transcript><content content=" "/></transcript>')).toBe(
    'This f4 file has no transcribed words in it: check there that it is the right one.',
  )
  expect(await problemOf('a.f4x', '<transcript><content content="{\\rtf1 x}"/></transcript>')).toBe(
    'This f4 file keeps its words as RTF: save them from f4 as plain text or DOCX.',
  )
})
