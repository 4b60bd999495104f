import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ProjectReading, readProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Texts } from '../../shared/model/project.ts'
import { whyNotRead } from '../file-problems.ts'
import { unlocked } from './passphrase.ts'

export type BytesRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: string }

/** Reads a file whole; on failure one sentence that names it. */
export async function readBytes(path: string): Promise<BytesRead> {
  try {
    return { ok: true, bytes: new Uint8Array(await readFile(path)) }
  } catch (trouble) {
    return { ok: false, problem: whyNotRead(basename(path), trouble) }
  }
}

/** Opens a project file, a locked one with the passphrase that was given; on failure one sentence that names it. */
export async function openProject(path: string): Promise<ProjectReading> {
  const read = await readBytes(path)
  if (!read.ok) return read
  const plain = unlocked(read.bytes)
  const reading = plain.ok ? readProjectFile(plain.bytes) : plain
  return reading.ok ? reading : { ok: false, problem: `“${basename(path)}”: ${reading.problem}` }
}

/** A project's texts by their names. */
export function textsOf({ contents }: Pick<Archive, 'contents'>): Texts {
  return (hash) => contents.get(hash)?.text
}
