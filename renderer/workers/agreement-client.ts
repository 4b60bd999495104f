import { packForAgreement } from '../../shared/analysis/agreement/agreement-parcel.ts'
import type { AgreementWish } from '../../shared/analysis/agreement/agreement-wish.ts'
import { codingState } from '../../shared/analysis/agreement/coding-state.ts'
import type { RoundCompared } from '../../shared/analysis/agreement/compare-round.ts'
import { unpackDisagreements } from '../../shared/analysis/agreement/disagreement-parcel.ts'
import type { CoderDisagreement } from '../../shared/analysis/agreement/disagreements.ts'
import type { Project, Texts } from '../../shared/model/project.ts'
import type { Moment } from '../../shared/model/units.ts'
import type { AgreementAnswer, AgreementRequest } from './agreement-messages.ts'

/** A worker as far as comparing needs it. */
export interface AgreementWorker {
  onmessage: ((event: MessageEvent<AgreementAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(message: AgreementRequest): void
  terminate(): void
}

/** What is to be compared, as it stands now. */
export interface AgreementQuestion {
  readonly project: Project
  /** Texts of sources without turns must be at hand. */
  readonly texts: Texts
  readonly wish: AgreementWish
  readonly at: Moment
}

/** Compares coders without keeping the window waiting; `onDrawn` is told how many of how many draws are done. Null
    when it was cancelled by `signal`; rejects when the worker broke off. */
export function compareInWorker(
  { project, texts, wish, at }: AgreementQuestion,
  onDrawn: (drawn: number, of: number) => void,
  signal: AbortSignal,
  start: () => AgreementWorker = startAgreementWorker,
): Promise<RoundCompared | null> {
  const request = (): AgreementRequest => ({
    kind: 'compare',
    parcel: packForAgreement(project, texts, wish),
    wish,
    state: codingState(project, wish),
    at,
  })
  return asked(request, signal, start, (answer) => {
    if (answer.kind === 'drawn') onDrawn(answer.drawn, answer.of)
    return answer.kind === 'compared' ? answer.compared : undefined
  })
}

/** Finds where coders disagree, as `disagreementsOf`, without keeping the window waiting. Null when it was cancelled by
    `signal`; rejects when the worker broke off. */
export function placesInWorker(
  { project, texts, wish }: Omit<AgreementQuestion, 'at'>,
  signal: AbortSignal,
  start: () => AgreementWorker = startAgreementWorker,
): Promise<readonly CoderDisagreement[] | null> {
  const request = (): AgreementRequest => ({
    kind: 'find places',
    parcel: packForAgreement(project, texts, wish),
    wish,
  })
  return asked(request, signal, start, (answer) =>
    answer.kind === 'places' ? unpackDisagreements(answer.found, wish) : undefined,
  )
}

/** Asks a worker of its own one question; `read` gives what was waited for, or undefined while it is still to come. */
function asked<T>(
  request: () => AgreementRequest,
  signal: AbortSignal,
  start: () => AgreementWorker,
  read: (answer: AgreementAnswer) => T | undefined,
): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null)
  const worker = start()
  return new Promise<T | null>((settle, fail) => {
    signal.addEventListener('abort', () => settle(null), { once: true })
    worker.onerror = () => fail(new Error('Comparing broke off'))
    worker.onmessage = ({ data }) => {
      const found = read(data)
      if (found !== undefined) settle(found)
    }
    worker.postMessage(request())
  }).finally(() => worker.terminate())
}

function startAgreementWorker(): AgreementWorker {
  return new Worker(new URL('./agreement-worker.ts', import.meta.url), { type: 'module', name: 'agreement' })
}
