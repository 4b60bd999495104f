import { adjustDraft } from './adjust-draft.ts'
import type { DraftDecisions, ImportOutcome, ImportProblem, SourceDraft } from './source-draft.ts'

/** What a long list of files needs of each draft: everything but its text and what stands at places of it. A whole
    draft is one too. */
export interface DraftSummary
  extends Pick<
    SourceDraft,
    | 'name'
    | 'format'
    | 'layout'
    | 'words'
    | 'units'
    | 'turnsAre'
    | 'speakers'
    | 'likelyMerges'
    | 'attributes'
    | 'encoding'
    | 'notices'
  > {
  /** How many there are. */
  readonly turns: { readonly length: number }
}

/** A file as it was read, in brief: as it would come in if nothing is decided. */
export type OutcomeInBrief =
  | {
      readonly ok: true
      readonly draft: DraftSummary
      /** Turns that are only suspected, and stay out until they are wanted. */
      readonly suspected: number
    }
  | ImportProblem

/** An outcome without the text, to be listed. */
export function inBrief(outcome: ImportOutcome): OutcomeInBrief {
  if (!outcome.ok) return outcome
  const { draft } = outcome
  const suspected = draft.turnsAre === 'suggested' ? draft.turns.length : 0
  return { ok: true, draft: summaryOf(suspected > 0 ? adjustDraft(draft, undecided) : draft), suspected }
}

/** A draft without its text. */
export function summaryOf(draft: DraftSummary): DraftSummary {
  const { name, format, layout, words, units, turns, turnsAre, speakers, likelyMerges, attributes } = draft
  const { encoding, notices } = draft
  return {
    name,
    format,
    layout,
    words,
    units,
    turns: { length: turns.length },
    turnsAre,
    speakers,
    likelyMerges,
    attributes,
    ...(encoding ? { encoding } : {}),
    notices,
  }
}

/** What a file is before anyone decided anything about it. */
export const undecided: DraftDecisions = { notSpeakers: [], merges: {}, roles: {}, takeSuggested: false }
