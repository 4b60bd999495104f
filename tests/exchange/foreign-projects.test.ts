import { existsSync, readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { codebook, el, guid, line, passage, project, qdpx, text } from '../support/refi-fixture.ts'
import { inline, sound } from '../support/sound-project.ts'

test('a text that is missing keeps the places of its codings, and nobody may quote it', () => {
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Lost', plainTextPath: 'internal://lost.txt' },
    passage(5, 13, ['A'], { name: 'no money' }),
    passage(90, 99, ['A']),
  )
  const read = sound(qdpx(project('ATLAS.ti', [codebook('A'), el('Sources', {}, source)])))
  expect(read.quotes[0]).toBe('no money')
  expect(read.codings.map(({ start, end }) => [start, end])).toEqual([
    [5, 13],
    [90, 99],
  ])
  expect([...read.archive.project.tables.restriction.values()]).toMatchObject([
    { consent: 'count', start: 0 },
  ])
  expect(read.notes.join(' ')).toContain('missing from the file')
})

test.each([
  'internal://{X}.TXT',
  'relative:///x.txt',
  'absolute:///C:/a b/x.txt',
  'X.txt',
  'internal://sources/x.txt',
  'sources\\x.txt',
])('the text at %s is found inside the file', (path) => {
  const source = el('TextSource', { guid: guid('s'), name: 'Talk', plainTextPath: path })
  const read = sound(
    qdpx(project('X', [el('Sources', {}, source)]), {
      'Sources/x.txt': 'here',
      'x.docx': new Uint8Array([1]),
    }),
  )
  expect([...read.archive.contents.values()].map((content) => content.text)).toEqual(['here'])
})

test.each([
  '../x.txt',
  'internal://../x.txt',
  'absolute:///etc/passwd',
  '\\\\server\\share\\passwd',
  'http://a.b/c.txt',
])('nothing outside the file is looked for: %s', (path) => {
  const source = el('TextSource', { guid: guid('s'), name: 'Talk', plainTextPath: path })
  const read = sound(qdpx(project('X', [el('Sources', {}, source)])))
  expect(read.notes.join(' ')).toContain('missing')
})

test('wrong order, foreign prefixes and attributes, identities that are none, references to nothing, cycles', () => {
  const qde = `<q:Project xmlns:q="urn:QDA-XML:project:1.0" xmlns:x="urn:x" name="Odd" x:name="other">
    <q:Links><q:Link guid="1" originGUID="a" targetGUID="b"/><q:Link guid="2" originGUID="b" targetGUID="a"/></q:Links>
    <q:Sources><q:TextSource guid="__proto__" name="S"><q:PlainTextSelection guid="p" startPosition="7" endPosition="3">
      <q:Coding guid="c" creatingUser="ghost"><q:CodeRef targetGUID="nothing"/></q:Coding>
      <q:Coding guid="c"><q:CodeRef targetGUID="a"/></q:Coding><q:Coding guid="d"/></q:PlainTextSelection>
      <q:PlainTextSelection guid="p2" startPosition="-5" endPosition="1e30"><q:Coding guid="c"><q:CodeRef targetGUID="a"/></q:Coding></q:PlainTextSelection>
      <q:PlainTextContent>We had words</q:PlainTextContent></q:TextSource><q:Dataset guid="ds" name="table"/></q:Sources>
    <q:CodeBook><q:Codes><q:Code guid="a" name="A" isCodable="1" color="none"/><q:Code guid="a" name="A again" isCodable="0"/></q:Codes></q:CodeBook>
  </q:Project>`
  const read = sound(qdpx(qde))
  expect(read.quotes.toSorted()).toEqual(['We had words', 'had ', 'had '])
  expect([...read.archive.project.tables.code.values()].map(({ name }) => name.slice(0, 21))).toEqual([
    'A',
    'Code missing from the',
  ])
  expect(line(read.receipt, 'documents')).toEqual([2, 1, 'Loam does not know what a Dataset is'])
  expect(line(read.receipt, 'coded segments')).toEqual([4, 3, 'they name no code'])
  expect(read.notes.join(' ')).toContain('Colours of codes could not be read')
  expect([...read.archive.project.tables.inquiry.values()][0]?.name).toBe('Odd')
})

test('one note about several things stands with each, and one on a coding is the coding’s', () => {
  const note = (word: string) => el('NoteRef', { targetGUID: guid(word) })
  const code = el(
    'CodeBook',
    {},
    el('Codes', {}, el('Code', { guid: guid('A'), name: 'A', isCodable: 'true' }, note('shared'))),
  )
  const on = el('Coding', { guid: guid('k') }, el('CodeRef', { targetGUID: guid('A') }), note('own'))
  const source = inline(
    'Talk',
    'We had words',
    el('PlainTextSelection', { guid: guid('p'), startPosition: 0, endPosition: 2 }, on, note('shared')),
  )
  const notes = el(
    'Notes',
    {},
    el('Note', { guid: guid('shared'), name: 'Both' }),
    el('Note', { guid: guid('own'), name: 'Mine' }, text('PlainTextContent', 'sure?')),
  )
  const read = sound(qdpx(project('X', [code, el('Sources', {}, source), notes])))
  expect(read.memos.map(({ about }) => about.kind).toSorted()).toEqual(['code', 'passage'])
  expect(read.codings[0]?.note).toBe('sure?')
})

test('a web page under the name .qdpx, and a project packed in a folder', () => {
  expect(readProjectFile(strToU8('<!doctype html>')).ok).toBe(false)
  const qde = project('MAXQDA', [
    el('Sources', {}, el('TextSource', { guid: guid('s'), plainTextPath: 'internal://s.txt' })),
  ])
  const read = sound(
    qdpx(qde, { 'Mine/sources/s.txt': 'there', '__MACOSX/Mine/._project.qde': 'x' }, 'Mine/project.qde'),
  )
  expect([...read.archive.contents.values()][0]?.text).toBe('there')
})

const real = '../shared/refi/files/atlas-ti-8-annex-example.qdpx'
const unseen = existsSync(real) ? '' : ' (skipped: the file is not here)'

test.skipIf(unseen !== '')(
  `ATLAS.ti’s example of the standard comes in with every coding accounted for${unseen}`,
  () => {
    const read = sound(readFileSync(real))
    expect(line(read.receipt, 'coded segments')?.slice(0, 2)).toEqual([16, 9])
    expect(read.quotes).toContain('Oh, that was great. See you tomorrow? Eleven thirty. Mm.')
    expect(read.quotes).toContain('granola')
    expect(line(read.receipt, 'codes')).toEqual([14, 14])
  },
)
