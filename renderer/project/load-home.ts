import type { ChangeHeader } from '../../shared/change/change.ts'
import type { Entity } from '../../shared/model/entities.ts'
import type { CopyId } from '../../shared/model/ids.ts'
import { emptyProject, type Project } from '../../shared/model/project.ts'
import { unpackCodings, unpackTurns } from './columns.ts'
import { type Home, readStretches, type StoredEntity, type StoredFact } from './database.ts'
import { clearIncoming } from './incoming-files.ts'
import { sweepTexts } from './pending-texts.ts'
import { foldLog, headersOf } from './stored-log.ts'

/** What is read when a project opens: everything but texts, originals and edits. */
export interface Loaded {
  readonly project: Project
  readonly log: readonly ChangeHeader[]
  readonly copy: CopyId | null
}

/** Reads a home as its project opens, and clears away what broke off before. */
export async function loadHome(db: Home): Promise<Loaded> {
  const loaded = await readHome(db)
  // All wait for the next opening when the disk is full: reading must still be possible.
  await Promise.allSettled([sweepTexts(db), clearIncoming(db), foldLog(db)])
  return loaded
}

/** Reads a home as it stands at one moment, and changes nothing in it. */
export async function readHome(db: Home): Promise<Loaded> {
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
