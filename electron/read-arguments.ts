import type { FileHandle, FileToSave, OpenWanted } from '../shared/bridge.ts'
import { isRecord } from './kept-json.ts'

/** Takes what the window says it wants to open; throws when it is not of the agreed shape. */
export function readOpenWanted(value: unknown): OpenWanted {
  if (!isRecord(value)) throw notAgreed('open')
  const { title, endings, several, folder } = value
  if (typeof title !== 'string' || typeof several !== 'boolean') throw notAgreed('open')
  if (!isEndings(endings)) throw notAgreed('open')
  return { title, several, folder: folder === true, endings: endings.map((ending) => ending.toLowerCase()) }
}

/** Takes what the window wants saved; throws when it is not of the agreed shape. */
export function readFileToSave(value: unknown): FileToSave {
  if (!isRecord(value)) throw notAgreed('save')
  const { title, suggestedName, mediaType } = value
  if (typeof title !== 'string' || typeof mediaType !== 'string') throw notAgreed('save')
  return { title, mediaType, suggestedName: readName(suggestedName), bytes: readBytes(value.bytes) }
}

/** Takes the bytes of a file; throws when they are none. */
export function readBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw notAgreed('save')
  return value
}

/** Takes the handle of a file; throws when it is none. */
export function readHandle(value: unknown): FileHandle {
  if (typeof value !== 'string') throw notAgreed('file')
  return value
}

/** Takes a suggested name as a plain file name: what a system refuses in names becomes a hyphen. */
export function readName(value: unknown): string {
  if (typeof value !== 'string') throw notAgreed('name')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that names may not hold.
  const plain = value.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, '-').replace(/^[.\s]+|[.\s]+$/g, '')
  return plain.slice(0, 180) || 'Untitled'
}

function isEndings(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((ending) => typeof ending === 'string' && /^[\w-]{1,12}$/.test(ending))
  )
}

function notAgreed(what: string): Error {
  return new Error(`The window asked to ${what} in a way that was not agreed.`)
}
