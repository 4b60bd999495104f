import { existsSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { tryReplay } from '../../shared/change/replay.ts'
import { fingerprint } from '../../shared/exchange/fingerprint.ts'
import {
  projectFileEntries,
  projectFilePieces,
  readProjectFile,
  writeProjectFile,
} from '../../shared/exchange/project-file.ts'
import { readXml, type XmlElement } from '../../shared/exchange/read-xml.ts'
import { startZip } from '../../shared/exchange/write-zip.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inquiryOf, type Project } from '../../shared/model/project.ts'
import { crc32 } from '../../shared/zip/crc32.ts'
import { type ArchiveRecipe, archiveOf, recipes } from './arbitrary-archive.ts'

const at = 1_750_000_000_000

const small: ArchiveRecipe = {
  words: [
    'Common Ground',
    'AB',
    'Slow work',
    'Noor',
    'Real Name',
    'A memo',
    'What I saw\nand felt',
    'a note',
  ],
  sources: [
    { lines: ['I plant 🌱 trees', 'and wait', 'for rain 👩🏽‍🌾 here'], labels: 'beside' },
    { lines: ['one', 'two'], labels: 'inside' },
  ],
  codes: ['Time', 'Trust'],
  codings: [
    [0, 2, 9, 0, false],
    [0, 8, 20, 1, false],
    [0, 3, 9, 1, true],
    [1, 6, 2, 0, false],
  ],
}

test('a project file gives back everything that went in', () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const archive = archiveOf(recipe)
      const reading = opened(writeProjectFile(archive, { at }))
      expect(reading.notes).toEqual([])
      expectSameArchive(reading.archive, archive)
    }),
    { numRuns: 60 },
  )
})

test('the standard’s part alone keeps the words under every coding', () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const archive = archiveOf(recipe)
      const reading = opened(writeProjectFile(archive, { at, standardOnly: true }))
      expect(quotes(reading.archive)).toEqual(quotes(archive))
      expect(tryReplay(reading.archive.changes)).toEqual({ ok: true, project: reading.archive.project })
    }),
    { numRuns: 60 },
  )
})

test('the standard’s part alone keeps texts, turns, who speaks, layers, stances and memos', () => {
  const archive = archiveOf(small)
  const { archive: read } = opened(writeProjectFile(archive, { at, standardOnly: true }))
  expect(sourceTexts(read)).toEqual(sourceTexts(archive))
  const turn = (project: Project) => [...project.turns.values()].flat().map(({ id: _, ...rest }) => rest)
  expect(turn(read.project)).toEqual(turn(archive.project))
  expect([...read.project.tables.speaker.values()]).toEqual([...archive.project.tables.speaker.values()])
  expect([...read.project.codings.values()]).toEqual([...archive.project.codings.values()])
  expect([...read.project.tables.memo.values()]).toEqual([...archive.project.tables.memo.values()])
  expect([...read.project.tables.code.values()].map((code) => code.name)).toEqual(['Time', 'Trust'])
})

test('passages count code points, behind a line that names who speaks', () => {
  const files = unzipSync(writeProjectFile(archiveOf(small), { at }))
  const sources = findAll(qdeOf(files), 'TextSource')
  const first = sources[0]
  const text = strFromU8(files[`sources/${first?.attributes.get('guid')}.txt`] ?? new Uint8Array())
  expect(text).toBe('Noor, 0:00\nI plant 🌱 trees\nand wait \nNoor, 2:02\nfor rain 👩🏽‍🌾 here')
  const passage = first?.children.find(({ name }) => name === 'PlainTextSelection')
  const points = [...text].slice(
    Number(passage?.attributes.get('startPosition')),
    Number(passage?.attributes.get('endPosition')),
  )
  expect(points.join('')).toBe('plant 🌱 t')
})

test('the standard’s part shows pseudonyms and never the names behind them', () => {
  const files = unzipSync(writeProjectFile(archiveOf(small), { at }))
  expect(strFromU8(files['project.qde'] ?? new Uint8Array())).not.toContain('Real Name')
  const standard = unzipSync(writeProjectFile(archiveOf(small), { at, standardOnly: true }))
  expect(Object.keys(standard).some((name) => name.startsWith('loam/'))).toBe(false)
})

