import { expect, test } from 'vitest'
import { draftOf, report, spoken } from './read-file.ts'

const talk =
  '**Noor Haddad:** How was *it*?\n\n**Ana Cruz:** Good \\[laughs\\], see [the site](https://a.b/c_d).\n\n'.repeat(
    3,
  )

test('front matter becomes attributes, headings blocks, emphasis and links plain words', async () => {
  const draft = await draftOf(
    'a.md',
    `---\ntitle: "Third talk"\ntags:\n  - money\n  - time\n---\n\n# The beginning\n\n${talk}`,
  )
  expect(draft.attributes).toEqual({ title: 'Third talk', tags: 'money, time' })
  expect(draft.blocks.map((block) => [block.kind, draft.text.slice(block.start, block.end)])).toEqual([
    ['heading', 'The beginning'],
  ])
  expect(spoken(draft).slice(0, 2)).toEqual([
    'Noor Haddad: How was it?',
    'Ana Cruz: Good [laughs], see the site.',
  ])
  expect(report(draft)).toEqual([
    '15 signs of emphasis and escapes taken off',
    '3 link and picture addresses left out',
  ])
})

test('bold times with names are labels too', async () => {
  const draft = await draftOf('a.md', '**[00:00] NOOR:** Hello?\n\n**[00:05] ANA:** Hi.\n\n'.repeat(3))
  expect(draft.turns).toHaveLength(6)
  expect(draft.turns[1]?.time).toBe(5000)
})

test('code, tables and list signs stay as they are and hold no labels', async () => {
  const body =
    '```\nNoor: not *spoken*\n```\n\n| Noor: | x |\n|---|---|\n\n- Ana: in a list_with_underlines\n1. two * three\n\nTitle\n=====\n'
  const draft = await draftOf('a.md', body)
  expect(draft.text).toContain('```\nNoor: not *spoken*\n```')
  expect(draft.text).toContain('| Noor: | x |')
  expect(draft.text).toContain('- Ana: in a list_with_underlines\n1. two * three')
  expect(draft.turnsAre).toBe('none')
  expect(draft.blocks.map((block) => draft.text.slice(block.start, block.end))).toEqual(['Title'])
})

test('content decides: Markdown in a file named txt is read as Markdown', async () => {
  expect((await draftOf('a.txt', talk)).format).toBe('md')
  expect((await draftOf('a.txt', 'Just words.\n\nNo signs.')).format).toBe('txt')
  expect((await draftOf('a.md', 'Just words.\n\nNo signs.')).format).toBe('md')
})

test('a heading between turns belongs to no turn', async () => {
  const draft = await draftOf('a.md', `${talk}## Second part\n\n${talk}`)
  expect(spoken(draft)[5]).toBe('Ana Cruz: Good [laughs], see the site.')
  expect(draft.turns).toHaveLength(12)
})

test('a line with thousands of escaped signs keeps them all', async () => {
  expect((await draftOf('a.md', '\\*'.repeat(9000))).text).toBe('*'.repeat(9000))
})
