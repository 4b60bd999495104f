import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeFileWhole } from './write-file.ts'

/** Reads a small file of Loam's own settings. Null when it is absent or damaged: it is then begun anew. */
export async function readKeptJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}

/** Keeps a small file of Loam's own settings, whole or not at all. False when it could not be kept. */
export async function keepJson(path: string, value: unknown): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true })
  } catch {
    return false
  }
  return (await writeFileWhole(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`))).ok
}

/** True for a plain JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
