import { countWords } from '../text/count-words.ts'
import { type Insertion, insertTexts } from './insert-texts.ts'
import { likelyMerges } from './likely-merges.ts'
import type { DraftDecisions, DraftSpeaker, DraftTurn, SourceDraft } from './source-draft.ts'
import { wordsInTurns } from './words-in-turns.ts'

/** The draft as the researcher decided: labels that are no speakers become text again and their turns join the one
    before, voices are merged, roles and the name are set; counts of turns and words follow. */
export function adjustDraft(draft: SourceDraft, decisions: DraftDecisions): SourceDraft {
  // The table of a survey says who answered what, and its headings are nobody's words.
  if (draft.asked) return { ...draft, name: decisions.name ?? draft.name }
  const told = withTranslations(draft, decisions.translations)
  const taken = told.turnsAre === 'suggested' ? suggestedTaken(told, decisions.takeSuggested) : told
  const spoken = withoutSpeakers(taken, new Set(decisions.notSpeakers))
  const merged = withMerges(spoken, decisions)
  const words = merged.turns.length === 0 ? countWords(merged.text) : wordsInTurns(merged.text, merged.turns)
  return { ...merged, words, name: decisions.name ?? draft.name, likelyMerges: likelyMerges(merged.speakers) }
}

function withTranslations(draft: SourceDraft, decided: DraftDecisions['translations'] = {}): SourceDraft {
  if (!draft.translations) return draft
  const kept = draft.translations.flatMap((each) => {
    const own = Object.hasOwn(decided, each.name) ? decided[each.name] : {}
    return own === null ? [] : [{ ...each, ...own }]
  })
  return { ...draft, translations: kept }
}

function suggestedTaken(draft: SourceDraft, take: boolean): SourceDraft {
  return take ? { ...draft, turnsAre: 'recognised' } : { ...draft, turns: [], speakers: [], turnsAre: 'none' }
}

function withoutSpeakers(draft: SourceDraft, labels: ReadonlySet<string>): SourceDraft {
  const out = new Set(draft.speakers.flatMap((speaker, i) => (labels.has(speaker.label) ? [i] : [])))
  if (out.size === 0) return draft
  const isOut = (turn: DraftTurn): boolean => turn.speaker !== null && out.has(turn.speaker)
  const insertions = draft.turns.flatMap((turn): readonly Insertion[] =>
    isOut(turn) && turn.label === turn.start ? [{ at: turn.start, text: labelAsText(draft, turn) }] : [],
  )
  const moved = insertTexts(draft, insertions)
  return { ...moved, turns: joinedTurns(moved.turns, isOut, (turn) => wasBesideText(draft, turn)) }
}

function labelAsText(draft: SourceDraft, turn: DraftTurn): string {
  const label = turn.speaker === null ? '' : (draft.speakers[turn.speaker]?.label ?? '')
  return turn.end > turn.start ? `${label}: ` : `${label}:`
}

/** In formats whose labels are no text, every word belongs to a turn: a first turn stays, without a speaker. */
function wasBesideText(draft: SourceDraft, turn: DraftTurn): boolean {
  return draft.turnsAre === 'stated' && turn.label === turn.start
}

function joinedTurns(
  turns: readonly DraftTurn[],
  isOut: (turn: DraftTurn) => boolean,
  stays: (turn: DraftTurn) => boolean,
): readonly DraftTurn[] {
  const kept: DraftTurn[] = []
  for (const turn of turns) {
    const last = kept.at(-1)
    if (!isOut(turn)) kept.push(turn)
    else if (last !== undefined)
      kept[kept.length - 1] = {
        ...last,
        end: Math.max(last.end, turn.end),
        endTime: turn.endTime ?? last.endTime,
      }
    else if (stays(turn)) kept.push({ ...turn, start: turn.label, speaker: null })
  }
  return kept
}

function withMerges(draft: SourceDraft, decisions: DraftDecisions): SourceDraft {
  const labelOf = (turn: DraftTurn): string | null =>
    turn.speaker === null ? null : finalLabel(draft.speakers[turn.speaker]?.label ?? '', decisions.merges)
  const counts = new Map<string, number>()
  for (const turn of draft.turns) {
    const label = labelOf(turn)
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const order = draft.speakers
    .map((speaker) => finalLabel(speaker.label, decisions.merges))
    .filter((label) => counts.has(label))
  const labels = [...new Set(order)]
  const speakers = labels.map(
    (label): DraftSpeaker => ({
      label,
      role: roleOf(label, draft, decisions),
      turns: counts.get(label) ?? 0,
    }),
  )
  const index = new Map(labels.map((label, i) => [label, i]))
  const turns = draft.turns.map((turn) => ({ ...turn, speaker: index.get(labelOf(turn) ?? '') ?? null }))
  return { ...draft, speakers, turns }
}

/** Follows merges of merges; a circle ends where it began. */
function finalLabel(label: string, merges: Readonly<Record<string, string>>): string {
  const seen = new Set<string>()
  let at = label
  while (Object.hasOwn(merges, at) && !seen.has(at)) {
    seen.add(at)
    at = merges[at] ?? at
  }
  return at
}

function roleOf(label: string, draft: SourceDraft, decisions: DraftDecisions): DraftSpeaker['role'] {
  const decided = Object.hasOwn(decisions.roles, label) ? decisions.roles[label] : undefined
  const own = draft.speakers.find((speaker) => speaker.label === label)
  const merged = draft.speakers.find((speaker) => finalLabel(speaker.label, decisions.merges) === label)
  return decided ?? own?.role ?? merged?.role ?? 'participant'
}