test('the same project and time give the same bytes, also after reading it back', () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const archive = archiveOf(recipe)
      const bytes = writeProjectFile(archive, { at })
      expect(fingerprint(writeProjectFile(opened(bytes).archive, { at }))).toBe(fingerprint(bytes))
    }),
    { numRuns: 20 },
  )
})

test('packed whole by another means, a project file has the same in it, in the same order', () => {
  const archive = archiveOf(small)
  const bytes = writeProjectFile(archive, { at })
  const zip = startZip()
  for (const [name, file] of projectFileEntries(archive, { at })) {
    const packed = deflateRawSync(file, { level: 1 })
    zip.addPacked(name, { packed, method: 8, crc: crc32(file), size: file.length })
  }
  const other = zip.end()
  expect(unzipSync(other)).toEqual(unzipSync(bytes))
  expect(Object.keys(unzipSync(other))).toEqual(Object.keys(unzipSync(bytes)))
  expect(Object.keys(unzipSync(bytes))[0]).toBe('project.qde')
  expectSameArchive(opened(other).archive, archive)
})

test('a large project.qde is given in pieces while it is made, with texts of sources between them', () => {
  const source = { lines: ['What the river taught us. '.repeat(400)], labels: 'beside' } as const
  const places = Array.from({ length: 6000 }, (_, i) => i)
  const archive = archiveOf({
    ...small,
    sources: [source, source, source],
    codings: places.map((i) => [i % 3, i, i + 90, i % 2, false]),
  })
  const pieces = [...projectFilePieces(archive, { at })]
  const names = pieces.map(({ name }) => name)
  const ofQde = pieces.filter(({ name }) => name === 'project.qde')
  expect(ofQde.map(({ more }) => more)).toEqual([...ofQde.slice(1).map(() => true), false])
  expect(ofQde.length).toBeGreaterThan(2)
  expect(names.findIndex((name) => name.startsWith('sources/'))).toBeLessThan(
    names.lastIndexOf('project.qde'),
  )
  const bytes = writeProjectFile(archive, { at })
  expect(Object.keys(unzipSync(bytes))).toEqual([...new Set(names)])
  expect([...projectFileEntries(archive, { at })].map(([name]) => name)).toEqual([...new Set(names)])
  expectSameArchive(opened(bytes).archive, archive)
})

test('when another program changed project.qde, its version is read and the person is told', () => {
  const files = unzipSync(writeProjectFile(archiveOf(small), { at }))
  const qde = strFromU8(files['project.qde'] ?? new Uint8Array()).replace('name="Trust"', 'name="Confidence"')
  const reading = opened(zipSync({ ...files, 'project.qde': strToU8(qde) }))
  expect([...reading.archive.project.tables.code.values()].map((code) => code.name)).toContain('Confidence')
  expect(reading.notes.join(' ')).toContain('Another program changed this file')
  expect(reading.notes.join(' ')).toMatch(
    /stays in the file: Changes in the history: \d+; .*Names behind pseudonyms: 1/,
  )
  expect(inquiryOf(reading.archive.project).id).toBe(inquiryOf(archiveOf(small).project).id)
})

test('a history that does not add up is replaced, and the project opens as saved', () => {
  const archive = archiveOf(small)
  const reading = opened(writeProjectFile({ ...archive, changes: archive.changes.slice(0, -1) }, { at }))
  expect(reading.archive.project).toEqual(archive.project)
  expect(reading.notes[0]).toContain('history')
  expect(tryReplay(reading.archive.changes)).toEqual({ ok: true, project: archive.project })
})

test('a damaged record falls back on what every tool can read', () => {
  const files = unzipSync(writeProjectFile(archiveOf(small), { at }))
  for (const name of ['loam/changes/00001.jsonl', 'loam/project/00001.jsonl', 'loam/manifest.json']) {
    const reading = opened(zipSync({ ...files, [name]: strToU8('{"half":') }))
    expect(reading.notes[0]).toContain('damaged')
    expect(reading.archive.project.tables.code.size).toBe(2)
  }
})

