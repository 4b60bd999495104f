import type { OpenedFile } from '../../shared/bridge.ts'

/** Reads one file that the browser handed over. What cannot be read says why in `problem`. */
export async function readOpenedFile(file: File): Promise<OpenedFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), handle: null }
  } catch {
    const problem = `“${file.name}” could not be opened: it was moved, changed or may not be read. Choose it again.`
    return { name: file.name, bytes: new Uint8Array(), handle: null, problem }
  }
}

/** True when a file has one of the endings (any when there are none) and is not a hidden one. */
export function hasEnding(name: string, endings: readonly string[]): boolean {
  if (name.startsWith('.')) return false
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return endings.length === 0 || endings.some((wanted) => wanted.toLowerCase() === ending)
}
