import type { Archive } from '../model/archive.ts'
import type { Moment } from '../model/units.ts'
import { crc32 } from '../zip/crc32.ts'
import { type Checksum, isChangedSince, readManifest, recordEntries } from './loam-record.ts'
import { type MendedXml, readMendedXml } from './mend-xml.ts'
import type { ReadReceipt } from './read-receipt.ts'
import { readRecord } from './read-record.ts'
import { type RecordBeside, readStandardPart } from './read-standard-part.ts'
import { type OpenZip, openZip, unpack } from './read-zip.ts'
import { findProjectEntry, sourceTexts } from './standard-container.ts'
import { lossInWords } from './standard-loss.ts'
import { standardLosses } from './standard-losses.ts'
import { type StandardPart, writeStandardPart } from './write-standard-part.ts'
import { type FilePiece, joinBytes, startZip } from './write-zip.ts'

/** A project read from a file; `notes` are sentences about what could not be taken over, for the person. */
export type ProjectReading =
  | {
      readonly ok: true
      readonly archive: Archive
      readonly notes: readonly string[]
      /** What became of everything in the file, where it is another tool's. */
      readonly receipt?: ReadReceipt
    }
  | { readonly ok: false; readonly problem: string }

export interface ProjectFileOptions {
  /** When it is written. */
  readonly at: Moment
  /** Only what every tool reads: no history, no originals, no names behind pseudonyms. */
  readonly standardOnly?: boolean
}

/** A project as a .qdpx: what every tool of the field reads, and beside it Loam's own record of everything.
    The same archive and time, packed by the same means, give the same bytes. */
export function writeProjectFile(archive: Archive, options: ProjectFileOptions): Uint8Array {
  const zip = startZip()
  for (const { name, bytes, more } of projectFilePieces(archive, options)) zip.add(name, bytes, more)
  return zip.end()
}

/** The files inside a .qdpx, not yet packed, made one after another so that packing can keep pace. The largest comes in
    pieces with others between them; they stand in the order in which they begin. */
export function* projectFilePieces(
  archive: Archive,
  { at, standardOnly = false }: ProjectFileOptions,
): Generator<FilePiece> {
  const standard = writeStandardPart(archive, at)
  const qde = yield* standardPieces(standard)
  if (standardOnly) return
  for (const [name, bytes] of recordEntries(archive, { qde, places: standard.places }, at))
    yield { name, bytes, more: false }
}

/** The same, each whole and in its place. */
export function* projectFileEntries(
  archive: Archive,
  options: ProjectFileOptions,
): Generator<readonly [name: string, bytes: Uint8Array]> {
  const begun = new Map<string, Uint8Array[]>()
  let unfinished: string | null = null
  for (const { name, bytes, more } of projectFilePieces(archive, options)) {
    begun.set(name, [...(begun.get(name) ?? []), bytes])
    if (more) unfinished = name
    else if (name === unfinished) unfinished = null
    if (unfinished !== null) continue
    for (const [each, parts] of begun) yield [each, whole(parts)]
    begun.clear()
  }
}

function whole(parts: readonly Uint8Array[]): Uint8Array {
  const [only = new Uint8Array()] = parts
  if (parts.length < 2) return only
  return joinBytes(
    parts,
    parts.reduce((sum, { length }) => sum + length, 0),
  )
}

/** The standard's part as it is made, each text as soon as it is there; at its end what project.qde is checked by. */
function* standardPieces({ qde, texts }: StandardPart): Generator<FilePiece, Checksum> {
  const encoder = new TextEncoder()
  let [size, crc, given] = [0, 0, 0]
  for (const stretch of stretches(qde)) {
    const bytes = encoder.encode(stretch)
    size += bytes.length
    crc = crc32(bytes, crc)
    yield { name: 'project.qde', bytes, more: true }
    for (const [name, text] of texts.slice(given))
      yield { name: `sources/${name}`, bytes: encoder.encode(text), more: false }
    given = texts.length
  }
  yield { name: 'project.qde', bytes: new Uint8Array(), more: false }
  return { size, crc }
}