test('a file of a newer Loam is refused with what to do', () => {
  const files = unzipSync(writeProjectFile(archiveOf(small), { at }))
  const newer = strToU8('{"format": 99, "qde": "", "originals": []}')
  expect(readProjectFile(zipSync({ ...files, 'loam/manifest.json': newer }))).toEqual({
    ok: false,
    problem: 'This file was written by a newer version of Loam. Update Loam to open it.',
  })
})

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['a web page', strToU8('<!DOCTYPE html><html></html>'), 'not a project file'],
  ['a zip without a project', zipSync({ 'a.txt': strToU8('a') }), 'no project.qde'],
  ['two projects', zipSync({ 'a.qde': strToU8('<a/>'), 'b.qde': strToU8('<a/>') }), '2 projects'],
  [
    'a document type',
    zipSync({ 'project.qde': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><Project name="&a;"/>') }),
    'document type',
  ],
  ['broken XML', zipSync({ 'project.qde': strToU8('<Project name="a"><Users>') }), 'not well-formed'],
  [
    'bytes that are not UTF-8',
    zipSync({ 'project.qde': new Uint8Array([0x3c, 0xff, 0xfe, 0xfd]) }),
    'not UTF-8',
  ],
  ['a codebook', zipSync({ 'project.qde': strToU8('<CodeBook/>') }), 'CodeBook'],
  [
    'codes nested without end',
    zipSync({ 'project.qde': strToU8(`<Project>${'<Code>'.repeat(3000)}`) }),
    'nested more than',
  ],
])('%s is refused with a sentence', (_, bytes, words) => {
  const reading = readProjectFile(bytes)
  expect(reading.ok ? '' : reading.problem).toContain(words)
})

const schema = '../shared/refi/Project.xsd'
const unseen = existsSync(schema) ? '' : ' (skipped: the standard’s schema is not here)'

test.skipIf(unseen !== '')(
  `project.qde is valid by the standard’s schema${unseen}`,
  { timeout: 60_000 },
  async () => {
    const archives = [
      small,
      { ...small, sources: [], codings: [] },
      ...fc.sample(recipes, { numRuns: 12, seed: 7 }),
    ].map(archiveOf)
    const xml = archives.map((archive, i) => ({
      fileName: `project-${i}.xml`,
      contents: unzipSync(writeProjectFile(archive, { at }))['project.qde'] ?? new Uint8Array(),
    }))
    const result = await validateXML({ xml, schema: readFileSync(schema, 'utf8') })
    expect(result.errors.map((error) => error.message)).toEqual([])
    expect(result.valid).toBe(true)
  },
)

function opened(bytes: Uint8Array): { readonly archive: Archive; readonly notes: readonly string[] } {
  const reading = readProjectFile(bytes)
  if (!reading.ok) throw new Error(reading.problem)
  return reading
}

function expectSameArchive(actual: Archive, wanted: Archive): void {
  expect(actual.project).toEqual(wanted.project)
  expect(actual.contents).toEqual(wanted.contents)
  expect(actual.originals).toEqual(wanted.originals)
  expect(actual.changes).toEqual(wanted.changes)
}

/** The words under each coding, by the coding. */
function quotes({ project, contents }: Archive): Record<string, string | undefined> {
  const codings = [...project.codings.values()].flat()
  return Object.fromEntries(
    codings.map((each) => [each.id, contents.get(each.content)?.text.slice(each.start, each.end)]),
  )
}

function sourceTexts({ project, contents }: Archive): (string | undefined)[] {
  return [...project.tables.source.values()].map((source) => contents.get(source.content)?.text)
}

function qdeOf(files: Readonly<Record<string, Uint8Array>>): XmlElement {
  const reading = readXml(files['project.qde'] ?? new Uint8Array())
  if (!reading.ok) throw new Error(reading.problem)
  return reading.root
}

function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : findAll(child, name)))
}
