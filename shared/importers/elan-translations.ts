import { languageTag } from '../text/language-tag.ts'
import type { ElanTier } from './elan-tiers.ts'
import { statedLabel } from './stated-label.ts'
import type { TranslatedTier } from './tier-translations.ts'
import { saysTranslation } from './translation-names.ts'

/** The tiers among `further` that translate speech, each with the voice it belongs to: that of the root it hangs on,
    as `voiceOf` tells. */
export function elanTranslations(
  tiers: readonly ElanTier[],
  further: ReadonlySet<ElanTier>,
  voiceOf: (root: ElanTier) => string | null,
): ReadonlyMap<ElanTier, TranslatedTier> {
  const byId = new Map(tiers.map((tier) => [tier.id, tier]))
  return new Map(
    tiers
      .filter((tier) => further.has(tier) && isTranslation(tier))
      .map((tier) => {
        const root = rootOf(tier, byId)
        const speaker = root === tier ? statedLabel(tier.participant) : voiceOf(root)
        const pieces = tier.annotations.map((each) => ({ ...each, text: `${each.text} ` }))
        return [tier, { name: tier.id, kind: kindOf(tier), speaker, pieces }]
      }),
  )
}

/** Whether a tier's name or type says that it is a translation, or a child tier's is a language. */
export function isTranslation(tier: ElanTier): boolean {
  const isChild = tier.parent !== null
  return saysTranslation(tier.id) || saysTranslation(tier.type) || (isChild && isLanguage(ownName(tier)))
}

/** What tiers of several speakers have in common: "ft" of "ft@Noor"; the name where it says the language, else the type. */
function kindOf(tier: ElanTier): string {
  const own = ownName(tier)
  return saysTranslation(own) || isLanguage(own) ? own : tier.type
}

function isLanguage(name: string): boolean {
  return languageTag(name) !== undefined
}

/** A tier's name without whose it is. */
function ownName({ id, participant }: ElanTier): string {
  const own = participant === '' ? id : id.replaceAll(participant, '')
  return own.replace(/@.*$/, '').replace(/^[\s_-]+|[\s_-]+$/g, '')
}

/** Parents are followed through 50 tiers at most: a circle in a damaged file ends there. */
function rootOf(tier: ElanTier, byId: ReadonlyMap<string, ElanTier>): ElanTier {
  let root = tier
  for (let i = 0; i < 50 && root.parent !== null; i += 1)
    root = byId.get(root.parent) ?? { ...root, parent: null }
  return root
}