/** Pieces of a text put together to about a megabyte at a time. */
function* stretches(pieces: Iterable<string>): Generator<string> {
  let stretch: string[] = []
  let length = 0
  for (const piece of pieces) {
    stretch.push(piece)
    length += piece.length
    if (length < 1_000_000) continue
    yield stretch.join('')
    stretch = []
    length = 0
  }
  if (length > 0) yield stretch.join('')
}

/** Reads a .qdpx. Where Loam's own record is there and nobody changed the file since, it gives everything back;
    else it gives what the standard's part says, and says so. */
export function readProjectFile(bytes: Uint8Array): ProjectReading {
  if (bytes.length === 0) return { ok: false, problem: 'The file is empty.' }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    return {
      ok: false,
      problem: 'This is not a project file: a .qdpx is a zip, and this is something else under that name.',
    }
  }
  const opened = openZip(bytes)
  if (!opened.ok) return cannot(opened.problem)
  const entry = findProjectEntry(opened.zip)
  if (!entry.ok) return cannot(entry.problem)
  return readOpened(opened.zip, entry.name)
}

function readOpened(zip: OpenZip, qde: string): ProjectReading {
  const manifest = readManifest(zip)
  if (manifest.kind === 'newer') {
    return { ok: false, problem: 'This file was written by a newer version of Loam. Update Loam to open it.' }
  }
  if (manifest.kind === 'none') return readStandard(zip, qde, [], { ours: hasRecord(zip) })
  if (manifest.kind === 'damaged')
    return readStandard(zip, qde, [instead('Loam’s own record in this file is damaged')], { ours: true })
  const stated = zip.entries.get(qde)
  const record = readRecord(zip, manifest.manifest)
  if (!stated || isChangedSince(manifest.manifest, stated)) {
    const before = record.ok ? record.archive.project : undefined
    const notes = [
      instead('Another program changed this file'),
      ...(record.ok ? onlyRecorded(record.archive) : []),
    ]
    return readStandard(zip, qde, notes, { ours: true, before })
  }
  if (record.ok) return record
  const reason = instead(`Loam’s own record in this file is damaged (${record.problem})`)
  return readStandard(zip, qde, [reason], { ours: true })
}

function hasRecord(zip: OpenZip): boolean {
  return [...zip.entries.keys()].some((name) => name.startsWith('loam/'))
}

/** What Loam's record holds and another tool's version of the file does not. */
function onlyRecorded(archive: Archive): string[] {
  const lost = standardLosses(archive, { withWithdrawn: true }).filter(({ fate }) => fate === 'left out')
  if (lost.length === 0) return []
  const list = lost.map((loss) => lossInWords({ ...loss, becomes: 'left out' })).join('; ')
  return [`Loam’s own record in this file holds more, which stays in the file: ${list}.`]
}

function instead(reason: string): string {
  return `${reason}, so only what every tool can read was opened; history and originals are left out.`
}

function readStandard(
  zip: OpenZip,
  qde: string,
  notes: readonly string[],
  beside: RecordBeside,
): ProjectReading {
  const { xml, mended } = readQde(zip, qde)
  if (!xml.ok) return cannot(xml.problem)
  const reading = readStandardPart(xml.root, sourceTexts(zip, qde), beside)
  if (!reading.ok) return cannot(reading.problem)
  return { ...reading, notes: [...notes, ...mended, ...reading.notes] }
}

/** Apart, so that its bytes are not held while the project is made. */
function readQde(zip: OpenZip, qde: string): MendedXml {
  const unpacked = unpack(zip, qde)
  if (!unpacked.ok) return { xml: unpacked, mended: [] }
  const { xml, mended } = readMendedXml(unpacked.bytes)
  return xml.ok
    ? { xml, mended }
    : { xml: { ok: false, problem: `in its project.qde, ${xml.problem}` }, mended }
}

function cannot(problem: string): ProjectReading {
  return { ok: false, problem: `This project file cannot be opened: ${problem}.` }
}
