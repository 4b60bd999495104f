import { expect, test } from 'vitest'
import {
  markedPlaces,
  originalLook,
  paragraphLines,
} from '../../renderer/features/reader/original-passage.ts'
import { placeInWords } from '../../renderer/features/reader/place-in-words.ts'
import { rowsAround } from '../../renderer/features/reader/rows-around.ts'
import { hrefTo, readPlace } from '../../renderer/parts/places.ts'
import { sizeInWords } from '../../renderer/parts/save-original.ts'
import { fileAsLines } from '../../shared/importers/file-as-lines.ts'
import type { Place } from '../../shared/importers/origin.ts'
import type { OriginalReading } from '../../shared/importers/read-original.ts'
import { readId } from '../../shared/model/ids.ts'
import { whoWithdrew } from '../../shared/model/who-withdrew.ts'
import { buildProject } from '../support/build-project.ts'

const cell = (name: string, sheet?: string): Place => ({
  kind: 'cell',
  cell: name,
  ...(sheet ? { sheet } : {}),
})

test('a place is told as a person would look it up', () => {
  const line = (at: number): Place => ({ kind: 'line', line: at, bytes: [0, 1] })
  const cue = (at: number, from: number): Place => ({ kind: 'cue', cue: at, line: from, bytes: [0, 1] })
  expect(placeInWords([line(1204)])).toBe('Line 1,204')
  expect(placeInWords([line(3), line(4), line(9)])).toBe('Lines 3 to 9')
  expect(placeInWords([cue(12, 36)])).toBe('Entry 12, line 36')
  expect(placeInWords([cue(12, 36), cue(14, 44)])).toBe('Entries 12 to 14, from line 36')
  expect(placeInWords([{ kind: 'paragraph', paragraph: 7 }])).toBe('Paragraph 7')
  expect(placeInWords([cell('C12', 'Answers')])).toBe('Cell C12 of “Answers”')
  expect(placeInWords([cell('C12'), cell('C14')])).toBe('Cells C12 to C14')
  expect(placeInWords([{ kind: 'page', page: 3, box: [0, 0, 1, 1] }])).toBe('On page 3')
  expect(placeInWords([])).toBe('')
})

test('bytes of a place are marked in the lines as they are read, also inside one long line', () => {
  const written = '{"a":"é","words":"We met"}\nnext'
  const bytes = new TextEncoder().encode(written)
  const file = fileAsLines(bytes, 'utf-8')
  if (!file) throw new Error('this is UTF-8')
  const from = new TextEncoder().encode('{"a":"é",').length
  const marked = markedPlaces(file, [{ kind: 'cue', cue: 1, line: 1, bytes: [from, from + 16] }])
  expect(marked).toEqual([
    [
      { line: 1, column: 9 },
      { line: 1, column: 25 },
    ],
  ])
  expect(markedPlaces(file, [{ kind: 'paragraph', paragraph: 1 }])).toEqual([])
})

test('paragraphs stand a line each with their number, names before the words, breaks inside them kept', () => {
  const { shown, starts } = paragraphLines([
    { place: { kind: 'paragraph', paragraph: 4 }, label: 'Ana', words: 'We met.\nAt the well.' },
    { place: null, label: null, words: 'And then?' },
  ])
  expect(shown.lines).toEqual(['Ana: We met.', 'At the well.', 'And then?'])
  expect([1, 2, 3].map((line) => shown.beside?.(line))).toEqual(['4', '', ''])
  expect(starts).toEqual([1, 3, 4])
})

test('a file is looked at as what it is', () => {
  const reading = (changes: Partial<OriginalReading>): OriginalReading => ({
    ok: true,
    layout: '',
    notices: [],
    encoding: null,
    stretches: [],
    starts: [],
    table: null,
    ...changes,
  })
  const at = (place: Place) => reading({ stretches: [{ place, label: null, words: '' }], encoding: 'utf-8' })
  const bytes = new TextEncoder().encode('words')
  expect(originalLook(reading({}), new TextEncoder().encode('\n%PDF-1.7'))).toBe('pages')
  expect(originalLook(reading({ encoding: 'utf-8' }), bytes)).toBe('lines')
  expect(originalLook(reading({}), bytes)).toBe('paragraphs')
  expect(originalLook(at({ kind: 'paragraph', paragraph: 1 }), bytes)).toBe('paragraphs')
  expect(originalLook(at(cell('A1')), bytes)).toBe('rows')
  expect(originalLook(at({ kind: 'page', page: 1, box: [0, 0, 1, 1] }), bytes)).toBe('pages')
})

test('around a cell stand four rows above and below, under the headings, by the numbers of the file', () => {
  const rows = [['Who', 'Words', ''], ...Array.from({ length: 20 }, (_, i) => [`P${i}`, `words ${i}`, ''])]
  // The file has an empty row behind its headings, which is no row here.
  const places = rows.map((_, i) => (i === 0 ? 1 : i + 2))
  const around = rowsAround({ rows, places, headingsAt: 1 }, [cell('B10')])
  expect(around.headings).toEqual(['Who', 'Words', ''])
  expect(around.columns).toEqual([0, 1])
  expect(around.rows.map(({ number }) => number)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14])
  expect(around.rows.find(({ number }) => number === 10)?.cells[1]).toBe('words 7')
  expect([...around.marked]).toEqual(['B10'])
  const first = rowsAround({ rows, places, headingsAt: 1 }, [])
  expect(first.rows.map(({ number }) => number)).toEqual([3, 4, 5, 6])
  const long = rowsAround(
    { rows: Array.from({ length: 500 }, (_, i) => [`${i}`]), places: [], headingsAt: null },
    [cell('A1'), cell('A500')],
  )
  expect(long.rows.length).toBeLessThanOrEqual(60)
})

test('who took their words back is told, and single passages that were; for one audience only it is not told', () => {
  const spec = (consent: 'quote' | 'withdrawn', consentFor?: 'withdrawn') =>
    buildProject({
      participants: [
        { name: 'Noor', consent, ...(consentFor ? { consentFor: { public: consentFor } } : {}) },
        { name: 'Bram', consent: 'withdrawn' },
      ],
      sources: [{ name: 'S', turns: [['Noor', 'We met at the well.']] }],
    })
  const told = (built: ReturnType<typeof spec>) =>
    whoWithdrew(built.project, built.source('S'))?.participants.map((each) => each.pseudonym) ?? null
  expect(told(spec('withdrawn'))).toEqual(['Noor'])
  expect(told(spec('quote'))).toBeNull()
  expect(told(spec('quote', 'withdrawn'))).toBeNull()
})

test('the address of a source says whether its original is open', () => {
  const project = readId<'project'>('0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001')
  const source = readId<'source'>('0199aaaa-bbbb-7ccc-8ddd-eeeeffff0002')
  if (!project || !source) throw new Error('these are no ids')
  const place = { kind: 'source', source, at: [3, 9], original: true } as const
  expect(readPlace(hrefTo(project, place)).place).toEqual(place)
  expect(readPlace(hrefTo(project, { kind: 'source', source })).place).toEqual({ kind: 'source', source })
})

test('sizes are told as people say them', () => {
  expect([1, 64_200, 3_140_000].map(sizeInWords)).toEqual(['1 kB', '64 kB', '3.1 MB'])
})
