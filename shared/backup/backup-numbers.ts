import type { ChangeHeader } from '../change/change.ts'
import type { Project } from '../model/project.ts'

/** How much there is in a project or in a backup of it. */
export interface BackupNumbers {
  readonly sources: number
  readonly participants: number
  readonly codes: number
  readonly codings: number
  readonly memos: number
  /** Changes in its log. */
  readonly changes: number
}

/** Counts what is in a project; `changes` is the length of its log. */
export function numbersOf({ tables, codings }: Project, changes: number): BackupNumbers {
  let all = 0
  for (const each of codings.values()) all += each.length
  return {
    sources: tables.source.size,
    participants: tables.participant.size,
    codes: tables.code.size,
    codings: all,
    memos: tables.memo.size,
    changes,
  }
}

/** One change as a preview names it. */
export type LoggedChange = Pick<ChangeHeader, 'id' | 'at' | 'label'>

/** How two states of one project lie apart: what was done in each that the other does not know, the latest last. */
export interface Apart {
  readonly onlyNow: readonly LoggedChange[]
  readonly onlyInBackup: readonly LoggedChange[]
}

/** Compares the log of a backup with the log of the project as it is now. */
export function apart(backup: readonly LoggedChange[], now: readonly LoggedChange[]): Apart {
  const inBackup = new Set(backup.map(({ id }) => id))
  const here = new Set(now.map(({ id }) => id))
  return {
    onlyNow: now.filter(({ id }) => !inBackup.has(id)),
    onlyInBackup: backup.filter(({ id }) => !here.has(id)),
  }
}
