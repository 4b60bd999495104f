import type { ProseDoc } from '../../shared/model/report-entities.ts'
import { readProseDoc } from './prose-editor-json.ts'

/** Words that were not yet durable when the window went away, by the place they belong to.
    The database cannot be waited for while a window closes; this is written at once. */
export interface KeptDraft {
  readonly key: string
  readonly doc: ProseDoc
}

const prefix = 'loam-draft/'

/** Keeps words for the next time the window opens. False when the machine gives no room. */
export function keepDraft(key: string, doc: ProseDoc, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(prefix + key, JSON.stringify(doc))
    return true
  } catch {
    return false
  }
}

/** Forgets words that are durable now. */
export function forgetDraft(key: string, storage: Storage = localStorage): void {
  storage.removeItem(prefix + key)
}

/** Words kept under keys that begin so. What cannot be read is left out. */
export function keptDrafts(beginning: string, storage: Storage = localStorage): readonly KeptDraft[] {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
  return keys
    .filter((key) => key.startsWith(prefix + beginning))
    .flatMap((key) => {
      const doc = readDraft(storage.getItem(key) ?? '')
      return doc ? [{ key: key.slice(prefix.length), doc }] : []
    })
}

function readDraft(text: string): ProseDoc | null {
  try {
    return readProseDoc(JSON.parse(text))
  } catch {
    return null
  }
}
