import { expect, test } from 'vitest'
import { create } from '../../shared/change/edit.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { normaliseText } from '../../shared/text/normalise-text.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'
import {
  codebook,
  coding,
  el,
  guid,
  line,
  opened,
  passage,
  project,
  qdpx,
  text,
} from '../support/refi-fixture.ts'
import { type ArchiveRecipe, archiveOf } from './arbitrary-archive.ts'

/* Cases that exchanging projects between tools stumbles over, each with a fixture of our own. */

test('NVivo on Windows and on a Mac: the same project gives the same quotes, the coder from the passage', () => {
  const words = ['Köszönöm 🌱🌱 szépen.', 'És a 👩🏽‍🌾 földje?', 'Nem volt pénz.']
  const quotes = ['szépen', 'földje', 'pénz', '🌱🌱 szépen']
  const file = (origin: string, mark: string, end: string) => {
    const body = words.join(end) + end
    const users = el(
      'Users',
      {},
      el('User', { guid: guid('coder'), name: 'Ann' }),
      el('User', { guid: guid('maker'), name: 'Cas' }),
    )
    const selections = quotes.map((quote) =>
      el(
        'PlainTextSelection',
        {
          guid: guid(`p ${quote}`),
          name: quote,
          startPosition: body.indexOf(quote),
          endPosition: body.indexOf(quote) + quote.length,
          creatingUser: guid('coder'),
        },
        coding('Money', quote, 'maker'),
      ),
    )
    const source = el(
      'TextSource',
      { guid: guid('s'), name: 'Talk', plainTextPath: 'internal://s.txt' },
      ...selections,
    )
    return opened(
      qdpx(project(origin, [users, codebook('Money'), el('Sources', {}, source)]), {
        'Sources/s.txt': mark + body,
      }),
    )
  }
  const windows = file('NVivo 12.6', '\uFEFF', '\r\n')
  const mac = file('NVivo Mac 12.7', '', '\n')
  expect(windows.quotes.toSorted()).toEqual(quotes.toSorted())
  expect(mac.quotes).toEqual(windows.quotes)
  expect(mac.sources.map(({ content }) => content)).toEqual(windows.sources.map(({ content }) => content))
  for (const { archive, codings } of [windows, mac])
    expect(codings.map((each) => archive.project.tables.coder.get(each.coder)?.name)).toEqual(
      quotes.map(() => 'Ann'),
    )
})

test('passages that overlap, lie in one another, are the same, cover everything or nothing; one coded by two', () => {
  const words = 'We had no money at all'
  const twice = el(
    'PlainTextSelection',
    { guid: guid('same'), startPosition: 7, endPosition: 15 },
    el('Coding', { guid: guid('one'), creatingUser: guid('ann') }, el('CodeRef', { targetGUID: guid('A') })),
    el('Coding', { guid: guid('two'), creatingUser: guid('cas') }, el('CodeRef', { targetGUID: guid('A') })),
  )
  const users = el('Users', {}, ...['ann', 'cas'].map((name) => el('User', { guid: guid(name), name })))
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Talk' },
    text('PlainTextContent', words),
    twice,
    passage(7, 15, ['A', 'B']),
    passage(3, 10, ['A']),
    passage(10, 12, ['B']),
    passage(0, words.length, ['B']),
    passage(4, 4, ['B']),
  )
  const read = opened(qdpx(project('X', [users, codebook('A', 'B'), el('Sources', {}, source)])))
  expect(read.quotes).toEqual([words, 'had no ', ...Array(4).fill('no money'), 'mo'].toSorted(byPlace(words)))
  expect(new Set(read.codings.filter(({ start }) => start === 7).map(({ coder }) => coder)).size).toBe(3)
  expect(line(read.receipt, 'coded segments')).toEqual([8, 7, 'they cover no text'])
})

