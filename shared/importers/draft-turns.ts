import type { CaptionTurn } from './caption-turns.ts'
import { countedSpeakers } from './counted-speakers.ts'
import { guessRoles } from './guess-roles.ts'
import { likelyMerges } from './likely-merges.ts'
import type { DraftTurn, SourceDraft, SyncPoint } from './source-draft.ts'
import { wordsInTurns } from './words-in-turns.ts'

/** What a format knows of its draft besides the speech itself. */
export type SpeechHead = Pick<
  SourceDraft,
  'name' | 'format' | 'layout' | 'attributes' | 'units' | 'notices'
> &
  Partial<Pick<SourceDraft, 'encoding'>>

/** The draft of speech whose turns the format states: a paragraph a turn, names and times beside the text. What one
    turn says piece by piece stands behind one another (`between` a space) or on lines of its own. */
export function draftTurns(
  spoken: readonly CaptionTurn[],
  head: SpeechHead,
  between: ' ' | '\n' = ' ',
): SourceDraft {
  const built = buildText(spoken, between)
  const named = [...new Set(spoken.flatMap((turn) => turn.speaker ?? []))]
  const index = new Map(named.map((label, i) => [label, i]))
  const turns = built.turns.map((turn, i) => ({
    ...turn,
    speaker: index.get(spoken[i]?.speaker ?? '') ?? null,
  }))
  const speakers = countedSpeakers(named, turns)
  return {
    ...head,
    text: built.text,
    words: wordsInTurns(built.text, []),
    turns,
    turnsAre: named.length > 0 ? 'stated' : 'none',
    speakers: guessRoles(speakers, turns, built.text, head.attributes),
    likelyMerges: likelyMerges(speakers),
    blocks: [],
    syncPoints: built.syncPoints,
  }
}

interface BuiltText {
  readonly text: string
  readonly turns: readonly Omit<DraftTurn, 'speaker'>[]
  readonly syncPoints: readonly SyncPoint[]
}

function buildText(turns: readonly CaptionTurn[], between: string): BuiltText {
  const pieces: string[] = []
  const built: Omit<DraftTurn, 'speaker'>[] = []
  const syncPoints: SyncPoint[] = []
  let length = 0
  for (const turn of turns) {
    const start = length
    turn.speeches.forEach((speech, i) => {
      if (i > 0) pieces.push(between)
      length += i > 0 ? between.length : 0
      if (speech.time !== null) syncPoints.push({ position: length, time: speech.time })
      pieces.push(speech.text)
      length += speech.text.length
    })
    const ends = turn.speeches.slice(-3).flatMap((speech) => speech.endTime ?? [])
    const endTime = ends.length === 0 ? null : Math.max(...ends)
    built.push({ label: start, start, end: length, time: turn.speeches[0]?.time ?? null, endTime })
    pieces.push('\n')
    length += 1
  }
  return { text: pieces.slice(0, -1).join(''), turns: built, syncPoints }
}
