import { randomUUID } from 'node:crypto'
import { open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Outcome } from '../shared/bridge.ts'
import { whyNotWritten } from './file-problems.ts'

/** The steps of writing, so that a test can let one of them fail. */
export interface WritingSteps {
  readonly write: (
    path: string,
    bytes: Uint8Array,
    mode: number | undefined,
    signal?: AbortSignal,
  ) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
}

/** Writes a whole file or nothing: to a temporary name in the same folder, onto the disk, then renamed.
    On failure, or broken off by the signal, the file that was there is as it was, the temporary one is gone, and the
    sentence says why. */
export async function writeFileWhole(
  path: string,
  bytes: Uint8Array,
  steps = onDisk,
  signal?: AbortSignal,
): Promise<Outcome> {
  const target = await linkTarget(path)
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 40)}.${randomUUID().slice(0, 8)}.saving`,
  )
  try {
    await steps.write(temporary, bytes, await modeOf(target), signal)
    signal?.throwIfAborted()
    await steps.rename(temporary, target)
    await settleFolder(dirname(target))
    return { ok: true }
  } catch (trouble) {
    await unlink(temporary).catch(() => undefined)
    return { ok: false, problem: whyNotWritten(basename(path), trouble) }
  }
}

const onDisk: WritingSteps = { write: writeAndSettle, rename: renamePatiently }

/** Renaming over a link would replace the link; the file it points to is meant. */
async function linkTarget(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

async function modeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.mode & 0o777,
    () => undefined,
  )
}

async function writeAndSettle(
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
  signal?: AbortSignal,
): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(bytes, { signal })
    await file.sync()
  } finally {
    await file.close()
  }
}

/** On Windows a virus scanner or a synchronising folder may hold the file for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pause of [50, 200, 800]) {
    try {
      return await rename(from, to)
    } catch (trouble) {
      if (!isHeldForAMoment(trouble)) throw trouble
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  await rename(from, to)
}

function isHeldForAMoment(trouble: unknown): boolean {
  if (!(trouble instanceof Error) || !('code' in trouble)) return false
  const held = trouble.code === 'EBUSY' || trouble.code === 'EPERM' || trouble.code === 'EACCES'
  return held && process.platform === 'win32'
}

/** The rename itself must reach the disk; Windows has no way to ask for it, and does it by itself. */
async function settleFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r').catch(() => null)
  await opened?.sync().catch(() => undefined)
  await opened?.close()
}
