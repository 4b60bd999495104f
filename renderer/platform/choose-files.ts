import type { FileHandle, ListedFile, OpenedFile, OpenWanted } from '../../shared/bridge.ts'
import { hasEnding, readOpenedFile } from './read-opened-file.ts'

/** Lets the person choose files, or a folder with everything in it, through a file input. */
export async function chooseFiles(wanted: OpenWanted): Promise<readonly OpenedFile[]> {
  return Promise.all((await askForFitting(wanted)).map(readOpenedFile))
}

/** Lets the person choose the same way, and reads nothing yet. */
export async function listChosenFiles(wanted: OpenWanted): Promise<readonly ListedFile[]> {
  return (await askForFitting(wanted)).map((file) => {
    const handle = crypto.randomUUID()
    listed.set(handle, file)
    return { name: file.name, handle }
  })
}

/** Reads a file that was listed. */
export async function readListedFile(handle: FileHandle): Promise<OpenedFile> {
  const file = listed.get(handle)
  if (file) return readOpenedFile(file)
  return {
    name: '',
    bytes: new Uint8Array(),
    handle: null,
    problem: 'This file is no longer at hand: choose it again.',
  }
}

/** Names of files on the disk, which hold nothing of them. */
const listed = new Map<FileHandle, File>()

async function askForFitting(wanted: OpenWanted): Promise<readonly File[]> {
  const chosen = await askForFiles(wanted)
  // A folder gives every file in it, hidden ones too; a typed name may have any ending.
  return wanted.folder === true ? chosen.filter((file) => hasEnding(file.name, wanted.endings)) : chosen
}

/** Lets the person choose files through a file input, and reads nothing of them yet; empty when they cancel. */
export function askForFiles(wanted: OpenWanted): Promise<readonly File[]> {
  return askWithInput(fileInput(wanted))
}

function fileInput({ title, endings, several, folder }: OpenWanted): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'file'
  input.hidden = true
  input.ariaLabel = title
  input.multiple = several
  input.webkitdirectory = folder === true
  input.accept = endings.map((ending) => `.${ending}`).join(',')
  return input
}

function askWithInput(input: HTMLInputElement): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const settle = (files: readonly File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => settle([...(input.files ?? [])]), { once: true })
    input.addEventListener('cancel', () => settle([]), { once: true })
    document.body.append(input)
    input.click()
  })
}
