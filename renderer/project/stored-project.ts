import type { Change, ChangeHeader, Edit } from '../../shared/change/change.ts'
import type { Archive, Content, OriginalFile } from '../../shared/model/archive.ts'
import type { Entity, EntityKind, SmallKind } from '../../shared/model/entities.ts'
import type { ChangeId, ContentHash, CopyId, ProjectId, SourceId } from '../../shared/model/ids.ts'
import { emptyProject, type Project } from '../../shared/model/project.ts'
import { packCodings, packTurns, unpackCodings, unpackTurns } from './columns.ts'
import {
  type Home,
  openHome,
  readStretches,
  type StoredEdits,
  type StoredEntity,
  type StoredFact,
} from './database.ts'
import { clearIncoming } from './incoming-files.ts'
import { hashesIn } from './named-texts.ts'
import { foldLog, headersOf, writeLog } from './stored-log.ts'

/** What is read when a project opens: everything but texts, originals and edits. */
export interface Loaded {
  readonly project: Project
  readonly log: readonly ChangeHeader[]
  readonly copy: CopyId | null
}

/** The home of one project. Every write is one transaction with strict durability. */
export interface ProjectDatabase {
  load(): Promise<Loaded>
  /** Writes one change and what it touched of the project after it. */
  write(change: Change, place: number, after: Project): Promise<void>
  /** Writes texts and originals ahead of the change that names them; gives the hashes of those that are new. */
  keep(contents: readonly Content[], originals: readonly OriginalFile[]): Promise<readonly string[]>
  /** Takes away texts and originals that were written ahead, if no change has named them since. */
  discard(hashes: readonly string[]): Promise<void>
  /** Hashes of texts and originals that were written ahead and wait for their change. */
  pending(): Promise<readonly string[]>
  contents(hashes: readonly ContentHash[]): Promise<Content[]>
  allContents(): Promise<Content[]>
  originals(): Promise<OriginalFile[]>
  original(hash: string): Promise<OriginalFile | undefined>
  edits(change: ChangeId): Promise<Edit[]>
  changes(): Promise<Change[]>
  setCopy(copy: CopyId): Promise<void>
  /** Puts an archive in the place of all that is there, in one transaction: if it fails, everything stays. */
  fill(archive: Archive, copy: CopyId): Promise<void>
  close(): void
  delete(): Promise<void>
}

const editsInPart = 500

/** Opens (or makes) the database of a project. */
export function projectDatabase(id: ProjectId): ProjectDatabase {
  const db = openHome(id)
  return {
    load: () => load(db),
    write: (change, place, after) => write(db, change, place, after),
    keep: (contents, originals) => keep(db, contents, originals),
    pending: () => pendingTexts(db),
    contents: async (hashes) =>
      (await db.contents.bulkGet([...hashes])).filter((found) => found !== undefined),
    allContents: () => db.contents.toArray(),
    originals: () => db.originals.toArray(),
    original: (hash) => db.originals.get(hash),
    edits: (change) => editsOf(db, change),
    changes: () => changes(db),
    setCopy: async (copy) => {
      await db.facts.put({ name: 'copy', value: copy })
    },
    discard: (hashes) => discard(db, hashes),
    fill: (archive, copy) => fill(db, archive, copy),
    close: () => db.close(),
    delete: () => db.delete(),
  }
}

async function load(db: Home): Promise<Loaded> {
  const [entities, turns, codings, log, copy] = await db.transaction('r', db.tables, () =>
    Promise.all([
      db.entities.toArray(),
      readStretches(db.turns, sourcesInStretch, (each) => [each.source, unpackTurns(each)] as const),
      readStretches(db.codings, sourcesInStretch, (each) => [each.source, unpackCodings(each)] as const),
      headersOf(db),
      db.facts.get('copy'),
    ]),
  )
  const project = { tables: tablesOf(entities), turns: new Map(turns), codings: new Map(codings) }
  // Both wait for the next opening when the disk is full: reading must still be possible.
  await Promise.allSettled([sweep(db), clearIncoming(db), foldLog(db)])
  return { project, log, copy: asCopy(copy?.value) }
}

/** The columns of so many sources are unpacked in a few milliseconds. */
const sourcesInStretch = 50

function asCopy(value: StoredFact['value'] | undefined): CopyId | null {
  return isCopy(value) ? value : null
}

function isCopy(value: unknown): value is CopyId {
  return typeof value === 'string'
}

