import { replay } from '../../shared/change/replay.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { durableArchive } from '../project/durable-archive.ts'
import { projectDatabase } from '../project/stored-project.ts'

/** A stored project with everything in it, as it was when its log had this length: changes made meanwhile are left out
    altogether. Rejects when the log is shorter. */
export async function storedArchive(id: ProjectId, length: number): Promise<Archive> {
  const database = projectDatabase(id)
  try {
    const { project, log } = await database.read()
    if (log.length < length) throw new Error('The log in the database is shorter than the window’s')
    const archive = await durableArchive(database, project, length)
    // Only what was changed since it was asked needs the log: replaying all of it takes long.
    return log.length === length ? archive : { ...archive, project: replay(archive.changes) }
  } finally {
    database.close()
  }
}
