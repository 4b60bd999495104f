import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { codebook, el, guid, line, passage, project, qdpx, text } from '../support/refi-fixture.ts'
import { sound } from '../support/sound-project.ts'

/* How the zip of another tool is laid out, and how its texts are written. */

function source(path: string | undefined, ...inside: readonly string[]): string {
  return el('TextSource', { guid: guid('s'), name: 'Talk', plainTextPath: path }, ...inside)
}

function textOf(qde: string, files: Readonly<Record<string, string | Uint8Array>>, name?: string) {
  const { contents } = sound(qdpx(qde, files, name)).archive
  return [...contents.values()].map((content) => content.text).join('|')
}

const pathTo = (path: string) => project('X', [el('Sources', {}, source(path))])

test.each(['Trial.qde', 'PROJECT.QDE', 'Project.Qde'])('the project may be called %s', (name) => {
  expect(textOf(pathTo('internal://s.txt'), { 'sources/s.txt': 'here' }, name)).toBe('here')
})

test('a project at the top goes before others in folders; of two on one level nobody knows which is meant', () => {
  const others = { 'old/project.qde': '<Project name="old"/>', 'sources/s.txt': 'here' }
  expect(textOf(pathTo('internal://s.txt'), others)).toBe('here')
  const problem = (files: Readonly<Record<string, string>>) => {
    const reading = readProjectFile(
      zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)]))),
    )
    return reading.ok ? '' : reading.problem
  }
  expect(problem({ 'a.qde': '<Project/>', 'b.qde': '<Project/>' })).toContain('2 projects (a.qde, b.qde)')
  expect(problem({ 'sources/s.txt': 'here' })).toContain('no project.qde')
})

test.each([
  ['./sources/s.txt', 'sources/s.txt'],
  ['/sources/s.txt', 'sources/s.txt'],
  ['absolute://E:/study/s.txt', 'sources/s.txt'],
  ['s.txt', 's.txt'],
  ['internal://my%20talk.txt', 'sources/my talk.txt'],
  ['internal://50%.txt', 'sources/50%.txt'],
  ['internal://100%25%zz.txt', 'sources/100%25%zz.txt'],
  ['internal://{AB}.txt', 'sources/{ab}.TXT'],
  ['texts\\s.txt', 'texts/s.txt'],
])('the text at %s is the file %s', (path, file) => {
  expect(textOf(pathTo(path), { [file]: 'here' })).toBe('here')
})

test.each([guid('s'), `{${guid('s')}}`, guid('s').toLowerCase()])(
  'a source without a path finds the text that is called by its identity: %s',
  (own) => {
    const qde = project('X', [el('Sources', {}, el('TextSource', { guid: own, name: 'Talk' }))])
    expect(textOf(qde, { [`sources/${guid('s').toLowerCase()}.txt`]: 'here' })).toBe('here')
  },
)

test('words in the element go before its file, but an empty element beside a file says nothing', () => {
  const files = { 'sources/s.txt': 'from the file' }
  const both = (words: string) => {
    const inside = source('internal://s.txt', text('PlainTextContent', words))
    return textOf(project('X', [el('Sources', {}, inside)]), files)
  }
  expect(both('inside')).toBe('inside')
  expect(both('')).toBe('from the file')
  const alone = project('X', [el('Sources', {}, source('internal://gone.txt', text('PlainTextContent', '')))])
  expect(sound(qdpx(alone)).archive.project.tables.restriction.size).toBe(0)
})

test.each([
  ['UTF-16', [0xff, 0xfe, 0xe9, 0, 0x21, 0]],
  ['UTF-16, high byte first', [0xfe, 0xff, 0, 0xe9, 0, 0x21]],
  ['Windows bytes', [0xe9, 0x21]],
  ['UTF-8 under a byte order mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x21]],
])('a text in %s is read, and its passages stand where they should', (_, bytes) => {
  const one = source('internal://s.txt', passage(0, 1, ['A']))
  const qde = project('X', [codebook('A'), el('Sources', {}, one)])
  const read = sound(qdpx(qde, { 'sources/s.txt': Uint8Array.from(bytes) }))
  expect(read.quotes).toEqual(['é'])
})

test('what stays in the file is told: formatted texts, PDF files, and texts that are only formatted', () => {
  const rich = el('TextSource', {
    guid: guid('r'),
    name: 'Formatted',
    richTextPath: 'internal://r.docx',
  })
  const both = el('TextSource', {
    guid: guid('b'),
    name: 'Both',
    plainTextPath: 'internal://b.txt',
    richTextPath: 'internal://b.docx',
  })
  const pdf = el(
    'PDFSource',
    { guid: guid('p'), name: 'Paper' },
    el('Representation', { guid: guid('q') }, text('PlainTextContent', 'A page')),
  )
  const picture = el(
    'PictureSource',
    { guid: guid('i'), name: 'Photo' },
    el('TextDescription', { guid: guid('d') }, text('PlainTextContent', 'A harbour')),
    el('Coding', { guid: guid('c') }, el('CodeRef', { targetGUID: guid('A') })),
  )
  const bare = el(
    'PictureSource',
    { guid: guid('n'), name: 'Map' },
    el('Coding', { guid: guid('k') }, el('CodeRef', { targetGUID: guid('A') })),
  )
  const qde = project('X', [codebook('A'), el('Sources', {}, rich, both, pdf, picture, bare)])
  const read = sound(qdpx(qde, { 'sources/b.txt': 'plain' }))
  const told = read.receipt.repairs.join(' ')
  expect(told).toContain('Texts are in the file only as formatted documents')
  expect(told).toContain(
    'Formatted texts stayed in the file: their plain words came in, on which the codings stand (1)',
  )
  expect(told).toContain('PDF files or pictures stayed in the file: their text came in (2)')
  expect(read.quotes).toEqual(['A harbour'])
  expect(line(read.receipt, 'coded segments')?.slice(0, 2)).toEqual([2, 1])
  expect(line(read.receipt, 'documents')?.slice(0, 2)).toEqual([5, 4])
})

test('a transcript that stands in the file as a text too comes in once, with its times', () => {
  const transcript = el(
    'Transcript',
    { guid: guid('t'), plainTextPath: 'internal://s.txt' },
    el('SyncPoint', { guid: guid('0'), position: 0, timeStamp: 0 }),
    el('SyncPoint', { guid: guid('1'), position: 4, timeStamp: 5000 }),
    el('SyncPoint', { guid: guid('2'), position: 6, timeStamp: 4000 }),
    el('SyncPoint', { guid: guid('3'), position: 4, timeStamp: 6000 }),
    el(
      'TranscriptSelection',
      { guid: guid('x'), fromSyncPoint: guid('0'), toSyncPoint: guid('1') },
      el('Coding', { guid: guid('c') }, el('CodeRef', { targetGUID: guid('A') })),
    ),
    el('TranscriptSelection', { guid: guid('y'), fromSyncPoint: guid('0'), toSyncPoint: guid('9') }),
  )
  const audio = el('AudioSource', { guid: guid('a'), name: 'Talk.mp3' }, transcript)
  const qde = project('X', [codebook('A'), el('Sources', {}, source('internal://s.txt'), audio)])
  const read = sound(qdpx(qde, { 'sources/s.txt': 'One\nTwo\nThree' }))
  expect(read.sources.map(({ name }) => name)).toEqual(['Talk'])
  expect(read.quotes).toEqual(['One\n'])
  const { contents } = read.archive
  expect([...contents.values()][0]?.syncPoints).toEqual([0, 0, 4, 5000])
  expect(read.receipt.repairs.join(' ')).toContain('name a time that is not there')
})
