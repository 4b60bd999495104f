import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readCodebook } from '../../shared/exchange/read-codebook.ts'
import { readXml } from '../../shared/exchange/read-xml.ts'
import { codebook, el, guid, passage, project, qdpx, text } from '../support/refi-fixture.ts'
import { inline, sound } from '../support/sound-project.ts'

/* What stands between a file's bytes and its elements: encodings, signs that XML forbids, limits. */

function named(name: string, encoding?: string): string {
  const qde = project('Tool', [codebook(name), el('Sources', {}, inline('Talk', 'We had words'))])
  return encoding === undefined ? qde : qde.replace('encoding="utf-8"', `encoding="${encoding}"`)
}

function codeNames(qde: Uint8Array): readonly string[] {
  const read = sound(zipSync({ 'project.qde': qde }))
  return [...read.archive.project.tables.code.values()].map(({ name }) => name)
}

function latin(words: string): Uint8Array {
  return Uint8Array.from([...words], (sign) => sign.charCodeAt(0))
}

function utf16(words: string, bigEndian = false): Uint8Array {
  return Uint8Array.from(
    [...words].flatMap((sign) => {
      const unit = sign.charCodeAt(0)
      return bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]
    }),
  )
}

test.each([
  ['UTF-8 with a byte order mark', strToU8(`\uFEFF${named('Café')}`)],
  ['UTF-16 with a mark', utf16(`\uFEFF${named('Café', 'utf-16')}`)],
  ['UTF-16 with a mark, high byte first', utf16(`\uFEFF${named('Café', 'utf-16')}`, true)],
  ['UTF-16 without a mark', utf16(named('Café', 'utf-16'))],
  ['UTF-16 without a mark, high byte first', utf16(named('Café', 'utf-16'), true)],
  ['UTF-8 that calls itself UTF-16, as .NET writes it', strToU8(named('Café', 'utf-16'))],
  ['an older encoding that the first line names', latin(named('Café', 'ISO-8859-1'))],
  ['Windows bytes under the name of UTF-8, as QualCoder wrote them', latin(named('Café'))],
  ['Windows bytes under a name that nobody knows', latin(named('Café', 'x-nobody'))],
])('a project.qde in %s is read', (_, bytes) => {
  expect(codeNames(bytes)).toEqual(['Café'])
})

test('another encoding than Western is read where the file names it; where nothing is named, it is told', () => {
  const cyrillic = Uint8Array.from(
    [...named('Дом', 'windows-1251')].map((sign) => {
      const code = sign.charCodeAt(0)
      return code > 255 ? code - 0x350 : code
    }),
  )
  expect(codeNames(cyrillic)).toEqual(['Дом'])
  expect(sound(zipSync({ 'project.qde': cyrillic })).notes.join(' ')).not.toContain('UTF-8')
  expect(sound(zipSync({ 'project.qde': latin(named('Café')) })).notes.join(' ')).toContain(
    'was not written as UTF-8',
  )
})

test('a character that lies across two parts of a large file is read whole', () => {
  const start = '<Project name="x"><Description>'
  for (const shift of [1, 2, 3]) {
    const words = `${'a'.repeat((1 << 18) - start.length - shift)}🌱ß`
    const read = readXml(strToU8(`${start}${words}</Description></Project>`))
    expect(read.ok && read.root.children[0]?.text).toBe(words)
  }
})

test('signs that XML forbids, halves of a character and loose “&” and “<” keep nothing else from being read', () => {
  const words = 'one\fpage\u0001 a < b & c &nbsp; d'
  const loose = `<TextSource guid="${guid('t')}" name="A &#xD83C;&#xDF31; &#1; &#60; B"><PlainTextContent>${words}</PlainTextContent>${passage(0, 4, ['A'])}</TextSource>`
  const read = sound(qdpx(project('QualCoder', [codebook('A'), el('Sources', {}, loose)])))
  expect(read.sources[0]?.name).toBe('A 🌱 \uFFFD < B')
  expect([...read.archive.contents.values()][0]?.text).toBe('one page\uFFFD a < b & c &nbsp; d')
  expect(read.quotes).toEqual(['one '])
  expect(read.notes.join(' ')).toContain('not well-formed')
})

test('a codebook is mended as a project is, and says so', () => {
  const qdc = `<?xml version="1.0" encoding="utf-8"?><CodeBook origin="QualCoder"><Codes>${el('Code', { guid: guid('a'), name: 'Café', isCodable: 'true' }, '<Description>you & me</Description>')}</Codes></CodeBook>`
  const read = readCodebook('ours.qdc', latin(qdc))
  if (!read.ok) throw new Error(read.problem)
  expect(read.codes.map(({ name, definition }) => [name, definition])).toEqual([['Café', 'you & me']])
  expect(read.receipt.repairs).toHaveLength(2)
})

test('words in CDATA are words, layout between elements is none, and other tools’ attributes and remarks are passed over', () => {
  const source = `<TextSource guid="${guid('t')}" x:name="other" name="Talk" xmlns:x="urn:x">\n  <!-- seen -->\n  <PlainTextContent><![CDATA[a < b & c]]></PlainTextContent>\n  <Description>why\n<x:b/>\nnot</Description>\n</TextSource>`
  const read = sound(qdpx(project('X', [el('Sources', {}, source)])))
  expect(read.sources[0]?.name).toBe('Talk')
  expect([...read.archive.contents.values()][0]?.text).toBe('a < b & c')
  const layout = readXml(strToU8('<A>\n  <B/>\n</A>'))
  expect(layout.ok && layout.root.text).toBe('')
})

test.each([
  ['a document type', '<!DOCTYPE Project [<!ENTITY a "b">]><Project name="&a;"/>', 'document type'],
  ['an entity from elsewhere', '<!DOCTYPE Project SYSTEM "file:///etc/passwd"><Project/>', 'document type'],
  ['nesting without end', '<Code>'.repeat(2001), 'nested more than'],
  ['bytes that nobody can read', '<Project name="a', 'well-formed'],
  ['a web page', '<html><head><title>x</title></head></html>', 'a html where a Project belongs'],
])('%s in a project.qde is refused with a sentence', (_, qde, problem) => {
  expect(() => sound(qdpx(qde))).toThrow(problem)
})

test('nesting as deep as the limit is read', () => {
  const read = readXml(strToU8('<A>'.repeat(2000) + '</A>'.repeat(2000)))
  expect(read.ok).toBe(true)
})

test('a file without a word of XML, or with nothing in it, is refused', () => {
  for (const words of ['', '   ', '{"codes": []}', text('', '')])
    expect(readXml(strToU8(words)).ok).toBe(false)
})
