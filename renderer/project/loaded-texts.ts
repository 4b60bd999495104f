import type { Content } from '../../shared/model/archive.ts'
import type { ContentHash } from '../../shared/model/ids.ts'
import type { ProjectDatabase } from './stored-project.ts'

/** Texts of an open project that are in memory: they are loaded when they are first needed. */
export interface LoadedTexts {
  /** Undefined until it was loaded. */
  get(hash: ContentHash): Content | undefined
  /** Brings texts into memory; without hashes, all of them. True when any came. */
  load(hashes?: readonly ContentHash[]): Promise<boolean>
  put(contents: readonly Content[]): void
}

/** Begins with none in memory. */
export function loadedTexts(database: Pick<ProjectDatabase, 'contents' | 'allContents'>): LoadedTexts {
  const loaded = new Map<ContentHash, Content>()
  const put = (contents: readonly Content[]) => {
    for (const content of contents) loaded.set(content.hash, content)
  }
  return {
    get: (hash) => loaded.get(hash),
    put,
    load: async (hashes) => {
      const missing = hashes?.filter((hash) => !loaded.has(hash))
      if (missing?.length === 0) return false
      const found = missing ? await database.contents(missing) : await database.allContents()
      put(found)
      return found.length > 0
    },
  }
}
