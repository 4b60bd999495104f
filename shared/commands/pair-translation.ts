import { adjustDraft } from '../importers/adjust-draft.ts'
import type { SourceDraft } from '../importers/source-draft.ts'
import type { Source } from '../model/entities.ts'
import { type Project, turnsOf } from '../model/project.ts'
import { paragraphsIn, unitsOf } from '../model/translations.ts'
import { alignTurns, type TurnToPair } from '../text/align-turns.ts'
import { pairedTranslation, type TranslatedText } from '../text/build-translation.ts'
import { pairsInWords } from '../text/pairs-in-words.ts'
import type { Span } from '../text/positions.ts'

/** A file paired with a source: what it would become as a translation, in numbers and side by side. */
export interface PairedTranslation extends TranslatedText {
  /** "212 of 214 turns paired, 2 joined to the turn before". */
  readonly numbers: string
  readonly rows: readonly PairedRow[]
}

/** One turn (or paragraph) of the source and what is put beside it; empty where nothing was found. */
export interface PairedRow {
  readonly at: number
  readonly who: string
  readonly said: string
  readonly translated: string
  /** Far longer or shorter than its turn, or in another voice: worth a look. */
  readonly isDoubtful: boolean
}

/** Pairs what was read from a file with a source's turns; where either has none, with its paragraphs. Null where there
    is nothing to pair. `text` is the source's text as read now. */
export function pairTranslation(
  project: Project,
  source: Source,
  text: string,
  read: SourceDraft,
): PairedTranslation | null {
  const draft = withTurns(read)
  const units = unitsOf(project, source.id, text)
  const ours = sourceTurns(project, source, units)
  const theirs = draftTurns(draft)
  const paired = alignTurns(ours, theirs)
  if (!paired) return null
  const built = pairedTranslation(units, { text: draft.text, turns: theirs, to: paired.to })
  const doubtful = new Set(paired.doubtful.map((j) => paired.to[j]))
  const beside = new Map(built.stretches.map((each) => [each.at, built.text.slice(each.start, each.end)]))
  return {
    ...built,
    numbers: pairsInWords(paired, draft.turns.length > 0 ? 'turn' : 'paragraph'),
    rows: units.map((unit, i) => ({
      at: unit.start,
      who: ours[i]?.voice ?? '',
      said: text.slice(unit.start, unit.end).trim(),
      translated: beside.get(unit.start) ?? '',
      isDoubtful: doubtful.has(i),
    })),
  }
}

/** Nobody is asked here, so turns that are only suspected are taken: the pairs show whether they fit. */
function withTurns(read: SourceDraft): SourceDraft {
  if (read.turnsAre !== 'suggested') return read
  return adjustDraft(read, { notSpeakers: [], merges: {}, roles: {}, takeSuggested: true })
}

function sourceTurns(project: Project, source: Source, units: readonly Span[]): readonly TurnToPair[] {
  const turns = new Map(turnsOf(project, source.id).map((turn) => [turn.start, turn]))
  return units.map(({ start, end }) => {
    const turn = turns.get(start)
    const speaker = turn?.speaker === undefined ? undefined : project.tables.speaker.get(turn.speaker)
    return { start, end, voice: speaker?.label ?? null, time: turn?.time ?? null }
  })
}

function draftTurns({ text, turns, speakers }: SourceDraft): readonly TurnToPair[] {
  if (turns.length === 0) return paragraphsIn(text).map((span) => ({ ...span, voice: null, time: null }))
  return turns
    .filter((turn) => text.slice(turn.start, turn.end).trim() !== '')
    .map(({ start, end, speaker, time }) => ({
      start,
      end,
      voice: speaker === null ? null : (speakers[speaker]?.label ?? null),
      time,
    }))
}
