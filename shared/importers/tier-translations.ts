import { firstIndex } from '../text/positions.ts'
import { type FurtherTier, leftOutTiers } from './left-out-tiers.ts'
import type { DraftTranslation, DraftTurn, SourceDraft } from './source-draft.ts'
import { namedApart, translatedInto } from './translation-names.ts'
import { type Piece, utteranceOf } from './utterance.ts'

/** A tier that holds what somebody said in another language. */
export interface TranslatedTier {
  readonly name: string
  /** What tiers of several speakers have in common: a type, a category or a name. */
  readonly kind: string
  /** Whose words it translates, as the draft labels that voice; null where the tier does not say. */
  readonly speaker: string | null
  /** In order, each with the spaces that part it from the next. */
  readonly pieces: readonly Piece[]
}

/** Translations that a draft's tiers hold, each piece at the turn of its voice that it begins in, and what could be put
    beside no turn, for the loss report. */
function tierTranslations(
  draft: Pick<SourceDraft, 'turns' | 'speakers'>,
  tiers: readonly TranslatedTier[],
): { readonly translations: readonly DraftTranslation[]; readonly left: readonly FurtherTier[] } {
  const byVoice = voicesOf(draft)
  const found = new Map<string, Map<number, Piece[]>>()
  const left = tiers.map(({ name, kind, speaker, pieces }): FurtherTier => {
    const turns = byVoice.get(speaker) ?? []
    let count = 0
    for (const piece of pieces) {
      const turn = piece.time === null ? undefined : turnAtTime(turns, piece.time)
      if (!turn || piece.text.trim() === '') count += 1
      else put(found, kind, turn.start, piece)
    }
    return { name, count }
  })
  const translations = [...found].map(([kind, stretches]) => ({
    name: translatedInto(kind),
    stretches: [...stretches]
      .toSorted(([a], [b]) => a - b)
      .map(([at, pieces]) => ({ at, text: joined(pieces) })),
  }))
  return { translations: namedApart(translations), left: left.filter((tier) => tier.count > 0) }
}

/** A draft with what its tiers translate, and the line of the loss report for tiers that are neither speech nor that. */
export function withTranslations(
  draft: SourceDraft,
  tiers: readonly TranslatedTier[],
  others: readonly FurtherTier[],
): SourceDraft {
  const { translations, left } = tierTranslations(draft, tiers)
  return {
    ...draft,
    ...(translations.length > 0 ? { translations } : {}),
    notices: [...leftOutTiers([...others, ...left]), ...draft.notices],
  }
}

/** The turns of each voice that have a time, in its order; under null everybody's. */
function voicesOf({
  turns,
  speakers,
}: Pick<SourceDraft, 'turns' | 'speakers'>): ReadonlyMap<string | null, readonly DraftTurn[]> {
  const timed = turns.filter((turn) => turn.time !== null).toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0))
  const voices = Map.groupBy(timed, (turn) =>
    turn.speaker === null ? '' : (speakers[turn.speaker]?.label ?? ''),
  )
  return new Map<string | null, readonly DraftTurn[]>([...voices, [null, timed]])
}

/** Milliseconds by which annotations of one utterance may begin apart. */
const APART = 20

function turnAtTime(turns: readonly DraftTurn[], time: number): DraftTurn | undefined {
  const turn = turns[firstIndex(turns, (each) => (each.time ?? 0) > time + APART) - 1]
  const isWithin = turn && (turn.endTime === null || time < Math.max(turn.endTime, (turn.time ?? 0) + APART))
  return isWithin ? turn : undefined
}

function put(found: Map<string, Map<number, Piece[]>>, kind: string, at: number, piece: Piece): void {
  const stretches = found.get(kind) ?? new Map<number, Piece[]>()
  found.set(kind, stretches.set(at, [...(stretches.get(at) ?? []), piece]))
}

function joined(pieces: readonly Piece[]): string {
  return utteranceOf(null, pieces)?.text ?? ''
}
