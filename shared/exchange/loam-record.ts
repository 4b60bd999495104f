import type { Change } from '../change/change.ts'
import type { Archive } from '../model/archive.ts'
import type { Moment } from '../model/entities.ts'
import { type Project, smallKinds } from '../model/project.ts'
import { fingerprint } from './fingerprint.ts'
import { type OpenZip, unpack } from './read-zip.ts'

/** What Loam's record says about itself. */
export interface Manifest {
  readonly format: number
  /** Fingerprint of the project.qde written beside it: another one means that another tool changed the file. */
  readonly qde: string
  readonly originals: readonly { readonly hash: string; readonly name: string }[]
}

export type ManifestReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'found'; readonly manifest: Manifest }

/** The version of the record written today. */
export const recordFormat = 1

/** The files of Loam's record: manifest, the project as it stands, the log, texts and originals. */
export function recordEntries(archive: Archive, qde: string, at: Moment): Map<string, Uint8Array> {
  const encoder = new TextEncoder()
  const originals = [...archive.originals.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const manifest = {
    format: recordFormat,
    qde,
    writtenAt: at,
    originals: originals.map(({ hash, name }) => ({ hash, name })),
  }
  const entries = new Map<string, Uint8Array>()
  entries.set('loam/manifest.json', encoder.encode(`${JSON.stringify(manifest, null, 1)}\n`))
  for (const [name, text] of inParts('loam/project', snapshotLines(archive.project)))
    entries.set(name, encoder.encode(text))
  for (const [name, text] of inParts('loam/changes', archive.changes.flatMap(changeLines)))
    entries.set(name, encoder.encode(text))
  for (const content of [...archive.contents.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1))) {
    entries.set(`loam/contents/${content.hash}.txt`, encoder.encode(content.text))
    if (!content.syncPoints) continue
    entries.set(
      `loam/contents/${content.hash}.json`,
      encoder.encode(JSON.stringify({ syncPoints: content.syncPoints })),
    )
  }
  for (const original of originals) entries.set(`loam/originals/${original.hash}`, original.bytes)
  return entries
}

/** Reads what the record says about itself. */
export function readManifest(zip: OpenZip): ManifestReading {
  if (!zip.entries.has('loam/manifest.json')) return { kind: 'none' }
  const unpacked = unpack(zip, 'loam/manifest.json')
  if (!unpacked.ok) return { kind: 'damaged' }
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(unpacked.bytes))
    if (!isManifest(manifest)) return { kind: 'damaged' }
    return manifest.format > recordFormat ? { kind: 'newer' } : { kind: 'found', manifest }
  } catch {
    return { kind: 'damaged' }
  }
}

/** True when project.qde is not the one that the record was written with. */
export function isChangedSince(manifest: Manifest, qde: Uint8Array): boolean {
  return fingerprint(qde) !== manifest.qde
}

/** Every entity on a line of its own, so that the project opens without its whole history. */
function snapshotLines(project: Project): string[] {
  const lines = smallKinds.flatMap((kind) =>
    [...project.tables[kind].values()].sort(byId).map((each) => entityLine(kind, each)),
  )
  const turns = [...project.turns]
    .sort(byKey)
    .flatMap(([, list]) => list.map((turn) => entityLine('turn', turn)))
  const codings = [...project.codings]
    .sort(byKey)
    .flatMap(([, list]) => list.map((coding) => entityLine('coding', coding)))
  return [...lines, ...turns, ...codings]
}

/** Fields in alphabetical order: an entity read back is written with the same bytes. */
function entityLine(kind: string, entity: object): string {
  return JSON.stringify([kind, entity], (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(byKey))
  })
}

/** A change's header with how many edits follow, then its edits, 500 a line. */
function changeLines({ edits, ...header }: Change): string[] {
  const lines = [JSON.stringify({ ...header, edits: edits.length })]
  for (let from = 0; from < edits.length; from += 500)
    lines.push(JSON.stringify(edits.slice(from, from + 500)))
  return lines
}

/** Lines in files of a few megabytes, numbered in order. */
function inParts(folder: string, lines: readonly string[]): [string, string][] {
  const parts: string[] = []
  let part: string[] = []
  let size = 0
  for (const line of lines) {
    part.push(line)
    size += line.length
    if (size < partSize) continue
    parts.push(part.join('\n'))
    part = []
    size = 0
  }
  if (part.length > 0 || parts.length === 0) parts.push(part.join('\n'))
  return parts.map((text, i) => [`${folder}/${String(i + 1).padStart(5, '0')}.jsonl`, `${text}\n`])
}

const partSize = 4_000_000

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false
  const manifest: Readonly<Record<string, unknown>> = { ...value }
  const { originals } = manifest
  const named = (each: unknown) =>
    typeof each === 'object' && each !== null && 'hash' in each && 'name' in each
  return (
    typeof manifest.format === 'number' &&
    typeof manifest.qde === 'string' &&
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
