import type { FileToRead } from './files-to-read.ts'
import { hasEnding, readOpenedFile } from './read-opened-file.ts'

/** The files dropped on the window, folders with everything in them, in order of name within a folder; each to be
    read when its turn comes. Only files with one of the endings; any when there are none. */
export async function droppedFiles(
  dropped: DataTransfer,
  endings: readonly string[],
): Promise<readonly FileToRead[]> {
  // The list empties itself once the drop event is over, so it is read before anything is awaited.
  const things = [...dropped.items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
  const files = (await Promise.all(things.map(filesOf))).flat()
  return files
    .filter((file) => hasEnding(file.name, endings))
    .map((file) => ({ name: file.name, read: () => readOpenedFile(file) }))
}

/** Dropped text is neither an entry nor a file; a file out of a web page is a file without an entry. */
async function filesOf(entry: FileSystemEntry | File | null): Promise<readonly File[]> {
  if (entry === null) return []
  if (entry instanceof File) return [entry]
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!isFolder(entry)) return []
  const inside = (await entriesOf(entry)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return (await Promise.all(inside.map(filesOf))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const found: FileSystemEntry[] = []
  // A reader gives a hundred at a time, and an empty list at the end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return found
    found.push(...part)
  }
}
