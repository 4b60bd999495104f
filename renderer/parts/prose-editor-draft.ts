import { type Seal, sealOf } from '../../shared/lock/seal.ts'
import { type ProjectId, readId } from '../../shared/model/ids.ts'
import type { ProseDoc } from '../../shared/model/report-entities.ts'
import { randomBytes } from '../platform/making.ts'
import { keysOf } from '../project/keyring.ts'
import { readProseDoc } from './prose-editor-json.ts'

/** Words that were not yet durable when the window went away, by the place they belong to.
    The database cannot be waited for while a window closes; this is written at once. */
export interface KeptDraft {
  readonly key: string
  readonly doc: ProseDoc
}

const prefix = 'loam-draft/'

/** Keeps words for the next time the window opens, sealed where the project is locked; the key begins with the project's
    id. False when the machine gives no room. */
export function keepDraft(key: string, doc: ProseDoc, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(prefix + key, sealed(key, JSON.stringify(doc)))
    return true
  } catch {
    return false
  }
}

/** Forgets words that are durable now. */
export function forgetDraft(key: string, storage: Storage = localStorage): void {
  storage.removeItem(prefix + key)
}

/** Words kept under keys that begin so. What cannot be read, or is sealed with keys that are not held, is left out. */
export function keptDrafts(beginning: string, storage: Storage = localStorage): readonly KeptDraft[] {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
  return keys
    .filter((key) => key.startsWith(prefix + beginning))
    .flatMap((key) => {
      const doc = readDraft(key.slice(prefix.length), storage.getItem(key) ?? '')
      return doc ? [{ key: key.slice(prefix.length), doc }] : []
    })
}

/** Locks or unlocks a project without leaving its words behind in the other way. */
export async function carryingDrafts(
  project: ProjectId,
  act: () => Promise<void>,
  storage: Storage = localStorage,
): Promise<void> {
  const drafts = keptDrafts(`${project}/`, storage)
  await act()
  for (const { key, doc } of drafts) keepDraft(key, doc, storage)
}

function readDraft(key: string, text: string): ProseDoc | null {
  try {
    return readProseDoc(JSON.parse(opened(key, text)))
  } catch {
    return null
  }
}

const mark = 'sealed '

function sealed(key: string, text: string): string {
  const seal = sealFor(key)
  return seal ? mark + toBase64(seal.seal(new TextEncoder().encode(text), key)) : text
}

function opened(key: string, text: string): string {
  const seal = text.startsWith(mark) ? sealFor(key) : null
  return seal ? new TextDecoder().decode(seal.open(fromBase64(text.slice(mark.length)), key)) : text
}

function sealFor(key: string): Seal | null {
  const project = readId<'project'>(key.split('/')[0] ?? '')
  const keys = project ? keysOf(project) : undefined
  return keys ? sealOf(keys.dataKey, randomBytes) : null
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
