import type { ProjectId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'

/** What the name of a backup says. */
export interface BackupName {
  /** The project's name as it was then, as far as file names allow. */
  readonly project: string
  /** When it was made, to the second. */
  readonly at: Moment
  /** Which project it is of (`backupTag`). */
  readonly tag: string
}

/** How the files of backups end: as project files do, locked ones too. */
export type BackupEnding = 'qdpx' | 'loam-locked'

/** The file name of a backup: "Water sharing 2026-11-22 14.05.32 UTC 3f9a1c2e.qdpx". Names of one project sort in the
    order of their making, in every time zone. Backups of a locked project end otherwise. */
export function backupName(
  project: string,
  id: ProjectId,
  at: Moment,
  ending: BackupEnding = 'qdpx',
): string {
  const stamp = new Date(Math.floor(at / 1000) * 1000).toISOString()
  const [day = '', time = ''] = stamp.slice(0, 19).split('T')
  return `${safeName(project)} ${day} ${time.replaceAll(':', '.')} UTC ${backupTag(id)}.${ending}`
}

/** Reads the name of a file in a folder of backups; null when no backup is called so. */
export function readBackupName(file: string): BackupName | null {
  const [, project, day, time, tag] = PATTERN.exec(file) ?? []
  if (project === undefined || day === undefined || time === undefined || tag === undefined) return null
  const at = Date.parse(`${day}T${time.replaceAll('.', ':')}Z`)
  return Number.isNaN(at) ? null : { project, at, tag }
}

/** What tells the backups of one project from those of another in their names: the beginning of its id. */
export function backupTag(id: ProjectId): string {
  return id.slice(0, 8)
}

const PATTERN =
  /^([^\p{Cc}<>:"/\\|?*]+) (\d{4}-\d\d-\d\d) (\d\d\.\d\d\.\d\d) UTC ([0-9a-f]{8})\.(?:qdpx|loam-locked)$/u

/** What a system refuses in names, or hides in them, becomes a hyphen; a long name is cut at a whole sign. */
function safeName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return [...plain].slice(0, 50).join('').trim() || 'Project'
}
