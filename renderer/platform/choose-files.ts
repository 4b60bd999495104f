import type { OpenedFile, OpenWanted } from '../../shared/bridge.ts'
import { hasEnding, readOpenedFile } from './read-opened-file.ts'

/** Lets the person choose files, or a folder with everything in it, through a file input. */
export async function chooseFiles(wanted: OpenWanted): Promise<readonly OpenedFile[]> {
  const chosen = await askWithInput(fileInput(wanted))
  // A folder gives every file in it, hidden ones too; a typed name may have any ending.
  const fitting =
    wanted.folder === true ? chosen.filter((file) => hasEnding(file.name, wanted.endings)) : chosen
  return Promise.all(fitting.map(readOpenedFile))
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
