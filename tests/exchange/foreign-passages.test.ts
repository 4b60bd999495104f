import { expect, test } from 'vitest'
import { codebook, coding, el, guid, line, passage, project, qdpx, text } from '../support/refi-fixture.ts'
import { inline, sound, twoUsers } from '../support/sound-project.ts'

/* Who coded what and when, what is said about it, and identities as tools write them. */

const words = 'We had no money at all'

function note(name: string, ...inside: readonly string[]): string {
  return el('Note', { guid: guid(name), name }, ...inside)
}

function noteRef(name: string): string {
  return el('NoteRef', { targetGUID: guid(name) })
}

function coderNames(origin: string, onPassage: string | undefined, onCoding: string | undefined) {
  const by = (user: string | undefined) => (user === undefined ? {} : { creatingUser: user })
  const one = el(
    'PlainTextSelection',
    { guid: guid('p'), startPosition: 0, endPosition: 2, ...by(onPassage) },
    el('Coding', { guid: guid('c'), ...by(onCoding) }, el('CodeRef', { targetGUID: guid('A') })),
  )
  const qde = project(origin, [twoUsers, codebook('A'), el('Sources', {}, inline('Talk', words, one))])
  const read = sound(qdpx(qde))
  return read.codings.map((each) => read.archive.project.tables.coder.get(each.coder)?.name).join()
}

test('the coder stands in the coding, else in its passage; for NVivo in the passage, else in the coding', () => {
  const [ann, cas] = [guid('ann'), guid('cas')]
  expect(coderNames('MAXQDA', ann, cas)).toBe('Cas Dee')
  expect(coderNames('MAXQDA', ann, undefined)).toBe('Ann Bee')
  expect(coderNames('MAXQDA', ann, '')).toBe('Ann Bee')
  expect(coderNames('NVivo 12', ann, cas)).toBe('Ann Bee')
  expect(coderNames('NVivo 12', undefined, cas)).toBe('Cas Dee')
  expect(coderNames('MAXQDA', ` {${ann.toLowerCase()}} `, undefined)).toBe('Ann Bee')
  expect(coderNames('MAXQDA', undefined, undefined)).toBe('Not named in the file')
})

test.each([
  ['2024-03-01T09:00:00Z', '2024-03-01T09:00:00Z'],
  ['2024-03-01T09:00:00+02:00', '2024-03-01T07:00:00Z'],
  // Without a zone it is the same on every machine.
  ['2024-03-01T09:00:00.5', '2024-03-01T09:00:00.5Z'],
  [' 2024-03-01T09:00:00\n', '2024-03-01T09:00:00Z'],
  ['2024-03-01', '2024-03-01T00:00:00Z'],
])('a coding made at %j was made then', (stated, at) => {
  const one = el(
    'Coding',
    { guid: guid('c'), creationDateTime: stated },
    el('CodeRef', { targetGUID: guid('A') }),
  )
  const source = inline('Talk', words, passage(0, 2, [], {}, one))
  const read = sound(qdpx(project('X', [codebook('A'), el('Sources', {}, source)])))
  expect(read.codings[0]?.at).toBe(Date.parse(at))
})

test('identities are one however they are written, and words that are none stay apart', () => {
  const code = (name: string, own: string) => el('Code', { guid: own, name, isCodable: 'true' })
  const of = (target: string, i: number) =>
    passage(i, i + 1, [], {}, el('Coding', { guid: `c ${i}` }, el('CodeRef', { targetGUID: target })))
  const book = el(
    'CodeBook',
    {},
    el('Codes', {}, code('A', `{${guid('A').toLowerCase()}}`), code('B', 'b'), code('C', ' c ')),
  )
  const source = inline('Talk', words, of(guid('A'), 0), of(`{${guid('A')}}`, 3), of('b', 4), of('c', 7))
  const read = sound(qdpx(project('X', [book, el('Sources', {}, source)])))
  const { code: codes } = read.archive.project.tables
  expect(read.codings.map((each) => codes.get(each.code)?.name)).toEqual(['A', 'A', 'B', 'C'])
})

test('a code may say with a number that it only groups, and a path with an empty part is a name', () => {
  const code = (name: string, codable: string) => el('Code', { guid: guid(name), name, isCodable: codable })
  const names = ['Group::', '::', 'A:: ::B', 'Whole']
  const book = el(
    'CodeBook',
    {},
    el('Codes', {}, ...names.map((name) => code(name, name === 'Whole' ? '1' : '0'))),
  )
  const read = sound(qdpx(project('X', [book])))
  const codes = [...read.archive.project.tables.code.values()]
  expect(codes.map(({ name, codable }) => [name, codable])).toEqual([
    ['Group::', false],
    ['::', false],
    ['A:: ::B', false],
    ['Whole', undefined],
  ])
})

test('a code below a case that was a code moves up to the code above it', () => {
  const code = (name: string, ...below: readonly string[]) =>
    el('Code', { guid: guid(name), name, isCodable: 'true' }, ...below)
  const book = el('CodeBook', {}, el('Codes', {}, code('People', code('Noor', code('Said')))))
  const cases = el('Cases', {}, el('Case', { guid: guid('Noor'), name: 'Noor' }))
  const read = sound(qdpx(project('NVivo', [book, cases])))
  const codes = [...read.archive.project.tables.code.values()]
  expect(codes.map(({ name, parent }) => [name, parent])).toEqual([
    ['People', undefined],
    ['Said', guid('People').toLowerCase()],
  ])
})

