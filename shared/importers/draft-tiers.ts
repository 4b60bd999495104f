import type { FurtherTier } from './left-out-tiers.ts'
import type { DraftTier, SourceDraft } from './source-draft.ts'

/** A tier of a file with several, and whether it was taken as speech. */
type ReadTier = FurtherTier & { readonly isTaken: boolean }

/** The tiers that can be taken as speech or left out, those of one name together; none where there is no choice. */
export function tiersOnOffer(tiers: readonly ReadTier[]): Pick<SourceDraft, 'tiers'> {
  const byName = new Map<string, DraftTier>()
  for (const { name, count, isTaken } of tiers) {
    const known = byName.get(name)
    if (count > 0)
      byName.set(name, {
        name,
        count: count + (known?.count ?? 0),
        isTaken: isTaken || known?.isTaken === true,
      })
  }
  return byName.size > 1 ? { tiers: [...byName.values()].slice(0, 200) } : {}
}

/** The tiers with these names; null where none is named or none has such a name: then the reader chooses. */
export function namedTiers<T>(
  tiers: readonly T[],
  names: readonly string[] | undefined,
  nameOf: (tier: T) => string,
): readonly T[] | null {
  if (!names) return null
  const found = tiers.filter((tier) => names.includes(nameOf(tier)))
  return found.length > 0 ? found : null
}
