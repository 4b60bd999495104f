import { readBackupName } from './backup-name.ts'
import type { NotedBackup } from './noted-backup.ts'

/** What stays known of a backup when its project is removed from a machine: enough to recognise what was written there,
    and no name. */
export type LeftBackup = Pick<NotedBackup, 'at' | 'bytes' | 'hash'>

/** What stays known of the backups in folders. Where downloads are, only the person knows. */
export function leftBackups(noted: readonly NotedBackup[]): readonly LeftBackup[] {
  return noted.flatMap(({ folder, at, bytes, hash }) => (folder === null ? [] : [{ at, bytes, hash }]))
}

/** Files in a folder of backups that may be ones known from before, by their time and size: reading them tells. Those
    with one of the names `noted` are known already. */
export function maybeLeft<File extends { readonly name: string; readonly bytes: number }>(
  files: readonly File[],
  tag: string,
  left: readonly LeftBackup[],
  noted: ReadonlySet<string>,
): readonly File[] {
  return files.filter(({ name, bytes }) => {
    const read = readBackupName(name)
    if (read?.tag !== tag || noted.has(name)) return false
    return left.some((each) => each.at === read.at && each.bytes === bytes)
  })
}
