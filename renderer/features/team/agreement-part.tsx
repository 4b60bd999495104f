import type { RoundId } from '../../../shared/model/ids.ts'

/** How far coders agree: rounds, each with its sample, unit, codebook version and result. */
export function AgreementPart({ round }: { readonly round: RoundId | undefined }) {
  return <h2>{round ?? 'Agreement'}</h2>
}
