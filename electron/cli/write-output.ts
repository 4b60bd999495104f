import { extname } from 'node:path'
import type { Outcome } from '../../shared/bridge.ts'
import { lockedEnding } from '../../shared/lock/locked-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { writeFileWhole } from '../write-file.ts'
import { type CommandResult, unusable } from './command.ts'
import { packProject } from './pack-project.ts'
import { locked } from './passphrase.ts'

/** A file's ending in lower case, without the dot. */
export function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase()
}

/** True for what a project may be called: a .qdpx, or a locked file. */
export function isProjectName(path: string): boolean {
  return endingOf(path) === 'qdpx' || endingOf(path) === lockedEnding
}

/** Writes a project whole or not at all: locked with the passphrase that was given where its ending says so. */
export async function writeProject(path: string, archive: Archive): Promise<Outcome> {
  const packed = await packProject(archive)
  const bytes = endingOf(path) === lockedEnding ? locked(packed) : { ok: true as const, bytes: packed }
  return bytes.ok ? writeUnlessBrokenOff(path, bytes.bytes) : bytes
}

/** Writes a file whole or not at all, and says that it is there. */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
  result: Omit<CommandResult, 'exit'> = {},
): Promise<CommandResult> {
  const written = await writeUnlessBrokenOff(path, bytes)
  if (!written.ok) return unusable(written.problem)
  const document = { file: path, bytes: bytes.length }
  return { text: `Wrote ${path}`, json: document, ...result, exit: 0 }
}

/** Ctrl-C takes away what was written so far; until then nothing of it is on the disk, and the process just ends. */
async function writeUnlessBrokenOff(path: string, bytes: Uint8Array): Promise<Outcome> {
  const breaking = new AbortController()
  const stop = () => breaking.abort()
  for (const signal of signals) process.once(signal, stop)
  const written = await writeFileWhole(path, bytes, undefined, breaking.signal)
  for (const signal of signals) process.removeListener(signal, stop)
  return written
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