function tablesOf(stored: readonly StoredEntity[]): Project['tables'] {
  const tables: Record<string, Map<string, Entity>> = {}
  for (const kind of Object.keys(emptyProject.tables)) tables[kind] = new Map()
  for (const { kind, id, entity } of stored) tables[kind]?.set(id, entity)
  return { ...emptyProject.tables, ...tables }
}

/** Takes away texts whose import never came to an end: those that no change names, undone ones included. */
async function sweep(db: Home): Promise<void> {
  const pending = await pendingTexts(db)
  if (pending.length === 0) return
  const named = new Set<string>()
  await db.edits.each(({ edits }) => {
    for (const hash of hashesIn(edits)) named.add(hash)
  })
  const unnamed = pending.filter((hash) => !named.has(hash))
  await db.transaction('rw', db.contents, db.originals, db.facts, async () => {
    await db.contents.bulkDelete(unnamed)
    await db.originals.bulkDelete(unnamed)
    await db.facts.delete('pending')
  })
}

async function pendingTexts(db: Home): Promise<readonly string[]> {
  const value = (await db.facts.get('pending'))?.value
  return value === undefined || typeof value === 'string' ? [] : value
}

async function keep(
  db: Home,
  contents: readonly Content[],
  originals: readonly OriginalFile[],
): Promise<readonly string[]> {
  return db.transaction('rw', db.contents, db.originals, db.facts, async () => {
    const known = new Set(await keysAmong(db.contents, contents))
    const fresh = contents.filter((content) => !known.has(content.hash))
    const knownFiles = new Set(await keysAmong(db.originals, originals))
    const freshFiles = originals.filter((file) => !knownFiles.has(file.hash))
    const hashes = [...fresh, ...freshFiles].map((each) => each.hash)
    if (hashes.length === 0) return hashes
    await db.facts.put({ name: 'pending', value: [...(await pendingTexts(db)), ...hashes] })
    await db.contents.bulkPut(fresh)
    await db.originals.bulkPut(freshFiles)
    return hashes
  })
}

async function discard(db: Home, hashes: readonly string[]): Promise<void> {
  await db.transaction('rw', db.contents, db.originals, db.facts, async () => {
    const pending = await pendingTexts(db)
    const unwanted = new Set(hashes)
    const gone = pending.filter((hash) => unwanted.has(hash))
    await db.contents.bulkDelete(gone)
    await db.originals.bulkDelete(gone)
    await db.facts.put({ name: 'pending', value: pending.filter((hash) => !unwanted.has(hash)) })
  })
}

function keysAmong(
  table: Home['contents'] | Home['originals'],
  wanted: readonly { readonly hash: string }[],
): PromiseLike<readonly string[]> {
  const hashes = wanted.map(({ hash }) => hash)
  return table.where(':id').anyOf(hashes).primaryKeys()
}

async function write(db: Home, change: Change, place: number, after: Project): Promise<void> {
  const { edits, ...header } = change
  await db.transaction(
    'rw',
    [db.entities, db.codings, db.turns, db.changes, db.edits, db.facts],
    async () => {
      const rest = () => [db.changes.add({ place, header }), takeIn(db, edits)]
      if (edits.length > editsInPart * 4) {
        await mustGoOn(db, place, header)
        await Promise.all(rest())
        // One after another: each answer comes as a task of its own, and the window is at hand between them.
        for (const put of writing(db, change, after)) await put()
      } else {
        // Asked for all at once: a log that does not go on takes everything back.
        await Promise.all([
          mustGoOn(db, place, header),
          ...rest(),
          ...Array.from(writing(db, change, after), (put) => put()),
        ])
      }
    },
  )
}

/** What is to be written for a change, in pieces of a few milliseconds. */
function* writing(db: Home, { id, edits }: Change, after: Project): Generator<() => PromiseLike<unknown>> {
  for (let at = 0; at < edits.length; at += editsInPart) {
    const part = { change: id, part: at / editsInPart, edits: edits.slice(at, at + editsInPart) }
    yield () => db.edits.add(part)
    yield () => writeEntities(db, part.edits, after)
  }
  yield* writingColumns(db, edits, after)
}

/** The log on disk must end where the window's does; else another window replaced it, or the browser emptied it. */
async function mustGoOn(db: Home, place: number, { parents }: ChangeHeader): Promise<void> {
  const last = place > 0 ? await db.changes.get(place - 1) : undefined
  if (place > 0 && last?.header.id !== parents.at(-1)) throw new Error('The log on disk is another one')
}

