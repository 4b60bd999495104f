import { unpackForAgreement } from '../../shared/analysis/agreement/agreement-parcel.ts'
import { compareRound, roundDraws } from '../../shared/analysis/agreement/compare-round.ts'
import type { AgreementAnswer, AgreementRequest } from './agreement-messages.ts'

/* Compares coders away from the window: intervals draw the sources anew a thousand times. Whoever started it ends it
   when nobody waits any more. */

addEventListener('message', ({ data }: MessageEvent<AgreementRequest>) => {
  const { wish, parcel, state, at } = data
  const { project, texts } = unpackForAgreement(parcel)
  const compared = compareRound(project, texts, wish, { state, at }, (drawn) => {
    if (drawn % step === 0) answer({ kind: 'drawn', drawn, of: roundDraws })
  })
  answer({ kind: 'compared', compared })
})

/** Draws between two answers. */
const step = 20

function answer(message: AgreementAnswer): void {
  postMessage(message)
}
