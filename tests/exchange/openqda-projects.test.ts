import { expect, test } from 'vitest'
import { coding, el, guid, line, project, qdpx } from '../support/refi-fixture.ts'
import { sound } from '../support/sound-project.ts'

/* What OpenQDA writes, after its code (web/app/Builder/QdeFileBuilder.php): a CodeBook for each codebook, codes listed
   at the top and once more below their parents, colours as rgba(…), positions of a browser’s editor. */

function code(name: string, ...below: readonly string[]): string {
  return el(
    'Code',
    { guid: guid(name).toLowerCase(), name, isCodable: 'true', color: 'rgba(129, 200, 16, 0.5)' },
    ...below,
  )
}

function openQda(...sources: readonly string[]): string {
  const books = [
    el(
      'CodeBook',
      {},
      el(
        'Codes',
        {},
        code('Late', code('Too late')),
        code('Funding', code('Late', code('Too late'))),
        code('Too late'),
      ),
    ),
    el('CodeBook', {}, el('Codes', {}, code('Trust'))),
  ]
  const users = el('Users', {}, el('User', { guid: guid('ann').toLowerCase(), name: 'Ann', id: 7 }))
  return project(
    'OpenQDA-1.0.7',
    [users, ...books, el('Sources', {}, ...sources), el('Description', {}, 'Our study')],
    {
      creationDateTime: '2026-03-01T10:00:00+00:00',
    },
  )
}

test('OpenQDA: codes stand below their parents wherever they are listed first, from all its codebooks', () => {
  const read = sound(qdpx(openQda()))
  const codes = [...read.archive.project.tables.code.values()]
  const above = (name: string) => {
    const parent = codes.find((each) => each.name === name)?.parent
    return codes.find(({ id }) => id === parent)?.name
  }
  expect(codes.map(({ name }) => name)).toEqual(['Funding', 'Late', 'Too late', 'Trust'])
  expect(['Funding', 'Late', 'Too late', 'Trust'].map(above)).toEqual([
    undefined,
    'Funding',
    'Late',
    undefined,
  ])
  expect(codes[0]?.colour).toBe('#81c810')
  expect(line(read.receipt, 'codes')).toEqual([7, 4, 'they stand in the file twice and came in once'])
})

test('OpenQDA: a path with its folder, positions that count an emoji as two, and a text that is only formatted', () => {
  const words = '.. 🌱🌱 ..money..'
  const at = words.indexOf('money')
  const select = (start: number, end: number) =>
    el(
      'PlainTextSelection',
      {
        guid: guid(`${start}`),
        startPosition: start,
        endPosition: end,
        creatingUser: guid('ann').toLowerCase(),
        creationDateTime: '2026-03-01T10:00:00+00:00',
      },
      coding('Trust', `${start}`, 'ann'),
    )
  const source = (id: string, more: Readonly<Record<string, string>>) =>
    el('TextSource', { guid: guid(id), name: `${id}.txt`, ...more }, select(at, at + 5))
  const qde = openQda(
    source('plain', { plainTextPath: `internal://sources/${guid('plain')}.txt` }),
    source('rich', { richTextPath: `internal://sources/${guid('rich')}.docx` }),
  )
  const files = { [`sources/${guid('plain')}.txt`]: words, [`sources/${guid('rich')}.docx`]: 'PK' }
  const read = sound(qdpx(qde, files))
  expect(read.quotes[0]).toBe('money')
  expect(read.notes.join(' ')).toContain('only as formatted documents')
  expect(read.codings.map(({ coder }) => read.archive.project.tables.coder.get(coder)?.name)).toEqual([
    'Ann',
    'Ann',
  ])
  expect([...read.archive.project.tables.inquiry.values()][0]?.description).toBe('Our study')
})

test('OpenQDA: two codes that stand in each other go in no circle', () => {
  const inside = (outer: string, inner: string) => code(outer, code(inner))
  const book = el('CodeBook', {}, el('Codes', {}, inside('One', 'Two'), inside('Two', 'One')))
  const codes = [...sound(qdpx(project('OpenQDA-1.0.7', [book]))).archive.project.tables.code.values()]
  expect(codes.map(({ name, parent }) => [name, parent !== undefined])).toEqual([
    ['One', false],
    ['Two', true],
  ])
})
