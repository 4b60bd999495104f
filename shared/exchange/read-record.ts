import { applyEdits } from '../change/apply-change.ts'
import { type Change, type ChangeHeader, changeFormat, type Edit } from '../change/change.ts'
import { tryReplay } from '../change/replay.ts'
import { same } from '../change/same.ts'
import type { Archive, Content, OriginalFile } from '../model/archive.ts'
import { type ContentHash, readContentHash } from '../model/ids.ts'
import { emptyProject, type Project, smallKinds } from '../model/project.ts'
import { contentHash } from './fingerprint.ts'
import type { Manifest } from './loam-record.ts'
import { openingChange } from './opening-change.ts'
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
    const snapshot = lines(zip, 'loam/project').map(readEntity)
    const applied = applyEdits(emptyProject, snapshot)
    if (!applied.ok) return { ok: false, problem: applied.problem }
    const { project } = applied
    const changes = readChanges(lines(zip, 'loam/changes'))
    const replayed = tryReplay(changes)
    if (replayed.ok && sameProject(replayed.project, project)) {
      return { ok: true, archive: { project, contents, originals, changes }, notes: [] }
    }
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

function lines(zip: OpenZip, folder: string): unknown[] {
  const names = [...zip.entries.keys()].filter((name) => name.startsWith(`${folder}/`)).sort()
  return names.flatMap((name) =>
    textOf(zip, name)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => parsed(line, name)),
  )
}

function readContents(zip: OpenZip): Map<ContentHash, Content> {
  const contents = new Map<ContentHash, Content>()
  for (const name of zip.entries.keys()) {
    const hash = readContentHash(/^loam\/contents\/([0-9a-f]{64})\.txt$/.exec(name)?.[1] ?? '')
    if (!hash) continue
    const text = textOf(zip, name)
    if (contentHash(text) !== hash) throw new Damage('a text is not the one it is named by')
    contents.set(hash, { hash, text, ...readSyncPoints(zip, hash) })
  }
  return contents
}

function readSyncPoints(zip: OpenZip, hash: ContentHash): Pick<Content, 'syncPoints'> {
  const name = `loam/contents/${hash}.json`
  if (!zip.entries.has(name)) return {}
  const value = parsed(textOf(zip, name), name)
  const points: unknown =
    typeof value === 'object' && value !== null && 'syncPoints' in value ? value.syncPoints : null
  return Array.isArray(points) ? { syncPoints: points.filter((each) => typeof each === 'number') } : {}
}

function readOriginals(zip: OpenZip, manifest: Manifest): Map<string, OriginalFile> {
  return new Map(
    manifest.originals.map(({ hash, name }) => [
      hash,
      { hash, name, bytes: bytesOf(zip, `loam/originals/${hash}`) },
    ]),
  )
}

function readEntity(line: unknown): Edit {
  const [kind, entity]: readonly unknown[] = Array.isArray(line) ? line : []
  const known = kinds.find((each) => each === kind)
  if (!known || typeof entity !== 'object' || entity === null)
    throw new Damage('an entry of the project is damaged')
  const { id, ...fields } = { id: undefined, ...entity }
  const bound =
    (known === 'turn' || known === 'coding') && 'source' in fields ? { source: fields.source } : {}
  const edit = { kind: known, id, ...bound, before: null, after: fields }
  if (!isEdit(edit)) throw new Damage('an entry of the project is damaged')
  return edit
}

const kinds = [...smallKinds, 'turn', 'coding'] as const

function readChanges(rows: readonly unknown[]): Change[] {
  const changes: Change[] = []
  for (let at = 0; at < rows.length; ) {
    const row = rows[at++]
    if (!isHeader(row)) throw new Damage('the history is damaged')
    if (row.format > changeFormat) throw new Damage('its history was written by a newer version of Loam')
    const { edits: count, ...header } = row
    const edits: Edit[] = []
    while (edits.length < count && at < rows.length) {
      const part = rows[at++]
      if (!Array.isArray(part) || part.length === 0 || !part.every(isEdit))
        throw new Damage('the history is damaged')
      for (const edit of part) edits.push(edit)
    }
    if (edits.length !== count) throw new Damage('the history is cut off')
    changes.push({ ...header, edits })
  }
  return changes
}

function isHeader(value: unknown): value is ChangeHeader & { readonly edits: number } {
  if (typeof value !== 'object' || value === null) return false
  const row: Readonly<Record<string, unknown>> = { ...value }
  const cause: unknown = row.cause
  const words = [row.id, row.copy, row.by, row.label].every((field) => typeof field === 'string')
  const numbers = [row.seq, row.at, row.format, row.edits].every((field) => typeof field === 'number')
  return (
    words &&
    numbers &&
    Array.isArray(row.parents) &&
    typeof cause === 'object' &&
    cause !== null &&
    'kind' in cause
  )
}

function isEdit(value: unknown): value is Edit {
  if (typeof value !== 'object' || value === null) return false
  const edit: Readonly<Record<string, unknown>> = { ...value }
  const sides = [edit.before, edit.after]
  return (
    typeof edit.id === 'string' &&
    kinds.some((kind) => kind === edit.kind) &&
    sides.every((side) => typeof side === 'object' && !Array.isArray(side)) &&
    sides.some((side) => side !== null) &&
    (edit.source === undefined || typeof edit.source === 'string')
  )
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
