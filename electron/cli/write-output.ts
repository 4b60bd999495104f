import { extname } from 'node:path'
import { writeFileWhole } from '../write-file.ts'
import { type CommandResult, unusable } from './command.ts'

/** A file's ending in lower case, without the dot. */
export function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase()
}

/** Writes a file whole or not at all, and says that it is there. */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
  result: Omit<CommandResult, 'exit'> = {},
): Promise<CommandResult> {
  const written = await writeFileWhole(path, bytes)
  if (!written.ok) return unusable(written.problem)
  const document = { file: path, bytes: bytes.length }
  return { text: `Wrote ${path}`, json: document, ...result, exit: 0 }
}
