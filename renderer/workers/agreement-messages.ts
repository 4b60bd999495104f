import type { AgreementParcel } from '../../shared/analysis/agreement/agreement-parcel.ts'
import type { AgreementWish } from '../../shared/analysis/agreement/agreement-wish.ts'
import type { RoundCompared } from '../../shared/analysis/agreement/compare-round.ts'
import type { DisagreementParcel } from '../../shared/analysis/agreement/disagreement-parcel.ts'
import type { Moment } from '../../shared/model/units.ts'

/** What the window asks of an agreement worker; each answers one question and is then ended. It is given all it needs
    and reads nothing stored, so a locked project's key never has to reach it. */
export type AgreementRequest = ComparingRequest | PlacesRequest

export interface ComparingRequest {
  readonly kind: 'compare'
  readonly parcel: AgreementParcel
  readonly wish: AgreementWish
  /** Stands for the coding that is compared (`codingState`). */
  readonly state: string
  readonly at: Moment
}

/** Where coders disagree. */
export interface PlacesRequest {
  readonly kind: 'find places'
  readonly parcel: AgreementParcel
  readonly wish: AgreementWish
}

/** What it answers: how many of how many draws of sources are done, then what the comparison came to; or where coders
    disagree. */
export type AgreementAnswer =
  | { readonly kind: 'drawn'; readonly drawn: number; readonly of: number }
  | { readonly kind: 'compared'; readonly compared: RoundCompared }
  | { readonly kind: 'places'; readonly found: DisagreementParcel }
