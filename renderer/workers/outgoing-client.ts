import type { Unlocked } from '../../shared/lock/lock.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import type { Moment } from '../../shared/model/units.ts'
import { answerOf } from './ask-once.ts'
import type { Look, Outgoing, OutgoingAnswer, OutgoingRequest } from './outgoing-messages.ts'

/** A project on its way out: looked at first, then written, read only once. */
export interface GoingOut {
  /** Null when it broke off. */
  look(project: ProjectId, length: number, keys: Unlocked | undefined): Promise<Look | null>
  /** The file's bytes; null when it broke off. */
  write(what: Outgoing, at: Moment): Promise<Uint8Array | null>
  /** Ends it, whatever it is doing; what it took of memory is free again. */
  end(): void
}

/** Starts a worker for one project that may go out. */
export function startGoingOut(): GoingOut {
  const worker = new Worker(new URL('./outgoing-worker.ts', import.meta.url), {
    type: 'module',
    name: 'outgoing',
  })
  const ask = (request: OutgoingRequest) => answerOf<OutgoingAnswer>(worker, request)
  return {
    look: async (project, length, keys) => {
      const answer = await ask({ kind: 'look', project, length, keys })
      return answer?.kind === 'looked' ? answer : null
    },
    write: async (what, at) => {
      const answer = await ask({ kind: 'write', what, at })
      return answer?.kind === 'written' ? answer.bytes : null
    },
    end: () => worker.terminate(),
  }
}