test('variables of every type come in with their values, and a value that says nothing is missing', () => {
  const kinds = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const
  const stated = ['north', 'true', '42', '-1.5', '2024-02-29', '2024-02-29T10:00:00Z']
  const variables = kinds.map((kind) =>
    el('Variable', { guid: guid(kind), name: kind, typeOfVariable: kind }),
  )
  const value = (kind: string, ...said: readonly string[]) =>
    el('VariableValue', {}, el('VariableRef', { targetGUID: guid(kind) }), ...said)
  const values = kinds.map((kind, i) => value(kind, text(`${kind}Value`, stated[i] ?? '')))
  const cases = el(
    'Cases',
    {},
    el('Case', { guid: guid('full'), name: 'Noor' }, ...values),
    el('Case', { guid: guid('missing'), name: 'Sami' }, value('Text')),
  )
  const read = opened(qdpx(project('X', [el('Variables', {}, ...variables), cases])))
  const { attribute, participant } = read.archive.project.tables
  expect([...attribute.values()].map(({ kind }) => kind)).toEqual([
    'text',
    'yes-no',
    'number',
    'number',
    'date',
    'text',
  ])
  const [full, missing] = [...participant.values()]
  expect(Object.values(full?.attributes ?? {})).toEqual(['north', true, 42, -1.5, '2024-02-29', stated[5]])
  expect(missing?.attributes).toBeUndefined()
  expect(line(read.receipt, 'values')).toEqual([7, 6, 'they say that nothing is known'])
})

test('codes fifty deep, of one name beside each other, and groups that are no codes keep their places', () => {
  const nested = Array.from({ length: 50 }, (_, i) => `Level ${i}`).reduceRight(
    (inside, name) => el('Code', { guid: guid(name), name, isCodable: 'false' }, inside),
    el('Code', { guid: guid('leaf'), name: 'Leaf', isCodable: 'true' }),
  )
  const twins = ['one', 'two'].map((id) => el('Code', { guid: guid(id), name: 'Twin', isCodable: 'true' }))
  const read = opened(qdpx(project('X', [el('CodeBook', {}, el('Codes', {}, nested, ...twins))])))
  const codes = read.archive.project.tables.code
  let depth = 0
  for (let code = codes.get(guid('leaf').toLowerCase()); code?.parent; code = codes.get(code.parent)) depth++
  expect(depth).toBe(50)
  expect([...codes.values()].filter(({ name }) => name === 'Twin')).toHaveLength(2)
  expect([...codes.values()].filter(({ codable }) => codable === false)).toHaveLength(50)
  const again = standardOf(read.archive)
  expect([...again.project.tables.code.values()].map(({ order: _, ...code }) => code)).toEqual(
    [...codes.values()].map(({ order: _, ...code }) => code),
  )
})

const odd = [
  ' before and after ',
  'a\tb\nc',
  'one\rtwo\r\nthree',
  ']]>',
  "“quotes\" 'and'",
  '&#13;&amp;',
  '<b>bold</b>',
  '?>',
  '= 1 + 1',
]

test.each(odd)('names, notes and memos come back as they were: %j', (words) => {
  const start = archiveOf(plain)
  const making = makingAt('odd')
  const { by } = start.changes[0] ?? making
  const memo = {
    id: making.newId<'memo'>(),
    kind: 'analytic',
    by,
    at: 9,
    about: { kind: 'project' },
  } as const
  const archive = {
    ...start,
    ...recordGesture(
      {
        label: 'Odd words',
        edits: [
          create('memo', { ...memo, title: words, text: words }),
          create('code', {
            id: making.newId<'code'>(),
            name: words,
            definition: words,
            include: words,
            order: 'Y',
          }),
        ],
      },
      start,
      making,
    ),
  }
  const { project: read } = standardOf(archive)
  expect([...read.tables.memo.values()]).toContainEqual({ ...memo, title: words, text: words })
  expect([...read.tables.code.values()].at(-1)).toMatchObject({
    name: words,
    definition: words,
    include: words,
  })
})

const texts = [
  'one\r\ntwo\rthree\nfour',
  'U+2028\u2028and\u2029then',
  'no\u00a0break',
  '\uFEFFmarked inside\uFEFF',
  'e\u0301 and 👨‍👩‍👧‍👦 and 🇳🇱',
  'שלום world',
  'no end',
]

