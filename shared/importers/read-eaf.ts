import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import { namedTiers, tiersOnOffer } from './draft-tiers.ts'
import { type ElanAnnotation, type ElanTier, elanTiers } from './elan-tiers.ts'
import { elanTranslations, isTranslation } from './elan-translations.ts'
import type { FileLines } from './file-lines.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import type { ImportOutcome } from './source-draft.ts'
import { statedLabel } from './stated-label.ts'
import { withTranslations } from './tier-translations.ts'
import { inTimeOrder } from './timeline.ts'
import { type Utterance, utteranceOf } from './utterance.ts'

/** An ELAN file as a draft: each annotation of a root tier a turn, all in the order of their times.
    With names, those tiers are taken instead. */
export function readEaf(fileName: string, decoded: DecodedText, names?: readonly string[]): ImportOutcome {
  const file = elanTiers(decoded.text)
  if (!file.ok) return file
  const children = Map.groupBy(file.tiers, (tier) => tier.parent ?? '')
  const chosen = namedTiers(file.tiers, names, (tier) => tier.id)
  const spokenBy = new Map(
    chosen
      ? chosen.map((tier) => [tier, tier])
      : spokenRoots(file.tiers).map((root) => [root, spokenTier(root, children)]),
  )
  const spoken = [...spokenBy.values()]
  const lines = decoded.lines()
  const voices = spoken.map((tier) =>
    tier.annotations.flatMap((each) => turnOf(each, speakerOf(tier), lines)),
  )
  const utterances = inTimeOrder(voices)
  if (utterances.length === 0)
    return {
      ok: false,
      problem:
        'This ELAN file has no annotations with words in them: check in ELAN that it is the right one.',
    }
  const taken = new Set(spoken)
  const silent = spoken.reduce((sum, tier) => sum + tier.annotations.length, 0) - utterances.length
  const further = file.tiers.filter((tier) => !taken.has(tier))
  const said = draftSpeech(utterances, {
    name: sourceNameOf(fileName),
    format: 'eaf',
    layout: 'ELAN transcript (EAF)',
    units: file.tiers.reduce((sum, tier) => sum + tier.annotations.length, 0),
    attributes: file.attributes,
    encoding: decoded.encoding,
    notices: [
      ...decoded.notices,
      ...notice('dropped', silent, [
        'annotation without words left out',
        'annotations without words left out',
      ]),
      ...notice('repaired', file.untimed, [
        'point without a time set between its neighbours',
        'points without a time set between their neighbours',
      ]),
    ],
  })
  const second = elanTranslations(file.tiers, new Set(further), (root) => {
    const tier = spokenBy.get(root)
    return tier ? speakerOf(tier) : null
  })
  const others = further.filter((tier) => !second.has(tier))
  return {
    ok: true,
    draft: {
      ...withTranslations(
        said,
        [...second.values()],
        others.map((tier) => ({ name: tier.id, count: tier.annotations.length })),
      ),
      ...tiersOnOffer(
        file.tiers.map((tier) => ({
          name: tier.id,
          count: tier.annotations.length,
          isTaken: taken.has(tier),
        })),
      ),
    },
  }
}

/** A root tier that only translates what others hold is nobody's voice. */
function spokenRoots(tiers: readonly ElanTier[]): readonly ElanTier[] {
  const roots = tiers.filter((tier) => tier.parent === null)
  const own = roots.filter((tier) => !isTranslation(tier))
  return own.some((tier) => letters(tier) > 0) ? own : roots
}

/** Where a root tier holds only numbers or nothing, the words stand on the child tier with the most of them. */
function spokenTier(root: ElanTier, children: ReadonlyMap<string, readonly ElanTier[]>): ElanTier {
  const said = root.annotations.filter((each) => /\S/.test(each.text))
  const ids = said.filter((each) => REFERENCE.test(each.text.trim()))
  if (said.length > 0 && ids.length < said.length * 0.9) return root
  const own = (children.get(root.id) ?? [])
    .slice(0, 100)
    .toSorted((a, b) => Number(isTranslation(a)) - Number(isTranslation(b)) || letters(b) - letters(a))
  return own.find((tier) => letters(tier) > 0) ?? root
}

/** What numbers utterances: `12`, `KS_014.002`, `ref#3`. */
const REFERENCE = /^[^\s\d]{0,40}[._#:-]?\d[\w.:-]{0,40}$/

function letters(tier: ElanTier): number {
  return tier.annotations.reduce((sum, each) => sum + each.text.length, 0)
}

/** Who a tier belongs to: its participant, what stands behind `@` in its name, or its name. */
function speakerOf(tier: ElanTier): string | null {
  return statedLabel(tier.participant) ?? statedLabel(/@([^@]+)$/.exec(tier.id)?.[1] ?? tier.id)
}

function turnOf(annotation: ElanAnnotation, speaker: string | null, file: FileLines): readonly Utterance[] {
  const utterance = utteranceOf(speaker, [{ ...annotation, place: numberedPlace(annotation.element, file) }])
  return utterance === null ? [] : [utterance]
}
