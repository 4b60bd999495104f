import {
  type ProjectReading,
  projectFilePieces,
  readProjectFile,
} from '../../shared/exchange/project-file.ts'
import { fileReceipt, withReceiptMemo } from '../../shared/exchange/receipt-memo.ts'
import { whyWithheld } from '../../shared/exchange/why-no-copy.ts'
import type { FilePiece } from '../../shared/exchange/write-zip.ts'
import { lockFile } from '../../shared/lock/locked-file.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { randomBytes, sha256, surroundings } from '../platform/making.ts'
import { holdKeys } from '../project/keyring.ts'
import { adoptArchive, isKnown } from '../project/open-projects.ts'
import { listedProject } from '../project/project-list.ts'
import type {
  Adoption,
  AdoptWish,
  ProjectFileAnswer,
  ProjectFileRequest,
  WrittenFile,
  ZipAnswer,
  ZipRequest,
} from './project-file-messages.ts'
import { storedArchive } from './stored-archive.ts'

/* Writes and reads project files away from the window. It reads the database itself, so that a project of any size
   never has to pass through the window. */

addEventListener('message', ({ data }: MessageEvent<ProjectFileRequest>) => {
  void carryOut(data).catch(brokenOff)
})

async function carryOut(request: ProjectFileRequest): Promise<void> {
  if (request.kind === 'write') return write(request)
  if (request.kind === 'adopt') return adopt(request)
  if (waiting) answer(await waiting())
}

/** Gives what was read its home, once it is decided that it comes in. */
let waiting: (() => Promise<Adoption>) | null = null

async function write({
  project,
  length,
  at,
  keys,
}: Extract<ProjectFileRequest, { kind: 'write' }>): Promise<void> {
  holdKeys(project, keys)
  const [archive, packer] = await Promise.all([storedArchive(project, length), startPacking()])
  for (const piece of projectFilePieces(archive, { at })) packer.add(piece)
  const packed = await packer.end()
  const bytes = keys ? lockFile(packed, keys, randomBytes) : packed
  const written: WrittenFile = { bytes, hash: await sha256(bytes), length }
  answer({ kind: 'written', ...written }, [bytes.buffer])
}

async function adopt(wish: AdoptRequest): Promise<void> {
  const reading = readProjectFile(wish.bytes)
  const { file = '', askFirst = false } = wish
  if (reading.ok && reading.receipt && askFirst) {
    waiting = () => adoption(wish, reading)
    answer({ kind: 'receipt', ...fileReceipt(file, reading.receipt, reading.notes) })
  } else answer(await adoption(wish, reading))
}

type AdoptRequest = Extract<ProjectFileRequest, { kind: 'adopt' }>

async function adoption(
  { bytes, unlessKnown = false, file, kind: _, askFirst: __, ...facts }: AdoptRequest,
  reading: ProjectReading,
): Promise<Adoption> {
  if (!reading.ok) return { kind: 'unreadable', problem: reading.problem }
  const inquiry = inquiryOf(reading.archive.project)
  if (unlessKnown && (await isKnown(inquiry.id))) {
    const whyNoMerge = whyWithheld(reading)
    return { kind: 'known', inquiry, ...(whyNoMerge === null ? {} : { whyNoMerge }) }
  }
  const locked = await lockInTheWay(facts.id ?? inquiry.id, facts)
  if (locked !== null) return { kind: 'unreadable', problem: locked }
  const { archive, memo } = withReceipt(reading, file)
  const id = await adoptArchive(archive, surroundings, facts)
  return {
    kind: 'adopted',
    id,
    notes: reading.notes,
    hash: await sha256(new Uint8Array(bytes)),
    length: archive.changes.length,
    ...(memo ? { receipt: memo } : {}),
  }
}

function withReceipt(
  { archive, receipt, notes }: Extract<ProjectReading, { ok: true }>,
  file: string | undefined,
): ReturnType<typeof withReceiptMemo> {
  if (!receipt || file === undefined) return { archive, memo: null }
  const making = { at: surroundings.now(), copy: surroundings.newId<'copy'>() }
  return withReceiptMemo(archive, fileReceipt(file, receipt, notes), making)
}

/** A file that anybody can read never takes the place of a locked copy. Nor does one with another lock, unless that copy
    was opened: it would be lost without its passphrase, and what was erased in it could come back. */
async function lockInTheWay(id: ProjectId, { keys, here }: Pick<AdoptWish, 'keys' | 'here'>) {
  const lock = (await listedProject(id))?.lock
  if (!lock) return null
  if (!keys) return lockedHere
  return [keys, here].some((each) => each?.lock.key === lock.key) ? null : lockedOtherwise
}

const lockedHere =
  'The copy on this machine is locked, and this file is not. Keep both, or remove the passphrase of the copy here first.'

const lockedOtherwise =
  'The copy on this machine is locked with another passphrase. Keep both, or open the copy here and restore this file in its place in Settings under “Backups”.'

/** A worker that packs what it is given while the next file is being made. It is there when this settles: it cannot
    begin while whoever starts it is busy. */
async function startPacking(): Promise<{
  add(piece: FilePiece): void
  end(): Promise<Uint8Array<ArrayBuffer>>
}> {
  const worker = new Worker(new URL('./zip-worker.ts', import.meta.url), { type: 'module', name: 'zip' })
  const send = (request: ZipRequest, transfer: Transferable[] = []) => worker.postMessage(request, transfer)
  const answered = () =>
    new Promise<ZipAnswer>((settle, fail) => {
      worker.onmessage = ({ data }: MessageEvent<ZipAnswer>) => settle(data)
      worker.onerror = fail
    })
  await answered()
  const packed = answered()
  return {
    add: (piece) => {
      const { bytes } = piece
      const whole = bytes.byteLength === bytes.buffer.byteLength
      send({ kind: 'add', ...piece }, whole ? [bytes.buffer] : [])
    },
    async end() {
      send({ kind: 'end' })
      const answer = await packed
      if (answer.kind === 'ready') throw new Error('The zip is missing')
      return answer.bytes
    },
  }
}

function answer(message: ProjectFileAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}

function brokenOff(): void {
  answer({ kind: 'failed' })
}
