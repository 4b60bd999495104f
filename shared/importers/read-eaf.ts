import type { DecodedText } from './decode-text.ts'
import { draftUtterances, speakerLabel } from './draft-utterances.ts'
import { type ElanAnnotation, type ElanTier, elanTiers } from './elan-tiers.ts'
import { sourceNameOf } from './file-name.ts'
import { leftOutTiers } from './left-out-tiers.ts'
import { notice } from './notice.ts'
import type { ImportOutcome } from './source-draft.ts'
import { inTimeOrder } from './timeline.ts'
import { type Utterance, utteranceOf } from './utterance.ts'

/** An ELAN file as a draft: each annotation of a root tier a turn, all in the order of their times. */
export function readEaf(fileName: string, decoded: DecodedText): ImportOutcome {
  const file = elanTiers(decoded.text)
  if (!file.ok) return file
  const children = Map.groupBy(file.tiers, (tier) => tier.parent ?? '')
  const spoken = file.tiers.filter((tier) => tier.parent === null).map((root) => spokenTier(root, children))
  const voices = spoken.map((tier) => tier.annotations.flatMap((each) => turnOf(each, speakerOf(tier))))
  const utterances = inTimeOrder(voices)
  if (utterances.length === 0)
    return {
      ok: false,
      problem:
        'This ELAN file has no annotations with words in them: check in ELAN that it is the right one.',
    }
  const taken = new Set(spoken)
  const silent = spoken.reduce((sum, tier) => sum + tier.annotations.length, 0) - utterances.length
  const draft = draftUtterances(utterances, decoded, {
    name: sourceNameOf(fileName),
    format: 'eaf',
    layout: 'ELAN transcript (EAF)',
    units: file.tiers.reduce((sum, tier) => sum + tier.annotations.length, 0),
    attributes: file.attributes,
    notices: [
      ...leftOutTiers(
        file.tiers
          .filter((tier) => !taken.has(tier))
          .map((tier) => ({ name: tier.id, count: tier.annotations.length })),
      ),
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
  return { ok: true, draft }
}

/** Where a root tier holds only numbers or nothing, the words stand on the child tier with the most of them. */
function spokenTier(root: ElanTier, children: ReadonlyMap<string, readonly ElanTier[]>): ElanTier {
  const said = root.annotations.filter((each) => /\S/.test(each.text))
  const ids = said.filter((each) => REFERENCE.test(each.text.trim()))
  if (said.length > 0 && ids.length < said.length * 0.9) return root
  const own = (children.get(root.id) ?? []).slice(0, 100).toSorted((a, b) => letters(b) - letters(a))
  return own.find((tier) => letters(tier) > 0) ?? root
}

/** What numbers utterances: `12`, `KS_014.002`, `ref#3`. */
const REFERENCE = /^[^\s\d]{0,40}[._#:-]?\d[\w.:-]{0,40}$/

function letters(tier: ElanTier): number {
  return tier.annotations.reduce((sum, each) => sum + each.text.length, 0)
}

/** Who a tier belongs to: its participant, what stands behind `@` in its name, or its name. */
function speakerOf(tier: ElanTier): string | null {
  return speakerLabel(tier.participant) ?? speakerLabel(/@([^@]+)$/.exec(tier.id)?.[1] ?? tier.id)
}

function turnOf(annotation: ElanAnnotation, speaker: string | null): readonly Utterance[] {
  const utterance = utteranceOf(speaker, [annotation])
  return utterance === null ? [] : [utterance]
}
