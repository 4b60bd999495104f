import { replay } from '../../shared/change/replay.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { withoutPending } from '../project/named-texts.ts'
import { projectDatabase } from '../project/stored-project.ts'

/** A stored project with everything in it, as it was when its log had this length: changes made meanwhile are left out
    altogether. Rejects when the log is shorter or does not add up. */
export async function storedArchive(id: ProjectId, length: number): Promise<Archive> {
  const database = projectDatabase(id)
  try {
    const before = await database.pending()
    const [contents, originals, changes] = await Promise.all([
      database.allContents(),
      database.originals(),
      database.changes(),
    ])
    if (changes.length < length) throw new Error('The log in the database is shorter than the window’s')
    const log = changes.slice(0, length)
    const archive = {
      project: replay(log),
      contents: new Map(contents.map((content) => [content.hash, content])),
      originals: new Map(originals.map((file) => [file.hash, file])),
      changes: log,
    }
    return withoutPending(archive, [...before, ...(await database.pending())])
  } finally {
    database.close()
  }
}