/** Texts that a change names no longer wait for it. Only sources and translations bring texts in. */
async function takeIn(db: Home, edits: readonly Edit[]): Promise<void> {
  const bringing = edits.filter((edit) => edit.kind === 'source' || edit.kind === 'translation')
  const pending = bringing.length > 0 ? await pendingTexts(db) : []
  if (pending.length === 0) return
  const named = new Set(hashesIn(bringing))
  const value = pending.filter((hash) => !named.has(hash))
  await db.facts.put({ name: 'pending', value })
}

function partsOf(change: ChangeId, edits: readonly Edit[]): StoredEdits[] {
  const parts: StoredEdits[] = []
  for (let at = 0; at < edits.length; at += editsInPart) {
    parts.push({ change, part: parts.length, edits: edits.slice(at, at + editsInPart) })
  }
  return parts
}

async function writeEntities(db: Home, edits: readonly Edit[], after: Project): Promise<void> {
  const put: StoredEntity[] = []
  const gone: [string, string][] = []
  for (const { kind, id } of edits) {
    if (!isSmall(kind)) continue
    const entity = after.tables[kind].get(id)
    if (entity) put.push({ kind, id, entity })
    else gone.push([kind, id])
  }
  if (put.length > 0) await db.entities.bulkPut(put)
  if (gone.length > 0) await db.entities.bulkDelete(gone)
}

function* writingColumns(
  db: Home,
  edits: readonly Edit[],
  after: Project,
): Generator<() => PromiseLike<unknown>> {
  const turns = new Set<SourceId>()
  const codings = new Set<SourceId>()
  for (const { kind, source } of edits) {
    if (source && kind === 'turn') turns.add(source)
    if (source && kind === 'coding') codings.add(source)
  }
  for (const source of turns) {
    const left = after.turns.get(source)
    yield () => (left ? db.turns.put(packTurns(source, left)) : db.turns.delete(source))
  }
  for (const source of codings) {
    const left = after.codings.get(source)
    yield () => (left ? db.codings.put(packCodings(source, left)) : db.codings.delete(source))
  }
}

function isSmall(kind: EntityKind): kind is SmallKind {
  return kind !== 'turn' && kind !== 'coding'
}

/** Read a part at a time: many at once would come as one long task. */
async function editsOf(db: Home, change: ChangeId): Promise<Edit[]> {
  const edits: Edit[] = []
  for (let part = 0; ; part++) {
    const stored = await db.edits.get([change, part])
    if (!stored) return edits
    for (const edit of stored.edits) edits.push(edit)
    if (stored.edits.length < editsInPart) return edits
  }
}

async function changes(db: Home): Promise<Change[]> {
  const [headers, parts] = await db.transaction('r', db.changes, db.log, db.edits, () =>
    Promise.all([headersOf(db), db.edits.toArray()]),
  )
  const byChange = new Map<string, Edit[]>()
  for (const { change, edits } of parts) {
    const known = byChange.get(change)
    if (known) for (const edit of edits) known.push(edit)
    else byChange.set(change, [...edits])
  }
  return headers.map((header) => ({ ...header, edits: byChange.get(header.id) ?? [] }))
}

async function fill(db: Home, archive: Archive, copy: CopyId): Promise<void> {
  const { project, changes: log } = archive
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()))
    await db.contents.bulkPut([...archive.contents.values()])
    await db.originals.bulkPut([...archive.originals.values()])
    await db.entities.bulkPut(storedEntities(project))
    await db.turns.bulkPut([...project.turns].map(([source, turns]) => packTurns(source, turns)))
    await db.codings.bulkPut([...project.codings].map(([source, codings]) => packCodings(source, codings)))
    await writeLog(db, log)
    await db.edits.bulkPut(log.flatMap((change) => partsOf(change.id, change.edits)))
    await db.facts.put({ name: 'copy', value: copy })
  })
}

function storedEntities(project: Project): StoredEntity[] {
  return Object.entries(project.tables).flatMap(([kind, table]) =>
    isSmallName(kind) ? [...table.values()].map((entity) => ({ kind, id: entity.id, entity })) : [],
  )
}

function isSmallName(kind: string): kind is SmallKind {
  return kind in emptyProject.tables
}
