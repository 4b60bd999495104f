import type { Edit } from '../../shared/change/change.ts'
import type { Side } from '../../shared/change/merge/conflict.ts'
import type { ToldConflict } from '../../shared/change/merge/conflict-in-words.ts'
import type { CoderId, ProjectId } from '../../shared/model/ids.ts'
import type {
  CompareWish,
  Comparison,
  MergeAnswer,
  MergeEnd,
  MergeRequest,
  MergeStep,
  Settlement,
} from './merge-messages.ts'

/** What came of comparing or settling. `ended` when it was ended meanwhile: nobody waits for it any more. */
export type MergeOutcome =
  | {
      readonly kind: 'compared'
      readonly comparison: Comparison
      readonly conflicts: readonly ToldConflict[]
    }
  | ({ readonly kind: 'settled'; readonly edits: readonly Edit[] } & Settlement)
  | Extract<MergeEnd, { kind: 'erased there' | 'refused' }>
  | { readonly kind: 'ended' }

/** One merge that is worked out away from the window: asked one thing after another, until it is ended. */
export interface Merging {
  /** What a merge would do, and its conflicts; refused where a file is no copy of the project. */
  compare(wish: CompareWish, onStep: (step: MergeStep) => void): Promise<MergeOutcome>
  /** The merge as decided; compared again where deciding brought new conflicts. */
  settle(
    made: ReadonlyMap<string, Side>,
    coder: CoderId,
    onStep: (step: MergeStep) => void,
  ): Promise<MergeOutcome>
  end(): void
}

/** Starts a worker for one merge. */
export function startMerging(): Merging {
  const asking = startAsking()
  return {
    compare: async (wish, onStep) => {
      const files = [wish.theirs, wish.base].flatMap((bytes) => (bytes ? [bytes] : []))
      return outcomeOf(await asking.ask({ kind: 'compare', ...wish }, onStep, files.flatMap(buffersOf)))
    },
    settle: async (made, coder, onStep) =>
      outcomeOf(await asking.ask({ kind: 'settle', made, coder }, onStep, [])),
    end: asking.end,
  }
}

/** Which project a file is a copy of; null where it is no project file, or nobody can tell. */
export async function inquiryIn(bytes: Uint8Array): Promise<{ id: ProjectId; name: string } | null> {
  const asking = startAsking()
  const { end } = await asking.ask({ kind: 'whose', bytes }, () => {}, [])
  asking.end()
  return end?.kind === 'inquiry' ? end : null
}

/** A whole answer: what came in pieces, and how it ended; null when it was ended before that. */
interface Answer {
  readonly conflicts: readonly ToldConflict[]
  readonly edits: readonly Edit[]
  readonly end: MergeEnd | null
}

function startAsking() {
  const worker = new Worker(new URL('./merge-worker.ts', import.meta.url), { type: 'module', name: 'merge' })
  let stop = () => {}
  return {
    ask: (request: MergeRequest, onStep: (step: MergeStep) => void, transfer: Transferable[]) =>
      new Promise<Answer>((settle) => {
        const conflicts: ToldConflict[] = []
        const edits: Edit[] = []
        const finish = (end: MergeEnd | null) => settle({ conflicts, edits, end })
        stop = () => finish(null)
        worker.onmessage = ({ data }: MessageEvent<MergeAnswer>) => {
          if (data.kind === 'step') onStep(data.step)
          else if (data.kind === 'conflicts') conflicts.push(...data.some)
          else if (data.kind === 'edits') edits.push(...data.some)
          else finish(data)
        }
        worker.onerror = () => finish({ kind: 'failed' })
        worker.onmessageerror = () => finish({ kind: 'failed' })
        worker.postMessage(request, transfer)
      }),
    end: () => {
      worker.terminate()
      stop()
    },
  }
}

function outcomeOf({ conflicts, edits, end }: Answer): MergeOutcome {
  switch (end?.kind) {
    case undefined:
      return { kind: 'ended' }
    case 'compared':
      return { ...end, conflicts }
    case 'settled':
      return { ...end, edits }
    case 'erased there':
    case 'refused':
      return end
    default:
      return {
        kind: 'refused',
        problem: 'The copies could not be brought together. Nothing was changed in this project.',
      }
  }
}

/** A file that fills its buffer is handed over instead of being copied. */
function buffersOf(bytes: Uint8Array): Transferable[] {
  return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []
}
