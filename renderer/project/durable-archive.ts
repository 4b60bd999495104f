import type { Archive } from '../../shared/model/archive.ts'
import type { Project } from '../../shared/model/project.ts'
import { withoutPending } from './named-texts.ts'
import type { ProjectDatabase } from './stored-project.ts'

/** Everything of a project as its database has it, up to a length of its log at which it was `project`. What is written
    while it is read is left out altogether. */
export async function durableArchive(
  database: ProjectDatabase,
  project: Project,
  length: number,
): Promise<Archive> {
  const before = await database.pending()
  const [contents, originals, changes] = await Promise.all([
    database.allContents(),
    database.originals(),
    database.changes(),
  ])
  const archive = {
    project,
    contents: new Map(contents.map((content) => [content.hash, content])),
    originals: new Map(originals.map((file) => [file.hash, file])),
    changes: changes.slice(0, length),
  }
  return withoutPending(archive, [...before, ...(await database.pending())])
}
