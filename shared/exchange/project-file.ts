import type { Archive } from '../model/archive.ts'
import type { Moment } from '../model/units.ts'
import { crc32 } from '../zip/crc32.ts'
import { isChangedSince, readManifest, recordEntries } from './loam-record.ts'
import { type MendedXml, readMendedXml } from './mend-xml.ts'
import type { ReadReceipt } from './read-receipt.ts'
import { readRecord } from './read-record.ts'
import { type RecordBeside, readStandardPart } from './read-standard-part.ts'
import { type OpenZip, openZip, unpack } from './read-zip.ts'
import { findProjectEntry, sourceTexts } from './standard-container.ts'
import { lossInWords } from './standard-loss.ts'
import { standardLosses } from './standard-losses.ts'
import { writeStandardPart } from './write-standard-part.ts'
import { type Deflate, joinBytes, startZip } from './write-zip.ts'

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
  /** What packs it, where the platform has something faster than what is built in. */
  readonly deflate?: Deflate
}

/** A project as a .qdpx: what every tool of the field reads, and beside it Loam's own record of everything.
    The same archive and time, packed by the same means, give the same bytes. */
export function writeProjectFile(archive: Archive, options: ProjectFileOptions): Uint8Array {
  const zip = startZip(options.deflate)
  for (const [name, bytes] of projectFileEntries(archive, options)) zip.add(name, bytes)
  return zip.end()
}

/** The files inside a .qdpx, in their order, not yet packed: made one after another, so that packing can keep pace. */
export function* projectFileEntries(
  archive: Archive,
  { at, standardOnly = false }: ProjectFileOptions,
): Generator<readonly [name: string, bytes: Uint8Array]> {
  const encoder = new TextEncoder()
  const { qde, texts, places } = writeStandardPart(archive, at)
  const bytes = encodePieces(qde)
  const checksum = { size: bytes.length, crc: crc32(bytes) }
  yield ['project.qde', bytes]
  for (const [name, text] of texts) yield [`sources/${name}`, encoder.encode(text)]
  if (!standardOnly) yield* recordEntries(archive, { qde: checksum, places }, at)
}

/** The bytes of a long text in pieces, about a megabyte at a time. */
function encodePieces(pieces: readonly string[]): Uint8Array {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  let size = 0
  for (let from = 0; from < pieces.length; ) {
    let length = 0
    let to = from
    while (to < pieces.length && length < 1_000_000) length += pieces[to++]?.length ?? 0
    const part = encoder.encode(pieces.slice(from, to).join(''))
    parts.push(part)
    size += part.length
    from = to
  }
  return joinBytes(parts, size)
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
