import { applyEdits } from '../change/apply-change.ts'
import { type Change, changeFormat, type Edit } from '../change/change.ts'
import { tryReplay } from '../change/replay.ts'
import { same } from '../change/same.ts'
import type { Archive, Content, OriginalFile } from '../model/archive.ts'
import { type ContentHash, readContentHash } from '../model/ids.ts'
import { emptyProject, type Project, smallKinds } from '../model/project.ts'
import { crc32 } from '../zip/crc32.ts'
import { contentHash } from './fingerprint.ts'
import { withoutCuts } from './label-lines.ts'
import { type CountedHeader, type Manifest, snapshotEntries } from './loam-record.ts'
import { openingChange } from './opening-change.ts'
import { type Row, unpackRows } from './packed-rows.ts'
import { type OpenZip, unpack } from './read-zip.ts'

/** The record as an archive, or why it cannot be trusted. */
export type RecordReading =
  | { readonly ok: true; readonly archive: Archive; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string }

/** Reads Loam's record. The log must come to the project that stands beside it; where it does not, the project
    is kept and begins a new history. */
export function readRecord(zip: OpenZip, manifest: Manifest): RecordReading {
  try {
    const contents = readContents(zip)
    const originals = readOriginals(zip, manifest)
    const changes = readChanges(zip)
    const replayed = tryReplay(changes)
    // Written again it gives the very bytes that stand there, so they need not be read.
    if (replayed.ok && isSnapshotOf(zip, replayed.project))
      return { ok: true, archive: { project: replayed.project, contents, originals, changes }, notes: [] }
    const snapshot = readSnapshot(zip)
    const applied = applyEdits(emptyProject, snapshot)
    if (!applied.ok) return { ok: false, problem: applied.problem }
    const { project } = applied
    if (replayed.ok && sameProject(replayed.project, project))
      return { ok: true, archive: { project, contents, originals, changes }, notes: [] }
    const begun = [newBeginning(project, snapshot, changes)]
    const note =
      'The history in this file does not add up to its project. The project was opened as saved, with a new history.'
    return { ok: true, archive: { project, contents, originals, changes: begun }, notes: [note] }
  } catch (trouble) {
    if (trouble instanceof Damage) return { ok: false, problem: trouble.message }
    throw trouble
  }
}

class Damage extends Error {}

function bytesOf(zip: OpenZip, name: string): Uint8Array {
  const unpacked = unpack(zip, name)
  if (!unpacked.ok) throw new Damage(unpacked.problem)
  return unpacked.bytes
}

function textOf(zip: OpenZip, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(zip, name))
  } catch (trouble) {
    throw trouble instanceof Damage ? trouble : new Damage(`“${name}” is not UTF-8`)
  }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Damage(`“${name}” is damaged`)
  }
}

function partsIn(zip: OpenZip, folder: string): string[] {
  return [...zip.entries.keys()].filter((name) => name.startsWith(`${folder}/`)).sort()
}

function* lines(zip: OpenZip, folder: string): Generator<unknown> {
  for (const name of partsIn(zip, folder)) {
    const text = textOf(zip, name)
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from)
      const line = text.slice(from, end < 0 ? text.length : end)
      if (line !== '') yield parsed(line, name)
      from += line.length + 1
    }
  }
}

/** Rows and what they are called, block by block. */
function* blocks(zip: OpenZip, folder: string): Generator<readonly [string, readonly Row[]]> {
  for (const line of lines(zip, folder)) {
    const [name, packed]: readonly unknown[] = Array.isArray(line) ? line : []
    const rows = unpackRows(packed)
    if (typeof name !== 'string' || !rows) throw new Damage('an entry of the record is damaged')
    yield [name, rows]
  }
}

function isSnapshotOf(zip: OpenZip, project: Project): boolean {
  const left = new Set(partsIn(zip, 'loam/project'))
  for (const [name, bytes] of snapshotEntries(project)) {
    const entry = zip.entries.get(name)
    if (!entry || entry.size !== bytes.length || entry.crc !== crc32(bytes)) return false
    left.delete(name)
  }
  return left.size === 0
}

