import type { NotedBackup } from '../../shared/backup/noted-backup.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { listedProject, noteProject } from './project-list.ts'

/** What this machine remembers of the backups of a project, the oldest first. */
export async function notedBackups(id: ProjectId): Promise<readonly NotedBackup[]> {
  return (await listedProject(id))?.backups ?? []
}

/** Remembers a backup, in the place of what was remembered of the one with its name. Of downloads only the last is
    remembered: where they are, only the person knows. */
export async function noteBackup(id: ProjectId, backup: NotedBackup): Promise<void> {
  const others = (await notedBackups(id)).filter(
    (each) => each.name !== backup.name && !(backup.folder === null && each.folder === null),
  )
  await noteProject(id, { backups: [...others, backup].sort((a, b) => a.at - b.at) })
}

/** Forgets backups that are gone. */
export async function forgetBackups(id: ProjectId, names: ReadonlySet<string>): Promise<void> {
  if (names.size === 0) return
  const left = (await notedBackups(id)).filter((each) => !names.has(each.name))
  await noteProject(id, { backups: left })
}
