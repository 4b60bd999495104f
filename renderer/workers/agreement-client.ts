import { packForAgreement } from '../../shared/analysis/agreement/agreement-parcel.ts'
import type { AgreementWish } from '../../shared/analysis/agreement/agreement-wish.ts'
import { codingState } from '../../shared/analysis/agreement/coding-state.ts'
import type { RoundCompared } from '../../shared/analysis/agreement/compare-round.ts'
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
  if (signal.aborted) return Promise.resolve(null)
  const worker = start()
  return new Promise<RoundCompared | null>((settle, fail) => {
    signal.addEventListener('abort', () => settle(null), { once: true })
    worker.onerror = () => fail(new Error('Comparing broke off'))
    worker.onmessage = ({ data }) => {
      if (data.kind === 'drawn') onDrawn(data.drawn, data.of)
      else settle(data.compared)
    }
    worker.postMessage({
      parcel: packForAgreement(project, texts, wish),
      wish,
      state: codingState(project, wish),
      at,
    })
  }).finally(() => worker.terminate())
}

function startAgreementWorker(): AgreementWorker {
  return new Worker(new URL('./agreement-worker.ts', import.meta.url), { type: 'module', name: 'agreement' })
}
