import type { ChangeHeader, Edit } from '../change/change.ts'
import type { Archive } from '../model/archive.ts'
import type { ContentHash } from '../model/ids.ts'
import { type Project, smallKinds } from '../model/project.ts'
import type { Moment } from '../model/units.ts'
import { packRows, rowsInBlock } from './packed-rows.ts'
import { type OpenZip, unpack } from './read-zip.ts'
import type { TextPlace } from './write-sources.ts'

/** What Loam's record says about itself. */
export interface Manifest {
  readonly format: number
  /** The project.qde written beside it: other bytes mean that another tool changed the file. */
  readonly qde: Checksum
  readonly originals: readonly { readonly hash: string; readonly name: string }[]
}

/** Bytes, and their CRC-32, as a zip's directory states them. */
export interface Checksum {
  readonly size: number
  readonly crc: number
}

export type ManifestReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'found'; readonly manifest: Manifest }

/** The version of the record written today. */
export const recordFormat = 2

/** What the record needs to know of the standard's part beside it. */
export interface Beside {
  readonly qde: Checksum
  /** Texts that stand in the standard's part already, so that the record only says where. */
  readonly places: ReadonlyMap<ContentHash, TextPlace>
}

/** The files of Loam's record, one after another: manifest, the project as it stands, the log, texts and originals. */
export function* recordEntries(
  archive: Archive,
  beside: Beside,
  at: Moment,
): Generator<[string, Uint8Array]> {
  const encoder = new TextEncoder()
  const originals = [...archive.originals.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const manifest = {
    format: recordFormat,
    qde: { size: beside.qde.size, crc: beside.qde.crc },
    writtenAt: at,
    originals: originals.map(({ hash, name }) => ({ hash, name })),
  }
  yield ['loam/manifest.json', encoder.encode(`${JSON.stringify(manifest, null, 1)}\n`)]
  yield* snapshotEntries(archive.project)
  yield* inParts('loam/changes', headerLines(archive))
  yield* inParts('loam/edits', editLines(archive))
  yield* contentEntries(archive, beside)
  for (const original of originals) yield [`loam/originals/${original.hash}`, original.bytes]
}

/** The project as it stands, so that it is kept even where its history is damaged. The same project gives the same
    bytes. */
export function snapshotEntries(project: Project): Generator<[string, Uint8Array]> {
  return inParts('loam/project', snapshotLines(project))
}

/** Reads what the record says about itself. */
export function readManifest(zip: OpenZip): ManifestReading {
  if (!zip.entries.has('loam/manifest.json')) return { kind: 'none' }
  const unpacked = unpack(zip, 'loam/manifest.json')
  if (!unpacked.ok) return { kind: 'damaged' }
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(unpacked.bytes))
    if (formatOf(manifest) > recordFormat) return { kind: 'newer' }
    return isManifest(manifest) ? { kind: 'found', manifest } : { kind: 'damaged' }
  } catch {
    return { kind: 'damaged' }
  }
}

/** True when project.qde is not the one that the record was written with. The zip's own directory tells, so that it
    need not be unpacked; damage in it does not make the record worse. */
export function isChangedSince({ qde }: Manifest, now: Checksum): boolean {
  return qde.size !== now.size || qde.crc !== now.crc
}

function* snapshotLines(project: Project): Generator<string> {
  for (const kind of smallKinds) yield* blocks(kind, [...project.tables[kind].values()].sort(byId))
  yield* blocks(
    'turn',
    [...project.turns].sort(byKey).flatMap(([, list]) => list),
  )
  yield* blocks(
    'coding',
    [...project.codings].sort(byKey).flatMap(([, list]) => list),
  )
}

/** A line for each block: what stands in it, and its rows as columns. */
function* blocks(name: string, rows: readonly object[]): Generator<string> {
  for (let from = 0; from < rows.length; from += rowsInBlock)
    yield JSON.stringify([name, packRows(rows.slice(from, from + rowsInBlock))])
}

/** Headers with how many edits each change has. */
function* headerLines({ changes }: Archive): Generator<string> {
  yield* blocks(
    'change',
    changes.map(({ edits, ...header }): CountedHeader => ({ ...header, edits: edits.length })),
  )
}

/** A change's header in a file: its edits stand elsewhere, in the same order. */
export type CountedHeader = ChangeHeader & { readonly edits: number }

function* editLines({ changes }: Archive): Generator<string> {
  yield* blocks(
    'edit',
    changes.flatMap(({ edits }) => edits.map(present)),
  )
}

/** An edit with only the sides it has. */
function present({ before, after, ...rest }: Edit): object {
  return { ...rest, ...(before ? { before } : {}), ...(after ? { after } : {}) }
}

/** Every text once: where the standard's part holds it, the record only says where, and which lines were put in. */
function* contentEntries({ contents }: Archive, { places }: Beside): Generator<[string, Uint8Array]> {
  const encoder = new TextEncoder()
  const lines: string[] = []
  for (const { hash, text, syncPoints } of [...contents.values()].sort((a, b) =>
    a.hash < b.hash ? -1 : 1,
  )) {
    const place = places.get(hash)
    const name = place?.name ?? `loam/contents/${hash}.txt`
    const cuts = place?.cuts ?? []
    if (!place) yield [name, encoder.encode(text)]
    lines.push(
      JSON.stringify({
        hash,
        name,
        ...(cuts.length > 0 ? { cuts } : {}),
        ...(syncPoints ? { syncPoints } : {}),
      }),
    )
  }
  yield* inParts('loam/texts', lines)
}

/** Lines in files of a few megabytes, numbered in order. */
function* inParts(folder: string, lines: Iterable<string>): Generator<[string, Uint8Array]> {
  const encoder = new TextEncoder()
  let part: string[] = []
  let size = 0
  let count = 0
  const file = (): [string, Uint8Array] => [
    `${folder}/${String(++count).padStart(5, '0')}.jsonl`,
    encoder.encode(`${part.join('\n')}\n`),
  ]
  for (const line of lines) {
    part.push(line)
    size += line.length
    if (size < partSize) continue
    yield file()
    part = []
    size = 0
  }
  if (part.length > 0 || count === 0) yield file()
}

const partSize = 4_000_000

function formatOf(value: unknown): number {
  return typeof value === 'object' && value !== null && 'format' in value ? Number(value.format) : 0
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false
  const { originals, qde }: Readonly<Record<string, unknown>> = { ...value }
  const named = (each: unknown) =>
    typeof each === 'object' && each !== null && 'hash' in each && 'name' in each
  return (
    formatOf(value) === recordFormat &&
    typeof qde === 'object' &&
    qde !== null &&
    'size' in qde &&
    'crc' in qde &&
    Array.isArray(originals) &&
    originals.every(named)
  )
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1
}
