import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileHandle, OpenedRecording, Refused } from '../shared/bridge.ts'
import { recordingKind } from '../shared/recording/recording-kind.ts'
import { markStretches } from '../shared/recording/recording-mark.ts'
import type { Span } from '../shared/text/positions.ts'
import { APP_ADDRESS } from './app-protocol.ts'
import { whyNotRead } from './file-problems.ts'
import type { RecentFiles } from './recent-files.ts'

/** Opens a recording that the person chose and remembers it, so that it plays again after a restart. The window gets
    its name, its length, its two ends and an address made of the handle; only this side knows the path. */
export async function openChosenRecording(
  path: string,
  recordings: RecentFiles,
): Promise<OpenedRecording | Refused> {
  const name = basename(path)
  if (recordingKind(name) === null)
    return { ok: false, problem: `“${name}” is no sound or video that Loam knows by its ending.` }
  try {
    const ends = await readEnds(path)
    const handle = await recordings.remember(path)
    return { ok: true, name, ...ends, handle, address: addressOf(handle) }
  } catch (trouble) {
    return { ok: false, problem: whyNotRead(name, trouble) }
  }
}

/** Opens a recording chosen before; null for a handle never given, and for a file that is gone. */
export async function openKnownRecording(
  handle: FileHandle,
  recordings: RecentFiles,
): Promise<OpenedRecording | null> {
  const path = recordings.pathOf(handle)
  const opened = path === null ? null : await openChosenRecording(path, recordings)
  return opened?.ok ? opened : null
}

function addressOf(handle: FileHandle): string {
  return `${APP_ADDRESS}recording/${handle}`
}

async function readEnds(path: string): Promise<Pick<OpenedRecording, 'bytes' | 'first' | 'last'>> {
  const file = await open(path, 'r')
  try {
    const { size: bytes } = await file.stat()
    const { first, last } = markStretches(bytes)
    const read = async ({ start, end }: Span) => {
      const stretch = new Uint8Array(end - start)
      const { bytesRead } = await file.read(stretch, 0, stretch.length, start)
      return stretch.subarray(0, bytesRead)
    }
    return { bytes, first: await read(first), last: await read(last) }
  } finally {
    await file.close()
  }
}
