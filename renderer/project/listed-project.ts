import type { NotedBackup } from '../../shared/backup/noted-backup.ts'
import type { FileHandle } from '../../shared/bridge.ts'
import type { Lock } from '../../shared/lock/lock-facts.ts'
import type { ProjectId } from '../../shared/model/ids.ts'

/** A project's file at the place chosen for it. */
export interface ChosenFile {
  readonly handle: FileHandle
  readonly name: string
  /** SHA-256 of the bytes that Loam last wrote there or read from it: any others are somebody else's. */
  readonly bytes: string
}

/** A project that has its home on this machine. */
export interface ListedProject {
  readonly id: ProjectId
  readonly name: string
  readonly openedAt: number
  /** Where its project file is written, once chosen. */
  readonly file?: ChosenFile
  /** The position in the log that the file holds. */
  readonly savedAt?: number
  readonly sample?: boolean
  /** Backups of it that this machine wrote, the oldest first. */
  readonly backups?: readonly NotedBackup[]
  /** What its home is locked with; absent when anybody on this machine may open it. */
  readonly lock?: Lock
  /** A locked project whose name is not to be read by others: `name` is then the same for all of them. */
  readonly nameless?: boolean
  /** The file that it had before it was locked, and that anybody can read until it is deleted. */
  readonly readableFile?: ChosenFile
  /** While something is erased for good: how many erasures it had before. Where that did not come to its end, its file
      and its backups may still have everything. */
  readonly erasing?: number
  /** Minutes without use after which a locked project closes itself; 0 for never. */
  readonly closesAfter?: number
}