test.each(texts)('every quote in it comes back, wherever it stands: %j', (raw) => {
  const archive = archiveOf({
    ...plain,
    sources: [{ lines: [raw, 'and more'], labels: 'beside' }],
    codings: everywhere,
  })
  const read = standardOf(archive)
  expect(quotesOf(read)).toEqual(quotesOf(archive))
  expect([...read.contents.values()].map((content) => content.text)).toContain(
    [...archive.contents.values()][0]?.text,
  )
  expect(normaliseText([...read.contents.values()][0]?.text ?? '').text).not.toContain('\r')
})

test.each([
  ['UTF-16 with its mark', utf16('Wir hatten kein Geld — für nichts')],
  [
    'Windows-1252',
    Uint8Array.from([...'Wir hatten kein Geld '].map((each) => each.charCodeAt(0)).concat(0x96, 0x20, 0xfc)),
  ],
])('a text that is not UTF-8 is still read: %s', (_, bytes) => {
  const source = el(
    'TextSource',
    { guid: guid('s'), plainTextPath: 'internal://s.txt' },
    passage(4, 10, ['A']),
  )
  const read = opened(
    qdpx(project('X', [codebook('A'), el('Sources', {}, source)]), { 'sources/s.txt': bytes }),
  )
  expect(read.quotes).toEqual(['hatten'])
})

test('positions in the middle of an emoji or between CR and LF move to a whole character', () => {
  const words = '🌱 money came\r\nand then 🌱 again'
  const named = ['money came', 'again'].map((name) =>
    passage(words.indexOf(name), words.indexOf(name) + name.length, ['A'], { name }),
  )
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Talk', plainTextPath: 'internal://s.txt' },
    ...named,
    passage(1, 8, ['A']),
    passage(words.indexOf('\n'), words.length - 7, ['A']),
  )
  const qde = project('NVivo 14', [codebook('A'), el('Sources', {}, source)])
  const read = opened(qdpx(qde, { 'sources/s.txt': words }))
  // The names of two passages leave no doubt that half an emoji counts.
  expect(read.receipt.positions[0]?.sure).not.toBe('guessed')
  expect(read.quotes).toEqual(expect.arrayContaining(['money came', 'again']))
  for (const quote of read.quotes) expect([quote.isWellFormed(), quote.includes('\r')]).toEqual([true, false])
})

test('positions that are no numbers count as none, and those beyond a text end with it', () => {
  const select = (startPosition: string, endPosition: string) =>
    el(
      'PlainTextSelection',
      { guid: guid(`${startPosition} ${endPosition}`), startPosition, endPosition },
      coding('A', `${startPosition} ${endPosition}`),
    )
  const places = [
    ['NaN', '2'],
    ['', ' 2 '],
    ['Infinity', '0x2'],
    ['3', '1e30'],
    ['-99999999999999999999', '2'],
    ['x', 'y'],
  ] as const
  const selections = places.map(([start, end]) => select(start, end))
  const source = el(
    'TextSource',
    { guid: guid('s') },
    text('PlainTextContent', 'We had words'),
    ...selections,
  )
  const read = opened(qdpx(project('X', [codebook('A'), el('Sources', {}, source)])))
  expect(read.quotes.toSorted()).toEqual(['We', 'We', 'We', 'We', 'had words'])
  expect(line(read.receipt, 'coded segments')).toEqual([6, 5, 'they cover no text'])
})

const plain: ArchiveRecipe = {
  words: ['Ground', 'AB', 'North', 'Noor', 'Real Name', 'A memo', 'I saw', 'a note'],
  sources: [{ lines: ['I plant trees'], labels: 'none' }],
  codes: ['Time'],
  codings: [],
}

const everywhere = Array.from({ length: 12 }, (_, i) => [0, i, i % 5, 0, false] as const)

function standardOf(archive: Archive): Archive {
  const reading = readProjectFile(writeProjectFile(archive, { at: 1, standardOnly: true }))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

function quotesOf({ project: { codings }, contents }: Archive): readonly (string | undefined)[] {
  return [...codings.values()]
    .flat()
    .map(({ content, start, end }) => contents.get(content)?.text.slice(start, end))
    .toSorted()
}

function byPlace(words: string): (a: string, b: string) => number {
  return (a, b) => words.indexOf(a) - words.indexOf(b) || a.length - b.length
}

function utf16(words: string): Uint8Array {
  const units = [0xfeff, ...words.split('').map((each) => each.charCodeAt(0))]
  return Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]))
}
