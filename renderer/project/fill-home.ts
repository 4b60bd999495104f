import type { Archive } from '../../shared/model/archive.ts'
import type { SmallKind } from '../../shared/model/entities.ts'
import type { CopyId } from '../../shared/model/ids.ts'
import { emptyProject, type Project } from '../../shared/model/project.ts'
import { packCodings, packTurns } from './columns.ts'
import type { Home, StoredEntity } from './database.ts'
import { writeLog } from './stored-log.ts'
import { partsOf } from './write-change.ts'

/** Puts an archive in the place of all that is in a home, in one transaction: if it fails, everything stays. */
export async function fillHome(db: Home, archive: Archive, copy: CopyId): Promise<void> {
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
