import type { FileHandle, OpenedRecording, Refused } from '../../shared/bridge.ts'
import { recordingEndings, recordingKind } from '../../shared/recording/recording-kind.ts'
import { markStretches } from '../../shared/recording/recording-mark.ts'
import { askForFiles } from './choose-files.ts'
import { keepPlace, keptPlace } from './kept-handles.ts'
import { arePickersOff } from './pickers-off.ts'

/** Lets the person choose a recording; where the browser has a picker of its own, one press brings it back after a
    restart. Null when they cancel. */
export async function chooseRecording(title: string): Promise<OpenedRecording | Refused | null> {
  const choose = arePickersOff() ? undefined : window.showOpenFilePicker?.bind(window)
  if (!choose) {
    const [file] = await askForFiles({ title, endings: recordingEndings, several: false })
    return file ? openRecordingFile(file) : null
  }
  try {
    const [place] = await choose({
      types: [{ description: 'Recordings', accept: ACCEPTED }],
      multiple: false,
    })
    return place ? await openRecordingFile(await place.getFile(), await keepPlace(place)) : null
  } catch (trouble) {
    if (trouble instanceof DOMException && trouble.name === 'AbortError') return null
    throw trouble
  }
}

/** Opens a recording chosen before. The browser may ask whether it may; that works only while a press is answered, so
    without one the answer is null. */
export async function openRecording(handle: FileHandle): Promise<OpenedRecording | null> {
  try {
    const place = await keptPlace(handle)
    if (place === null || !(await mayRead(place))) return null
    const opened = await openRecordingFile(await place.getFile(), handle)
    return opened.ok ? opened : null
  } catch {
    return null
  }
}

/** Opens a file the window has already, as one that was dropped on it. */
export async function openRecordingFile(
  file: File,
  handle: FileHandle | null = null,
): Promise<OpenedRecording | Refused> {
  const { name, size } = file
  if (recordingKind(name) === null)
    return { ok: false, problem: `“${name}” is no sound or video that Loam knows by its ending.` }
  const { first, last } = markStretches(size)
  const read = async ({ start, end }: typeof first) =>
    new Uint8Array(await file.slice(start, end).arrayBuffer())
  try {
    const ends = { first: await read(first), last: await read(last) }
    return { ok: true, name, bytes: size, ...ends, handle, address: URL.createObjectURL(file) }
  } catch {
    const problem = `“${name}” could not be opened: it was moved, changed or may not be read. Choose it again.`
    return { ok: false, problem }
  }
}

/** Lets go of a recording that was opened. */
export function closeRecording(address: string): void {
  if (address.startsWith('blob:')) URL.revokeObjectURL(address)
}

interface OpenPickerOptions {
  readonly types: readonly {
    readonly description: string
    readonly accept: Readonly<Record<string, readonly string[]>>
  }[]
  readonly multiple: false
}

declare global {
  interface Window {
    readonly showOpenFilePicker?: (options: OpenPickerOptions) => Promise<readonly FileSystemFileHandle[]>
  }
}

const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'audio/*': recordingEndings.filter((ending) => recordingKind(`.${ending}`) === 'audio').map(dotted),
  'video/*': recordingEndings.filter((ending) => recordingKind(`.${ending}`) === 'video').map(dotted),
}

function dotted(ending: string): string {
  return `.${ending}`
}

async function mayRead(place: FileSystemFileHandle): Promise<boolean> {
  const mode = { mode: 'read' } as const
  const now = await place.queryPermission?.(mode)
  if (now !== 'prompt') return now !== 'denied'
  return navigator.userActivation.isActive && (await place.requestPermission?.(mode)) === 'granted'
}
