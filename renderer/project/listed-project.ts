import type { FileHandle } from '../../shared/bridge.ts'
import type { ProjectId } from '../../shared/model/ids.ts'

/** A project that has its home on this machine. */
export interface ListedProject {
  readonly id: ProjectId
  readonly name: string
  readonly openedAt: number
  /** Where its project file is written, once chosen. */
  readonly file?: { readonly handle: FileHandle; readonly name: string }
  /** The position in the log that the file holds. */
  readonly savedAt?: number
  readonly sample?: boolean
}
