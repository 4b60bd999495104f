import type { FileHandle, FileToSave, OpenedFile, Outcome, Refused, SavedFile } from '../../shared/bridge.ts'
import { givingWay } from './give-way.ts'
import { keepPlace, keptPlace } from './kept-handles.ts'
import { arePickersOff } from './pickers-off.ts'
import { readOpenedFile } from './read-opened-file.ts'

/** Lets the person choose where to save; where the browser has no picker the file is downloaded. */
export async function saveToChosenPlace(file: FileToSave): Promise<SavedFile | Refused | null> {
  const choose = savePicker()
  if (choose === null) return await download(file)
  try {
    const place = await choose(pickerOptions(file))
    const written = await writeTo(place, file.bytes)
    return written.ok ? { ok: true, name: place.name, handle: await keepPlace(place) } : written
  } catch (trouble) {
    if (isNamed(trouble, 'AbortError')) return null
    // A picker opens only at a person's gesture; after long work the browser no longer sees one.
    return download(file)
  }
}

/** Writes again where a file was saved before, if the browser still allows it. */
export async function writeSavedFile(handle: FileHandle, bytes: Uint8Array): Promise<Outcome> {
  const place = await keptPlace(handle).catch(() => null)
  if (place === null)
    return {
      ok: false,
      problem: 'This browser no longer knows where the file was saved: save it as a new file.',
    }
  return (await mayWrite(place)) ? writeTo(place, bytes) : { ok: false, problem: askAgain(place.name) }
}

/** Reads a file saved before; null when it is gone or the browser no longer allows reading it. */
export async function readSavedFile(handle: FileHandle): Promise<OpenedFile | null> {
  try {
    const place = await keptPlace(handle)
    if (place === null || !(await mayWrite(place))) return null
    const read = await readOpenedFile(await place.getFile())
    return read.problem === undefined ? { ...read, handle } : null
  } catch {
    return null
  }
}

/** Deletes a file saved before, for good, if the browser still allows it. */
export async function deleteSavedFile(handle: FileHandle): Promise<Outcome> {
  const place = await keptPlace(handle).catch(() => null)
  if (!place?.remove || !(await mayWrite(place)))
    return {
      ok: false,
      problem: 'This browser does not let Loam delete the file: delete it where you saved it.',
    }
  try {
    await place.remove()
    return { ok: true }
  } catch (trouble) {
    if (isNamed(trouble, 'NotFoundError')) return { ok: true }
    return {
      ok: false,
      problem: `“${place.name}” was not deleted: the browser refused it. Delete it where you saved it.`,
    }
  }
}

type SavePicker = (options: SavePickerOptions) => Promise<FileSystemFileHandle>

interface SavePickerOptions {
  readonly suggestedName: string
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[]
}

declare global {
  interface Window {
    readonly showSaveFilePicker?: SavePicker
  }
  interface FileSystemFileHandle {
    queryPermission?(wanted: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>
    requestPermission?(wanted: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>
    /** In Chromium alone. */
    remove?(): Promise<void>
  }
}

/** The browser's picker; null where it has none, and where a program drives the browser: its picker would
    be cancelled before anybody saw it. */
function savePicker(): SavePicker | null {
  return arePickersOff() ? null : (window.showSaveFilePicker?.bind(window) ?? null)
}

function pickerOptions({ suggestedName, mediaType }: FileToSave): SavePickerOptions {
  const ending = /\.[\w-]+$/.exec(suggestedName)?.[0]
  const type = mediaType.split(';')[0] ?? mediaType
  return { suggestedName, types: ending === undefined ? [] : [{ accept: { [type]: [ending] } }] }
}

async function download({ suggestedName, bytes, mediaType }: FileToSave): Promise<SavedFile> {
  const address = URL.createObjectURL(await inSlices(bytes, mediaType))
  const link = document.createElement('a')
  link.href = address
  link.download = suggestedName
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the bytes after the click; a minute is ample, and keeping them longer wastes memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { ok: true, name: suggestedName, handle: null }
}

/** The browser copies what it is to keep, so a large file is handed over in slices that leave room for frames. */
async function inSlices(bytes: Uint8Array, type: string): Promise<Blob> {
  const slices: Blob[] = []
  const pause = givingWay()
  for (let from = 0; from < bytes.length; from += sliceSize) {
    await pause()
    slices.push(new Blob([bytes.slice(from, from + sliceSize)]))
  }
  return new Blob(slices, { type })
}

const sliceSize = 8_000_000

/** Writes a whole file or nothing: the browser writes to a temporary one of its own and swaps it in when it is closed.
    `why` says in a sentence what the trouble was. */
export async function writeTo(
  place: FileSystemFileHandle,
  bytes: Uint8Array,
  why: (name: string, trouble: unknown) => string = whyNotWritten,
): Promise<Outcome> {
  let writing: FileSystemWritableFileStream | null = null
  try {
    writing = await place.createWritable()
    await writing.write(new Uint8Array(bytes))
    await writing.close()
    return { ok: true }
  } catch (trouble) {
    await writing?.abort().catch(() => undefined)
    return { ok: false, problem: why(place.name, trouble) }
  }
}

function whyNotWritten(name: string, trouble: unknown): string {
  if (isNamed(trouble, 'NotAllowedError')) return askAgain(name)
  const reason = isNamed(trouble, 'QuotaExceededError')
    ? 'the disk is full. Free some space or choose another disk'
    : isNamed(trouble, 'NotFoundError')
      ? 'its folder is no longer there. Save it as a new file'
      : 'the browser could not write it. Save it as a new file elsewhere'
  return `“${name}” was not saved: ${reason}. The file that was there before is unchanged.`
}

async function mayWrite(place: FileSystemFileHandle): Promise<boolean> {
  const wanted = { mode: 'readwrite' } as const
  if (!place.queryPermission || (await place.queryPermission(wanted)) === 'granted') return true
  // Asking fails unless the person has just clicked or typed.
  return (await place.requestPermission?.(wanted).catch(() => 'denied')) === 'granted'
}

function askAgain(name: string): string {
  return `“${name}” was not saved: the browser asks anew whether Loam may write it. Choose “Save” and allow it.`
}

/** Whether it is the browser's trouble of this name. */
export function isNamed(trouble: unknown, name: string): boolean {
  return trouble instanceof DOMException && trouble.name === name
}
