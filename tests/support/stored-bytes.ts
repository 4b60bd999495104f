/** Everything that databases hold, keys and values, as one text: strings as they are, bytes read as UTF-8 and as UTF-16.
    What is readable on the disk is readable here. */
export async function storedText(names?: readonly string[]): Promise<string> {
  const all = names ?? (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  const texts = await Promise.all(all.map(textOfDatabase))
  return texts.join('\n')
}

async function textOfDatabase(name: string): Promise<string> {
  const db = await answered(indexedDB.open(name))
  try {
    const pieces: string[] = [name]
    for (const table of db.objectStoreNames) {
      const store = db.transaction(table).objectStore(table)
      collect(await answered(store.getAllKeys()), pieces)
      collect(await answered(store.getAll()), pieces)
      for (const index of store.indexNames) collect(await answered(store.index(index).getAllKeys()), pieces)
    }
    return pieces.join('\n')
  } finally {
    db.close()
  }
}

function collect(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value)
  else if (typeof value !== 'object' || value === null) return
  else if (value instanceof ArrayBuffer) collect(new Uint8Array(value), into)
  else if (ArrayBuffer.isView(value)) {
    const bytes = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)
    into.push(new TextDecoder().decode(bytes), new TextDecoder('utf-16le').decode(bytes))
  } else if (Array.isArray(value)) for (const each of value) collect(each, into)
  else for (const [name, each] of Object.entries(value)) collect([name, each], into)
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((settle, fail) => {
    request.onsuccess = () => settle(request.result)
    request.onerror = () => fail(request.error)
  })
}
