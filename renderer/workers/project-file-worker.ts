import { projectFileEntries, readProjectFile } from '../../shared/exchange/project-file.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { sha256, surroundings } from '../platform/making.ts'
import { adoptArchive, isKnown } from '../project/open-projects.ts'
import type {
  Adoption,
  ProjectFileAnswer,
  ProjectFileRequest,
  WrittenFile,
  ZipRequest,
} from './project-file-messages.ts'
import { storedArchive } from './stored-archive.ts'

/* Writes and reads project files away from the window. It reads the database itself, so that a project of any size
   never has to pass through the window. */

addEventListener('message', ({ data }: MessageEvent<ProjectFileRequest>) => {
  void (data.kind === 'write' ? write(data) : adopt(data)).catch(brokenOff)
})

async function write({ project, length, at }: Extract<ProjectFileRequest, { kind: 'write' }>): Promise<void> {
  const archive = await storedArchive(project, length)
  const packer = startPacking()
  for (const [name, bytes] of projectFileEntries(archive, { at })) packer.add(name, bytes)
  const bytes = await packer.end()
  const written: WrittenFile = { bytes, hash: await sha256(bytes), length }
  answer({ kind: 'written', ...written }, [bytes.buffer])
}

async function adopt(wish: Extract<ProjectFileRequest, { kind: 'adopt' }>): Promise<void> {
  answer(await adoption(wish))
}

async function adoption({
  bytes,
  unlessKnown = false,
  kind: _,
  ...facts
}: Extract<ProjectFileRequest, { kind: 'adopt' }>): Promise<Adoption> {
  const reading = readProjectFile(bytes)
  if (!reading.ok) return { kind: 'unreadable', problem: reading.problem }
  const { archive, notes } = reading
  const inquiry = inquiryOf(archive.project)
  if (unlessKnown && (await isKnown(inquiry.id))) return { kind: 'known', inquiry }
  const id = await adoptArchive(archive, surroundings, facts)
  return {
    kind: 'adopted',
    id,
    notes,
    hash: await sha256(new Uint8Array(bytes)),
    length: archive.changes.length,
  }
}

/** A worker that packs what it is given while the next file is being made. */
function startPacking(): {
  add(name: string, bytes: Uint8Array): void
  end(): Promise<Uint8Array<ArrayBuffer>>
} {
  const worker = new Worker(new URL('./zip-worker.ts', import.meta.url), { type: 'module', name: 'zip' })
  const packed = new Promise<Uint8Array<ArrayBuffer>>((settle, fail) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => settle(data)
    worker.onerror = fail
  })
  const send = (request: ZipRequest, transfer: Transferable[] = []) => worker.postMessage(request, transfer)
  return {
    add: (name, bytes) => {
      const whole = bytes.byteLength === bytes.buffer.byteLength
      send({ kind: 'add', name, bytes }, whole ? [bytes.buffer] : [])
    },
    end: () => {
      send({ kind: 'end' })
      return packed
    },
  }
}

function answer(message: ProjectFileAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}

function brokenOff(): void {
  answer({ kind: 'failed' })
}
