import type { OpenedFile } from '../../shared/bridge.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import { isLocked, type Lock, readLock } from '../../shared/lock/lock-facts.ts'
import { sha256 } from '../platform/making.ts'
import { holdKeys, keysFor } from '../project/keyring.ts'
import type { ListedProject } from '../project/listed-project.ts'
import { openFileInWorker, tryInWorker } from '../workers/lock-client.ts'
import { askPassphrase } from './ask-passphrase.tsx'

/** A chosen project file whose bytes can be read: a locked one was opened, and `keys` are what opened it. */
export interface ReadableFile extends OpenedFile {
  readonly keys?: Unlocked
  /** SHA-256 of the file as it is on disk. */
  readonly hash: string
}

/** Makes a project file readable: asks for the passphrase of a locked one, unless the keys of an open project fit. What
    cannot be opened says why in `problem`. Null when the person gives up. */
export async function readableFile(file: OpenedFile): Promise<ReadableFile | null> {
  if (file.problem !== undefined) return { ...file, hash: '' }
  if (!isLocked(file.bytes)) return { ...file, hash: await sha256(new Uint8Array(file.bytes)) }
  const reading = readLock(file.bytes)
  if (!reading.ok) return unreadable(file, reading.problem)
  const keys = keysFor(reading.lock) ?? (await askedFor(reading.lock, `Open ${file.name}`, fileIsLocked))
  if (!keys) return null
  const opened = await openFileInWorker(file.bytes, keys).catch(() => null)
  if (!opened) return unreadable(file, 'This machine has no memory left for it.')
  if (!opened.file.ok) return unreadable(file, opened.file.problem)
  // The lock of the file, not of the open project: their passphrases may differ.
  return { ...file, bytes: opened.file.bytes, hash: opened.hash, keys: { ...keys, lock: reading.lock } }
}

/** Asks for the passphrase of a locked project of this machine, and holds its keys. False when the person gives up. */
export async function unlockListed({ id, name, lock }: ListedProject): Promise<boolean> {
  if (!lock) return true
  const keys = await askedFor(lock, `Open “${name}”`, projectIsLocked)
  if (keys) holdKeys(id, keys)
  return keys !== null
}

const fileIsLocked = 'This file is locked. It opens with the passphrase that it was locked with.'
const projectIsLocked = 'This project is locked. It opens with its passphrase.'
const wrong = 'This is not its passphrase. Try again; capitals and spaces count.'

async function askedFor(lock: Lock, title: string, about: string): Promise<Unlocked | null> {
  let keys: Unlocked | null = null
  const tryIt = async (passphrase: string) => {
    keys = await tryInWorker(lock, passphrase)
    return keys ? null : wrong
  }
  return (await askPassphrase({ title, about, tryIt })) ? keys : null
}

function unreadable(file: OpenedFile, problem: string): ReadableFile {
  return {
    name: file.name,
    handle: file.handle,
    bytes: new Uint8Array(),
    hash: '',
    problem: `${file.name} could not be opened. ${problem}`,
  }
}
