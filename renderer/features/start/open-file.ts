import type { OpenedFile } from '../../../shared/bridge.ts'
import type { FileReceipt } from '../../../shared/exchange/receipt-memo.ts'
import type { Unlocked } from '../../../shared/lock/lock.ts'
import { lockedEnding } from '../../../shared/lock/locked-file.ts'
import type { Inquiry } from '../../../shared/model/entities.ts'
import type { MemoId, ProjectId } from '../../../shared/model/ids.ts'
import { emptyProject, inquiryOf, type Project } from '../../../shared/model/project.ts'
import { type ReadableFile, readableFile, unlockListed } from '../../parts/unlock.ts'
import { desktop } from '../../platform/desktop.ts'
import { surroundings } from '../../platform/making.ts'
import { dropKeys, holdKeys, keysOf } from '../../project/keyring.ts'
import type { ListedProject } from '../../project/listed-project.ts'
import { listedProject, noteProject } from '../../project/project-list.ts'
import { adoptInWorker, readInWorker } from '../../workers/project-file-client.ts'
import type { Adoption, AdoptWish } from '../../workers/project-file-messages.ts'

/** What came of opening a file: a project to go to, one that is here already, or trouble in one sentence. */
export type Arrival =
  | {
      readonly kind: 'open'
      readonly id: ProjectId
      readonly notes: readonly string[]
      /** The memo with the receipt of another tool's file. */
      readonly receipt?: MemoId
    }
  | ReadArrival
  | {
      readonly kind: 'known'
      readonly file: ReadableFile
      readonly reading: Reading
      /** In one sentence, where the file's copy cannot be merged into the one here. */
      readonly whyNoMerge?: string
    }
  | { readonly kind: 'trouble'; readonly problem: string }

/** A file of another tool was read, and waits with its receipt: nothing of it is stored yet. */
export interface ReadArrival {
  readonly kind: 'read'
  readonly told: FileReceipt
  bringIn(): Promise<Arrival>
  leave(): void
}

/** What the window knows of a file's project before it is decided what becomes of it: its inquiry alone. */
interface Reading {
  readonly archive: { readonly project: Project }
}

/** Opens a project file, asking for one unless it was handed over. Null when the person cancels. */
export async function openFile(given?: OpenedFile): Promise<Arrival | null> {
  const wanted = { title: 'Open a project', endings: ['qdpx', lockedEnding], several: false }
  const chosen = given ?? (await desktop().openFiles(wanted))[0]
  const file = chosen ? await readableFile(chosen) : null
  if (!file) return null
  if (file.problem !== undefined) return { kind: 'trouble', problem: file.problem }
  const wish = { unlessKnown: true, keys: file.keys, file: file.name }
  const read = await readInWorker(file.bytes, wish)
  if (read.kind !== 'receipt') return arrivedOrKnown(read, file)
  const bringIn = async () => arrivedOrKnown(await read.bringIn(), file)
  return { kind: 'read', told: read.told, bringIn, leave: read.leave }
}

async function arrivedOrKnown(adoption: Adoption, file: ReadableFile): Promise<Arrival> {
  if (adoption.kind === 'known') {
    const { inquiry, whyNoMerge } = adoption
    return { kind: 'known', reading: inquiryAlone(inquiry), file, ...(whyNoMerge ? { whyNoMerge } : {}) }
  }
  return settled(adoption, file)
}

/** Puts the copy in the file in the place of the one on this machine. */
export async function replaceKnown(_: Reading, file: ReadableFile): Promise<Arrival> {
  return settled(await adoptInWorker(file.bytes, { keys: file.keys, file: file.name }), file)
}

/** Keeps both: the file's copy gets a home of its own and a name that tells them apart. `here` opens the copy on this
    machine where that is locked: only then is it known what was erased in it, and stays out. */
export async function keepBoth({ archive }: Reading, file: ReadableFile, here?: Unlocked): Promise<Arrival> {
  const wish: AdoptWish = {
    here,
    id: surroundings.newId<'project'>(),
    name: `${inquiryOf(archive.project).name} (${file.name})`,
    keys: file.keys,
    file: file.name,
  }
  return arrived(await adoptInWorker(file.bytes, wish), file.name, file.keys)
}

/** The same after asking for the passphrase of the locked copy on this machine. Null when the person gives up. */
export async function keepBothUnlocked(
  listed: ListedProject,
  reading: Reading,
  file: ReadableFile,
): Promise<Arrival | null> {
  if (!(await unlockListed(listed))) return null
  const here = keysOf(listed.id)
  dropKeys(listed.id)
  return keepBoth(reading, file, here)
}

/** Opens the sample that ships with Loam; work done in it earlier is still there. */
export async function openSample(): Promise<Arrival> {
  const response = await fetch('./sample.qdpx')
  if (!response.ok)
    return { kind: 'trouble', problem: 'The sample project is missing from this installation of Loam.' }
  const bytes = new Uint8Array(await response.arrayBuffer())
  return arrived(await adoptInWorker(bytes, { unlessKnown: true, sample: true }), 'The sample project')
}

/** The file stays the project's own where Loam can write it again. */
async function settled(adoption: Adoption, file: ReadableFile): Promise<Arrival> {
  // What could not be taken over is only in the file, so Loam does not write over it by itself.
  if (adoption.kind === 'adopted' && adoption.id && file.handle && isWhole(adoption)) {
    const { id, length } = adoption
    const readable = (await listedProject(id, file.keys))?.readableFile
    const facts = {
      file: { handle: file.handle, name: file.name, bytes: file.hash },
      savedAt: length,
      // A colleague may have locked the very file that could be read before.
      ...(readable?.handle === file.handle ? { readableFile: undefined } : {}),
    }
    await noteProject(id, facts, file.keys)
  }
  return arrived(adoption, file.name, file.keys)
}

function isWhole({ notes, receipt }: Extract<Adoption, { kind: 'adopted' }>): boolean {
  return notes.length === 0 && receipt === undefined
}

function inquiryAlone(inquiry: Inquiry): Reading {
  const tables = { ...emptyProject.tables, inquiry: new Map([[inquiry.id, inquiry]]) }
  return { archive: { project: { ...emptyProject, tables } } }
}

function arrived(adoption: Adoption, file: string, keys?: Unlocked): Arrival {
  switch (adoption.kind) {
    case 'known':
      return { kind: 'open', id: adoption.inquiry.id, notes: [] }
    case 'unreadable':
      return { kind: 'trouble', problem: `${file} could not be opened. ${adoption.problem}` }
    case 'adopted':
      if (adoption.id && keys) holdKeys(adoption.id, keys)
      if (adoption.id) {
        const { id, notes, receipt } = adoption
        return { kind: 'open', id, notes, ...(receipt ? { receipt } : {}) }
      }
      return { kind: 'trouble', problem: 'This project is open in another window. Close it there first.' }
  }
}
