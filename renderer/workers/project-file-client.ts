import type { ProjectId } from '../../shared/model/ids.ts'
import type { Moment } from '../../shared/model/units.ts'
import type {
  Adoption,
  AdoptWish,
  ProjectFileAnswer,
  ProjectFileRequest,
  WrittenFile,
} from './project-file-messages.ts'

/** Writes a stored project as a file without keeping the window waiting: up to this length of its log, which must be
    durable. Null where there are no workers or this one broke off; the window can then write it itself. */
export async function writeInWorker(
  project: ProjectId,
  length: number,
  at: Moment,
): Promise<WrittenFile | null> {
  if (typeof Worker === 'undefined') return null
  const answer = await asked({ kind: 'write', project, length, at })
  return answer.kind === 'written' ? answer : null
}

/** Reads a project file and gives its project a home on this machine, without keeping the window waiting. Rejects when
    it cannot be stored; what was here before is then still here. */
export async function adoptInWorker(bytes: Uint8Array, wish: AdoptWish = {}): Promise<Adoption> {
  const answer = await asked({ kind: 'adopt', bytes, ...wish })
  if (answer.kind === 'written' || answer.kind === 'failed')
    throw new Error('The project could not be stored')
  return answer
}

/** One worker for each question: what it needed of memory is free again once it has answered. */
function asked(request: ProjectFileRequest): Promise<ProjectFileAnswer> {
  const worker = new Worker(new URL('./project-file-worker.ts', import.meta.url), {
    type: 'module',
    name: 'project file',
  })
  return new Promise<ProjectFileAnswer>((settle) => {
    worker.onmessage = ({ data }: MessageEvent<ProjectFileAnswer>) => settle(data)
    worker.onerror = () => settle({ kind: 'failed' })
    worker.onmessageerror = () => settle({ kind: 'failed' })
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}
