import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { writeCodebook } from '../../shared/exchange/codebook-files.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { codebookOf } from '../../shared/exchange/project-tables.ts'
import { readXml, type XmlElement } from '../../shared/exchange/read-xml.ts'
import { withoutWithdrawn } from '../../shared/exchange/without-withdrawn.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { richArchives } from './rich-archive.ts'

/* What other tools are strict about, so Loam is strict in what it writes. */

const at = 1_750_000_000_000

test('files have lower-case folders, no byte order mark, LF only, and say nothing of where they were made', () => {
  fc.assert(
    fc.property(richArchives, (archive) => {
      const files = standardFiles(archive)
      for (const [name, bytes] of Object.entries(files)) {
        expect(name).toMatch(/^(project\.qde|sources\/[0-9A-F-]{36}\.txt)$/)
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
        if (name === 'project.qde') expect(text.startsWith('<?xml')).toBe(true)
        expect(text).not.toContain('\r')
      }
      const qde = strFromU8(files['project.qde'] ?? new Uint8Array())
      expect(qde).not.toMatch(/basePath|currentPath|absolute:|relative:|file:|\/home\/|\/Users\/|[A-Z]:\\/)
      expect(qde).not.toContain('richTextPath')
    }),
    { numRuns: 60 },
  )
})

test('identities are upper case, each is there once in its kind, and every reference leads to one', () => {
  fc.assert(
    fc.property(richArchives, (archive) => {
      const all = elements(qdeOf(archive))
      const own = all.flatMap(({ name, attributes }) => {
        const guid = attributes.get('guid')
        return guid === undefined ? [] : [`${name} ${guid}`]
      })
      expect(own.filter((each, i) => own.indexOf(each) !== i)).toEqual([])
      for (const each of own) expect(each).toMatch(/ [0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
      const there = new Set(own.map((each) => each.slice(each.indexOf(' ') + 1)))
      for (const { attributes } of all)
        for (const name of ['targetGUID', 'creatingUser']) {
          const guid = attributes.get(name)
          if (guid !== undefined) expect(there).toContain(guid)
        }
    }),
    { numRuns: 60 },
  )
})

test('no container is empty, and truth is written in full', () => {
  const containers = ['Users', 'CodeBook', 'Codes', 'Variables', 'Cases', 'Sources', 'Notes', 'Sets']
  fc.assert(
    fc.property(richArchives, (archive) => {
      for (const { name, children, attributes } of elements(qdeOf(archive))) {
        if (containers.includes(name)) expect([name, children.length]).not.toEqual([name, 0])
        const codable = attributes.get('isCodable')
        if (codable !== undefined) expect(codable).toMatch(/^(true|false)$/)
      }
    }),
    { numRuns: 60 },
  )
})

const inOrder: Readonly<Record<string, string>> = {
  Project: 'Users CodeBook Variables Cases Sources Notes Sets Description NoteRef',
  Code: 'Description NoteRef Code',
  Case: 'Description VariableValue SourceRef',
  TextSource: 'Description PlainTextSelection NoteRef VariableValue',
  PlainTextSelection: 'Description Coding NoteRef',
  Coding: 'CodeRef NoteRef',
}

test('elements stand in the standard’s order; dates, colours and values have its forms, and no sign is forbidden', () => {
  const forms: Readonly<Record<string, RegExp>> = {
    creationDateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
    modifiedDateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
    color: /^#[0-9a-f]{6}$/i,
    startPosition: /^\d+$/,
    endPosition: /^\d+$/,
  }
  const values: Readonly<Record<string, RegExp>> = {
    FloatValue: /^-?\d+(\.\d+)?$/,
    BooleanValue: /^(true|false)$/,
    DateValue: /^\d{4}-\d{2}-\d{2}$/,
  }
  fc.assert(
    fc.property(richArchives, (archive) => {
      const qde = qdeOf(archive)
      expect(qde.isWellFormed()).toBe(true)
      for (const { name, attributes, children, text, namespace } of elements(qde)) {
        expect(namespace).toBe('urn:QDA-XML:project:1.0')
        const order = inOrder[name]?.split(' ') ?? []
        const places = children.map((child) => order.indexOf(child.name))
        if (order.length > 0) expect(places).toEqual(places.toSorted((a, b) => a - b))
        if (order.length > 0) expect(places).not.toContain(-1)
        for (const [attribute, form] of Object.entries(forms))
          expect(attributes.get(attribute) ?? '').toMatch(new RegExp(`^$|${form.source}`, form.flags))
        const form = values[name]
        if (form) expect(text).toMatch(form)
      }
    }),
    { numRuns: 40 },
  )
})

test('two exports are the same byte for byte, and one after reading it back has the same identities', () => {
  fc.assert(
    fc.property(richArchives, (archive) => {
      const safe = withoutWithdrawn(archive).archive
      const first = writeProjectFile(safe, { at, standardOnly: true })
      expect(writeProjectFile(safe, { at, standardOnly: true })).toEqual(first)
      const reading = readProjectFile(first)
      if (!reading.ok) throw new Error(reading.problem)
      expect(guids(qdeOf(reading.archive))).toEqual(guids(qdeOf(safe)))
    }),
    { numRuns: 60 },
  )
})

const projectSchema = '../shared/refi/Project.xsd'
const codebookSchema = '../shared/refi/Codebook.xsd'
const unseen =
  existsSync(projectSchema) && existsSync(codebookSchema)
    ? ''
    : ' (skipped: the standard’s schemas are not here)'

test.skipIf(unseen !== '')(
  `whatever a project holds, its .qdpx is valid by the standard’s schema${unseen}`,
  { timeout: 120_000 },
  async () => {
    const archives = fc.sample(richArchives, { numRuns: 60, seed: 11 })
    const xml = archives.map((archive, i) => ({ fileName: `p${i}.xml`, contents: qdeOf(archive) }))
    const result = await validateXML({ xml, schema: readFileSync(projectSchema, 'utf8') })
    expect(result.errors.map((error) => error.message)).toEqual([])
  },
)

test.skipIf(unseen !== '')(
  `whatever codes there are, their .qdc is valid by the standard’s schema${unseen}`,
  { timeout: 120_000 },
  async () => {
    const archives = fc.sample(richArchives, { numRuns: 40, seed: 12 })
    const files = await Promise.all(archives.map(({ project }) => writeCodebook(codebookOf(project), 'qdc')))
    for (const bytes of files) expect(strFromU8(bytes)).not.toMatch(/\r|^\uFEFF/)
    const xml = files.map((bytes, i) => ({ fileName: `c${i}.xml`, contents: strFromU8(bytes) }))
    const result = await validateXML({ xml, schema: readFileSync(codebookSchema, 'utf8') })
    expect(result.errors.map((error) => error.message)).toEqual([])
  },
)

function standardFiles(archive: Archive): Record<string, Uint8Array> {
  return unzipSync(writeProjectFile(archive, { at, standardOnly: true }))
}

function qdeOf(archive: Archive): string {
  return strFromU8(standardFiles(archive)['project.qde'] ?? new Uint8Array())
}

/** Every element, outer ones first. */
function elements(qde: string): readonly XmlElement[] {
  const reading = readXml(new TextEncoder().encode(qde))
  if (!reading.ok) throw new Error(reading.problem)
  const inside = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(inside)]
  return inside(reading.root)
}

function guids(qde: string): readonly string[] {
  return elements(qde).flatMap(({ name, attributes }) => {
    const guid = attributes.get('guid')
    return guid === undefined ? [] : [`${name} ${guid}`]
  })
}
