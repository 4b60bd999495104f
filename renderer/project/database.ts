import Dexie, { type IndexableType, type Table } from 'dexie'
import type { ChangeHeader, Edit } from '../../shared/change/change.ts'
import type { ImportOutcome } from '../../shared/importers/source-draft.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { Lock } from '../../shared/lock/lock-facts.ts'
import { sealOf } from '../../shared/lock/seal.ts'
import type { Content, OriginalFile } from '../../shared/model/archive.ts'
import type { Entity, SmallKind } from '../../shared/model/entities.ts'
import type { ChangeId, ProjectId } from '../../shared/model/ids.ts'
import { randomBytes } from '../platform/making.ts'
import type { CodingColumns, TurnColumns } from './columns.ts'
import type { HeaderColumns } from './header-columns.ts'
import { keysOf } from './keyring.ts'
import type { LeftBackups, StoredListing } from './sealed-listing.ts'
import { sealedTables } from './sealed-tables.ts'

/** A small entity as stored. */
export interface StoredEntity {
  readonly kind: SmallKind
  readonly id: string
  readonly entity: Entity
}

/** A change's header at its place in the log. */
export interface StoredHeader {
  readonly place: number
  readonly header: ChangeHeader
}

/** A part of a change's edits. */
export interface StoredEdits {
  readonly change: ChangeId
  readonly part: number
  readonly edits: readonly Edit[]
}

/** A fact about this copy: its id, and texts whose import has not come to an end. */
export interface StoredFact {
  readonly name: 'copy' | 'pending'
  readonly value: string | readonly string[]
}

/** A file on its way into a project, as it waits in the database: its bytes, and what they were read as. */
export interface IncomingFile {
  /** The import it belongs to, and its place in it. */
  readonly batch: string
  readonly file: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly outcome: ImportOutcome
}

/** The tables of one project's home. */
export type Home = Dexie & {
  readonly entities: Table<StoredEntity, [string, string]>
  readonly codings: Table<CodingColumns, string>
  readonly turns: Table<TurnColumns, string>
  readonly contents: Table<Content, string>
  readonly originals: Table<OriginalFile, string>
  /** The end of the log, a record a header; what is before it stands in `log`. */
  readonly changes: Table<StoredHeader, number>
  readonly log: Table<HeaderColumns, number>
  readonly edits: Table<StoredEdits, [string, number]>
  readonly facts: Table<StoredFact, string>
  readonly incoming: Table<IncomingFile, [string, number]>
}

/** Opens (or makes) the home of one project, with the keys that are held for it. Its transactions are durable when they
    report success. Where the list of projects says that another home counts, because it was locked, unlocked or locked
    anew since, all that is tried rejects: nothing is written where nobody would find it. */
export function openHome(id: ProjectId): Home {
  const keys = keysOf(id)
  const db = homeBehind(id, keys)
  const mustCount = async () => {
    const listed = await openList().projects.get(id)
    if (listed && listed.lock?.key !== keys?.lock.key) throw new Error('Another home of this project counts')
  }
  // Also when it is opened again by itself, after its home was deleted.
  db.on('ready', mustCount, true)
  return db
}

/** The home that a project has behind certain keys, or unlocked; whether it is the one in use is not asked. */
export function homeBehind(id: ProjectId, keys: Unlocked | undefined): Home {
  const db = new Dexie(homeName(id, keys?.lock), { chromeTransactionDurability: 'strict' })
  if (keys) db.use(sealedTables(sealOf(keys.dataKey, randomBytes)))
  db.version(1).stores({
    entities: '[kind+id]',
    codings: 'source',
    turns: 'source',
    contents: 'hash',
    originals: 'hash',
    changes: 'place',
    edits: '[change+part], change',
    facts: 'name',
    postings: 'key',
  })
  db.version(2).stores({ log: 'place' })
  db.version(3).stores({ incoming: '[batch+file]' })
  return withTables<Home>(db)
}

/** What a project's home is called: of its own for each data key, so that locking, unlocking and replacing make a new
    home beside the one in use, and the list of projects says which one counts. */
function homeName(id: ProjectId, lock: Lock | undefined): string {
  return lock ? `loam-locked-${id}-${lock.key}` : `loam-project-${id}`
}

/** Deletes homes of a project that are not the one in use: left by a locking or an unlocking that came to its end, or
    broke off before it counted. Without `lock` the one in use is unlocked; null stands for none at all. Its caller holds
    the project alone. */
export async function deleteHomesBut(id: ProjectId, lock: Lock | undefined | null): Promise<void> {
  const kept = lock === null ? '' : homeName(id, lock)
  const isIts = (name: string) => name === `loam-project-${id}` || name.startsWith(`loam-locked-${id}-`)
  const names = await Dexie.getDatabaseNames()
  await Promise.all(names.filter((name) => isIts(name) && name !== kept).map((name) => Dexie.delete(name)))
}

/** All records of a table in the order of their keys, read a stretch of so many at a time and each made into something
    else as it comes: no task is long, and the next stretch is on its way meanwhile. */
export async function readStretches<Stored, Key extends IndexableType, Read>(
  table: Table<Stored, Key>,
  size: number,
  read: (stored: Stored) => Read,
): Promise<Read[]> {
  const keys = await table.toCollection().primaryKeys()
  const stretches: Promise<Read[]>[] = []
  for (let at = 0; at < keys.length; at += size) {
    const [first, last] = [keys[at], keys[Math.min(at + size, keys.length) - 1]]
    const records = table.where(':id').between(first, last, true, true).toArray()
    stretches.push(records.then((stretch) => stretch.map(read)))
  }
  return (await Promise.all(stretches)).flat()
}

type List = Dexie & {
  readonly projects: Table<StoredListing, string>
  /** Of projects that were removed from this machine. */
  readonly left: Table<LeftBackups, string>
}

let list: List | undefined

/** The list of projects on this machine. */
export function openList(): List {
  if (!list) {
    const db = new Dexie('loam-projects', { chromeTransactionDurability: 'strict' })
    db.version(1).stores({ projects: 'id' })
    db.version(2).stores({ left: 'id' })
    list = withTables<List>(db)
  }
  return list
}

/** Dexie puts its tables on the database itself; the schema above says which. */
function withTables<D extends Dexie>(db: Dexie): D {
  if (!hasTables<D>(db)) throw new Error('The database has no tables')
  return db
}

function hasTables<D extends Dexie>(db: Dexie): db is D {
  return db.tables.length > 0
}
