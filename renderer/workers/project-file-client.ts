import type { FileReceipt } from '../../shared/exchange/receipt-memo.ts'
import type { Unlocked } from '../../shared/lock/lock.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import type { Moment } from '../../shared/model/units.ts'
import { answerOf, askOnce } from './ask-once.ts'
import type {
  Adoption,
  AdoptWish,
  ProjectFileAnswer,
  ProjectFileRequest,
  WrittenFile,
} from './project-file-messages.ts'

/** Writes a stored project as a file without keeping the window waiting: up to this length of its log, which must be
    durable; locked with the keys that open it. Null where there are no workers or this one broke off; the window can then write it itself. */
export async function writeInWorker(
  project: ProjectId,
  length: number,
  at: Moment,
  keys: Unlocked | undefined,
): Promise<WrittenFile | null> {
  if (typeof Worker === 'undefined') return null
  const answer = await asked({ kind: 'write', project, length, at, keys })
  return answer?.kind === 'written' ? answer : null
}

/** Reads a project file and gives its project a home on this machine, without keeping the window waiting. Rejects when
    it cannot be stored; what was here before is then still here. */
export async function adoptInWorker(bytes: Uint8Array, wish: AdoptWish = {}): Promise<Adoption> {
  return adoptionIn(await asked({ kind: 'adopt', bytes, ...wish }))
}

/** A file of another tool that was read and waits: nothing of it is stored yet. */
export interface WaitingFile {
  readonly kind: 'receipt'
  readonly told: FileReceipt
  /** Gives it its home; rejects as `adoptInWorker` does. */
  bringIn(): Promise<Adoption>
  /** Lets go of it, unless it is being brought in; what it took of memory is free again. */
  leave(): void
}

/** The same, but a file of another tool waits with its receipt until it is decided whether it comes in: read once. */
export async function readInWorker(bytes: Uint8Array, wish: AdoptWish): Promise<Adoption | WaitingFile> {
  const worker = startWorker()
  const ask = (request: ProjectFileRequest) => answerOf<ProjectFileAnswer>(worker, request)
  const answer = await ask({ kind: 'adopt', bytes, askFirst: true, ...wish })
  const end = () => worker.terminate()
  if (answer?.kind !== 'receipt') {
    end()
    return adoptionIn(answer)
  }
  const { kind, ...told } = answer
  let isComing = false
  const bringIn = async () => {
    isComing = true
    return adoptionIn(await ask({ kind: 'bring in' }).finally(end))
  }
  const leave = () => {
    if (!isComing) end()
  }
  return { kind, told, bringIn, leave }
}

function adoptionIn(answer: ProjectFileAnswer | null): Adoption {
  if (!answer || answer.kind === 'written' || answer.kind === 'failed' || answer.kind === 'receipt')
    throw new Error('The project could not be stored')
  return answer
}

function asked(request: ProjectFileRequest): Promise<ProjectFileAnswer | null> {
  return askOnce<ProjectFileAnswer>(startWorker(), request).answer
}

function startWorker(): Worker {
  return new Worker(new URL('./project-file-worker.ts', import.meta.url), {
    type: 'module',
    name: 'project file',
  })
}