function readContents(zip: OpenZip): Map<ContentHash, Content> {
  const contents = new Map<ContentHash, Content>()
  for (const line of lines(zip, 'loam/texts')) {
    const { hash: stated, name, cuts = [], syncPoints }: Row = { ...Object(line) }
    const hash = typeof stated === 'string' ? readContentHash(stated) : null
    if (!hash || typeof name !== 'string' || !isNumbers(cuts))
      throw new Damage('its list of texts is damaged')
    const text = withoutCuts(textOf(zip, name), cuts)
    if (contentHash(text) !== hash) throw new Damage('a text is not the one it is named by')
    contents.set(hash, { hash, text, ...(isNumbers(syncPoints) ? { syncPoints } : {}) })
  }
  return contents
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number')
}

function readOriginals(zip: OpenZip, manifest: Manifest): Map<string, OriginalFile> {
  return new Map(
    manifest.originals.map(({ hash, name }) => [
      hash,
      { hash, name, bytes: bytesOf(zip, `loam/originals/${hash}`) },
    ]),
  )
}

/** The project as it stands, as the edits that make it. */
function readSnapshot(zip: OpenZip): Edit[] {
  const edits: Edit[] = []
  for (const [kind, rows] of blocks(zip, 'loam/project')) {
    const bound = kind === 'turn' || kind === 'coding'
    for (const { id, ...fields } of rows) {
      const edit = { kind, id, ...(bound ? { source: fields.source } : {}), before: null, after: fields }
      if (!isEdit(edit)) throw new Damage('an entry of the project is damaged')
      edits.push(edit)
    }
  }
  return edits
}

const kinds = [...smallKinds, 'turn', 'coding'] as const

function readChanges(zip: OpenZip): Change[] {
  const edits = readEdits(zip)
  const changes: Change[] = []
  let reached = 0
  for (const [, rows] of blocks(zip, 'loam/changes')) {
    for (const row of rows) {
      if (!isHeader(row)) throw new Damage('the history is damaged')
      if (row.format > changeFormat) throw new Damage('its history was written by a newer version of Loam')
      const { edits: count, ...header } = row
      const from = reached
      reached += count
      changes.push({ ...header, edits: edits.slice(from, reached) })
    }
  }
  if (reached !== edits.length) throw new Damage('the history is cut off')
  return changes
}

function readEdits(zip: OpenZip): Edit[] {
  const edits: Edit[] = []
  for (const [, rows] of blocks(zip, 'loam/edits')) {
    for (const row of rows) {
      const edit = Object.assign(row, { before: row.before ?? null, after: row.after ?? null })
      if (!isEdit(edit)) throw new Damage('the history is damaged')
      edits.push(edit)
    }
  }
  return edits
}

function isHeader(row: object): row is CountedHeader {
  const { id, copy, by, label, seq, at, format, edits, parents, cause }: Row = { ...row }
  return (
    [id, copy, by, label].every((field) => typeof field === 'string') &&
    [seq, at, format].every((field) => typeof field === 'number') &&
    typeof edits === 'number' &&
    Number.isInteger(edits) &&
    edits >= 0 &&
    Array.isArray(parents) &&
    typeof cause === 'object' &&
    cause !== null &&
    'kind' in cause
  )
}

interface Sides {
  readonly kind: unknown
  readonly id: unknown
  readonly source?: unknown
  readonly before: unknown
  readonly after: unknown
}

function isEdit(edit: object): edit is Edit {
  return 'before' in edit && 'after' in edit && 'kind' in edit && 'id' in edit && isWellFormed(edit)
}

function isWellFormed({ kind, id, source, before, after }: Sides): boolean {
  return (
    typeof id === 'string' &&
    kinds.some((each) => each === kind) &&
    isSide(before) &&
    isSide(after) &&
    (before !== null || after !== null) &&
    (source === undefined || typeof source === 'string')
  )
}

function isSide(side: unknown): boolean {
  return typeof side === 'object' && !Array.isArray(side)
}

function newBeginning(project: Project, snapshot: readonly Edit[], changes: readonly Change[]): Change {
  const [coder] = project.tables.coder.values()
  if (!coder) throw new Damage('nobody is named who codes')
  return openingChange(snapshot, changes.at(-1)?.at ?? 0, coder.id)
}

function sameProject(a: Project, b: Project): boolean {
  const tables = smallKinds.every((kind) => sameTable(a.tables[kind], b.tables[kind]))
  return tables && sameTable(a.turns, b.turns) && sameTable(a.codings, b.codings)
}

function sameTable(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)))
}
