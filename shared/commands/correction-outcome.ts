import { counted } from '../text/counted.ts'
/** What becomes of entities that stand on passages of a text that is corrected. */
export interface Fates {
  /** Their words read as before. */
  readonly same: number
  /** Some of their words are other ones now. */
  readonly changed: number
  /** Their words are gone: they stay on the text they were made on. */
  readonly gone: number
}

/** What a correction comes to, to be said before it happens. */
export interface CorrectionOutcome {
  readonly codings: Fates
  readonly memos: Fates
  readonly restrictions: Fates
  /** Stretches of the text that read differently. */
  readonly stretches: number
  readonly turns: { readonly kept: number; readonly added: number; readonly removed: number }
  /** Labels that were not there before. */
  readonly newSpeakers: readonly string[]
}

/** What becomes of the codings, in a line: "41 codings unchanged, 3 with changed words, 1 whose words are gone". */
export function codingsInWords({ codings }: CorrectionOutcome): string {
  return fatesInWords(codings, ['coding', 'codings']) ?? 'No codings are on it'
}

/** Everything that becomes of a correction, a line each; what does not occur is left out. */
export function outcomeInWords(outcome: CorrectionOutcome): readonly string[] {
  const { memos, restrictions, turns, newSpeakers, stretches } = outcome
  const lines = [
    stretches === 0
      ? 'The words are the same'
      : `${counted(stretches, 'stretch', 'stretches')} of the text changed`,
    codingsInWords(outcome),
    fatesInWords(memos, ['memo about a passage', 'memos about passages']),
    fatesInWords(restrictions, ['restriction of use', 'restrictions of use']),
    turns.added + turns.removed > 0
      ? `${counted(turns.kept, 'turn')} kept, ${turns.added} new, ${turns.removed} gone`
      : null,
    newSpeakers.length > 0 ? `New speakers: ${newSpeakers.join(', ')}` : null,
  ]
  return lines.filter((line) => line !== null)
}

function fatesInWords({ same, changed, gone }: Fates, words: readonly [string, string]): string | null {
  if (same + changed + gone === 0) return null
  const first = same > 0 || changed === 0
  const parts = [
    same > 0 ? `${counted(same, ...words)} unchanged` : null,
    changed > 0 ? `${first && same > 0 ? changed : counted(changed, ...words)} with changed words` : null,
    gone > 0 ? `${same + changed > 0 ? gone : counted(gone, ...words)} whose words are gone` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
