import type { FileHandle } from '../../shared/bridge.ts'

/** Keeps where a file was saved, so that it can be written again after a restart; gives its handle. The
    browser's own handles can be kept only in IndexedDB, and belong to no project. */
export async function keepPlace(place: FileSystemFileHandle): Promise<FileHandle> {
  const handle = crypto.randomUUID()
  await inStore('readwrite', (places) => places.put(place, handle))
  return handle
}

/** Where a file was saved; null when this browser does not know the handle. */
export async function keptPlace(handle: FileHandle): Promise<FileSystemFileHandle | null> {
  const found: unknown = await inStore('readonly', (places) => places.get(handle))
  return isPlace(found) ? found : null
}

/** Keeps a folder that was chosen; one that is kept already has the same handle each time. */
export async function keepFolder(folder: FileSystemDirectoryHandle): Promise<FileHandle> {
  const [places, handles] = await Promise.all([
    inStore('readonly', (store) => store.getAll()),
    inStore('readonly', (store) => store.getAllKeys()),
  ])
  for (const [i, place] of places.entries()) {
    const handle = handles[i]
    if (typeof handle === 'string' && isFolder(place) && (await place.isSameEntry(folder))) return handle
  }
  const handle = crypto.randomUUID()
  await inStore('readwrite', (store) => store.put(folder, handle))
  return handle
}

/** A folder that was chosen; null when this browser does not know the handle. */
export async function keptFolder(handle: FileHandle): Promise<FileSystemDirectoryHandle | null> {
  const found: unknown = await inStore('readonly', (places) => places.get(handle))
  return isFolder(found) ? found : null
}

function isFolder(found: unknown): found is FileSystemDirectoryHandle {
  return typeof found === 'object' && found !== null && 'getFileHandle' in found && 'entries' in found
}

function isPlace(found: unknown): found is FileSystemFileHandle {
  return typeof found === 'object' && found !== null && 'getFile' in found && 'createWritable' in found
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (places: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openStore()
  try {
    return await answered(ask(database.transaction(PLACES, mode).objectStore(PLACES)))
  } finally {
    database.close()
  }
}

const PLACES = 'places'

function openStore(): Promise<IDBDatabase> {
  const opening = indexedDB.open('loam-handles', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(PLACES)
  return answered(opening)
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
