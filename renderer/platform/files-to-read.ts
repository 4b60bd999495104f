import type { OpenedFile, OpenWanted } from '../../shared/bridge.ts'
import { desktop } from './desktop.ts'

/** A chosen file, read when its turn comes, so that a thousand of them are not in memory at once. */
export interface FileToRead {
  readonly name: string
  read(): Promise<OpenedFile>
}

/** Lets the person choose files to read one after another; empty when they cancel. */
export async function chooseToRead(wanted: OpenWanted): Promise<readonly FileToRead[]> {
  const listed = await desktop().listFiles(wanted)
  return listed.map(({ name, handle }) => ({ name, read: () => desktop().readListed(handle) }))
}
