import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { makeLock, openLock } from '../../shared/lock/lock.ts'
import { isLocked, readLock } from '../../shared/lock/lock-facts.ts'
import { lockFile, openLockedFile } from '../../shared/lock/locked-file.ts'
import { fewestCharacters, passphraseStrength } from '../../shared/lock/passphrase-strength.ts'
import { whyNotRead } from '../file-problems.ts'

/** Bytes, or why there are none. */
export type BytesOrProblem =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: string }

/** What was typed, without the option that names the file of a passphrase. */
export type WithoutPassphrase =
  | { readonly ok: true; readonly args: readonly string[] }
  | { readonly ok: false; readonly problem: string; readonly exit: 1 | 2 }

let fromFile: string | null = null

/** Takes `--passphrase-file FILE`, which every command knows, out of what was typed, and reads the passphrase from its
    first line. A passphrase never stands on the command line itself, where other programs can read it. */
export async function takePassphraseFile(args: readonly string[]): Promise<WithoutPassphrase> {
  const at = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`))
  const typed = args[at]
  if (typed === undefined) return { ok: true, args }
  const inOne = typed.startsWith(`${option}=`)
  const path = inOne ? typed.slice(option.length + 1) : args[at + 1]
  if (!path) return { ok: false, exit: 2, problem: `Name the file: ${option} FILE` }
  try {
    fromFile = textOf(await readFile(path)).split(/\r?\n/)[0] ?? ''
  } catch (trouble) {
    return { ok: false, exit: 1, problem: whyNotRead(basename(path), trouble) }
  }
  if (fromFile === '')
    return { ok: false, exit: 1, problem: `The first line of “${basename(path)}” is empty.` }
  return { ok: true, args: [...args.slice(0, at), ...args.slice(at + (inOne ? 1 : 2))] }
}

/** A file as the editors and shells of its system write it: PowerShell writes UTF-16, with a mark. */
function textOf(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(mark).decode(bytes)
}

/** A project file's bytes as they can be read: a locked one is opened with the passphrase that was given. */
export function unlocked(bytes: Uint8Array): BytesOrProblem {
  if (!isLocked(bytes)) return { ok: true, bytes }
  const reading = readLock(bytes)
  if (!reading.ok) return reading
  const passphrase = givenPassphrase()
  if (passphrase === null) return { ok: false, problem: `It is locked. ${howToGive}` }
  const keys = openLock(reading.lock, passphrase)
  return keys ? openLockedFile(bytes, keys) : { ok: false, problem: 'It is locked, with another passphrase.' }
}

/** Bytes locked with the passphrase that was given, if it is as long as the window asks for. */
export function locked(bytes: Uint8Array): BytesOrProblem {
  const passphrase = givenPassphrase()
  if (passphrase === null) return { ok: false, problem: `A locked file needs a passphrase. ${howToGive}` }
  if (passphraseStrength(passphrase) === 'too short')
    return {
      ok: false,
      problem: `The passphrase is too short: take at least ${fewestCharacters} characters.`,
    }
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  return { ok: true, bytes: lockFile(bytes, makeLock(passphrase, random), random) }
}

const option = '--passphrase-file'
const howToGive = `Give the passphrase in LOAM_PASSPHRASE, or in a file with ${option} FILE.`

function givenPassphrase(): string | null {
  return fromFile || process.env.LOAM_PASSPHRASE || null
}
