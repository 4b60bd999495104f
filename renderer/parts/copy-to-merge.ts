import type { OpenedFile } from '../../shared/bridge.ts'
import type { ProjectId } from '../../shared/model/ids.ts'

/** A file that was chosen elsewhere and waits to be merged into a project. */
interface Waiting {
  readonly project: ProjectId
  readonly file: OpenedFile
}

let waiting: Waiting | null = null
const listeners = new Set<() => void>()

/** Leaves a file for the merging of a project, which takes it as soon as it is shown. */
export function leaveCopyToMerge(project: ProjectId, file: OpenedFile): void {
  waiting = { project, file }
  for (const listener of listeners) listener()
}

/** The file that waits for a project; null when there is none. It is given once. */
export function takeCopyToMerge(project: ProjectId): OpenedFile | null {
  if (waiting?.project !== project) return null
  const { file } = waiting
  waiting = null
  return file
}

/** Calls back whenever a file is left; gives back what ends the listening. */
export function onCopyToMerge(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
