import { unpackForAgreement } from '../../shared/analysis/agreement/agreement-parcel.ts'
import { compareRound, roundDraws } from '../../shared/analysis/agreement/compare-round.ts'
import { packDisagreements } from '../../shared/analysis/agreement/disagreement-parcel.ts'
import { disagreementsOf } from '../../shared/analysis/agreement/disagreements.ts'
import type {
  AgreementAnswer,
  AgreementRequest,
  ComparingRequest,
  PlacesRequest,
} from './agreement-messages.ts'

/* Compares coders away from the window: intervals draw the sources anew a thousand times, and a large project is read
   through to find where coders disagree. Whoever started it ends it when nobody waits any more. */

addEventListener('message', ({ data }: MessageEvent<AgreementRequest>) => {
  if (data.kind === 'compare') compare(data)
  else findPlaces(data)
})

function compare({ wish, parcel, state, at }: ComparingRequest): void {
  const { project, texts } = unpackForAgreement(parcel)
  const compared = compareRound(project, texts, wish, { state, at }, (drawn) => {
    if (drawn % step === 0) answer({ kind: 'drawn', drawn, of: roundDraws })
  })
  answer({ kind: 'compared', compared })
}

/** Draws between two answers. */
const step = 20

function findPlaces({ wish, parcel }: PlacesRequest): void {
  const { project, texts } = unpackForAgreement(parcel)
  answer({ kind: 'places', found: packDisagreements(disagreementsOf(project, texts, wish), wish) })
}

function answer(message: AgreementAnswer): void {
  postMessage(message)
}
