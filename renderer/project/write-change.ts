import type { Change, ChangeHeader, Edit } from '../../shared/change/change.ts'
import type { EntityKind, SmallKind } from '../../shared/model/entities.ts'
import type { ChangeId, SourceId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { packCodings, packTurns } from './columns.ts'
import type { Home, StoredEdits, StoredEntity } from './database.ts'
import { takeInTexts } from './pending-texts.ts'

/** So many edits of a change stand in one record. */
export const editsInPart = 500

/** Writes one change at its place in the log, and what it touched of the project after it, in one transaction. */
export async function writeChange(db: Home, change: Change, place: number, after: Project): Promise<void> {
  const { edits, ...header } = change
  await db.transaction(
    'rw',
    [db.entities, db.codings, db.turns, db.changes, db.edits, db.facts],
    async () => {
      const rest = () => [db.changes.add({ place, header }), takeInTexts(db, edits)]
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

/** The edits of a change as they are stored. */
export function partsOf(change: ChangeId, edits: readonly Edit[]): StoredEdits[] {
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