test('notes on codings are no memos; those on codings that do not come in stay with the place', () => {
  const on = (code: string, name: string, target = guid(code)) =>
    el('Coding', { guid: guid(name) }, el('CodeRef', { targetGUID: target }), noteRef(`note ${name}`))
  const source = inline(
    'Talk',
    words,
    passage(0, 2, [], {}, on('A', 'whole')),
    passage(10, 15, [], {}, on('A', 'named')),
    passage(3, 6, [], {}, on('Noor', 'case')),
    passage(5, 5, [], {}, on('A', 'empty')),
    passage(7, 9, [], {}, el('Coding', { guid: guid('bare') }, noteRef('note bare'))),
  )
  const notes = el(
    'Notes',
    {},
    el('Note', { guid: guid('note whole'), name: 'whole', plainTextPath: 'internal://n.txt' }),
    note('note named'),
    ...['case', 'empty', 'bare'].map((each) => note(`note ${each}`, text('PlainTextContent', each))),
  )
  const qde = project('X', [
    codebook('A', 'Noor'),
    el('Cases', {}, el('Case', { guid: guid('Noor'), name: 'Noor' })),
    el('Sources', {}, source),
    notes,
  ])
  const read = sound(qdpx(qde, { 'sources/n.txt': 'from a file' }))
  expect(read.codings.map((each) => each.note)).toEqual(['from a file', 'note named'])
  expect(line(read.receipt, 'notes on coded segments')).toEqual([2, 2])
  expect(line(read.receipt, 'memos')).toEqual([3, 3])
  const about = read.memos.map((memo) => [memo.text, memo.about.kind])
  expect(about.toSorted()).toEqual([
    ['bare', 'passage'],
    ['case', 'passage'],
    ['empty', 'source'],
  ])
})

test('a note whose words are missing, or only formatted, comes in empty and says so; a description is words', () => {
  const notes = el(
    'Notes',
    {},
    el('Note', { guid: guid('1'), name: 'Gone', plainTextPath: 'internal://gone.txt' }),
    el('Note', { guid: guid('2'), name: 'Formatted', richTextPath: 'internal://memo.rtf' }),
    el(
      'Note',
      { guid: guid('3'), name: 'Described', richTextPath: 'internal://m.docx' },
      text('Description', 'said'),
    ),
    note('4', text('Description', 'first'), text('PlainTextContent', 'then')),
  )
  const read = sound(qdpx(project('X', [notes])))
  expect(read.memos.map((memo) => memo.text)).toEqual(['', '', 'said', 'first\n\nthen'])
  const told = read.receipt.repairs.join(' ')
  expect(told).toContain('Texts of notes are missing from the file, and the notes came in empty (1)')
  expect(told).toContain('Notes are in the file only as formatted documents')
})

test('codings in a note code no source; a note that stands in the file twice comes in once', () => {
  const own = el(
    'PlainTextSelection',
    { guid: guid('n'), startPosition: 0, endPosition: 2 },
    coding('A', 'n'),
  )
  const notes = el('Notes', {}, note('twice', text('PlainTextContent', 'hm'), own), note('twice'))
  const read = sound(qdpx(project('MAXQDA', [codebook('A'), notes])))
  expect(line(read.receipt, 'coded segments')).toEqual([1, 0, 'they code a note, not a source'])
  expect(line(read.receipt, 'memos')?.slice(0, 2)).toEqual([2, 1])
})

test('comments of one identity come in once where they are the same, and both where they differ or have none', () => {
  const said = (own: string | undefined, start: number, comment: string) =>
    el(
      'PlainTextSelection',
      { guid: own, startPosition: start, endPosition: start + 2 },
      text('Description', comment),
    )
  const source = inline(
    'Talk',
    words,
    said(guid('a'), 0, 'same'),
    said(guid('a'), 0, 'same'),
    said(guid('a'), 0, 'other'),
    said(undefined, 3, 'alike'),
    said(undefined, 7, 'alike'),
  )
  const read = sound(qdpx(project('ATLAS.ti', [el('Sources', {}, source)])))
  expect(read.memos.map((memo) => memo.text).toSorted()).toEqual(['alike', 'alike', 'other', 'same'])
  expect(line(read.receipt, 'comments')?.slice(0, 2)).toEqual([5, 4])
})

test('words marked on a page are found in the text where they stand once, and kept in words where they do not', () => {
  const mark = (name: string, quote: string) =>
    el(
      'PDFSelection',
      { guid: guid(name), page: 1, firstX: 1, firstY: 2, secondX: 3, secondY: 4 },
      el('Representation', { guid: guid(`r ${name}`) }, text('PlainTextContent', quote)),
      coding('A', name),
    )
  const pdf = el(
    'PDFSource',
    { guid: guid('pdf'), name: 'Paper' },
    mark('once', 'no money'),
    mark('twice', 'had'),
    el('Representation', { guid: guid('all') }, text('PlainTextContent', `${words}, we had`)),
  )
  const read = sound(qdpx(project('QualCoder', [codebook('A'), el('Sources', {}, pdf)])))
  expect(read.quotes).toEqual(['no money'])
  expect(read.memos.map((memo) => memo.text).join()).toContain('Places marked in “Paper”')
})
