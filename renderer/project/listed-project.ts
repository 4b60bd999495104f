import type { FileHandle } from '../../shared/bridge.ts'
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
}
