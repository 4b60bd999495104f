import { countWords } from '../text/count-words.ts'
import { countedSpeakers } from './counted-speakers.ts'
import { guessRoles } from './guess-roles.ts'
import { headFacts } from './head-facts.ts'
import type { LabelLine } from './label-lines.ts'
import { likelyMerges } from './likely-merges.ts'
import { notice } from './notice.ts'
import type { Origin } from './origin.ts'
import { type Recognised, recogniseTurns } from './recognise-turns.ts'
import type { DraftBlock, DraftTurn, ImportNotice, SourceDraft } from './source-draft.ts'
import { closingTime, syncPoints } from './sync-points.ts'
import { type TextLine, textLines } from './text-lines.ts'
import { wordsInTurns } from './words-in-turns.ts'

/** Running text as a format gives it: what it knows besides the words. */
export interface RunningText {
  readonly text: string
  /** Indices of lines that hold no label: headings, code, tables. */
  readonly skipped: ReadonlySet<number>
  /** Indices of lines that are headings. */
  readonly headings: ReadonlySet<number>
  /** Labels marked by other means than their wording, such as bold type. */
  readonly known: ReadonlyMap<number, LabelLine>
  /** Turns that the format states itself, such as the rows of a table. */
  readonly stated?: Recognised
  /** Where its lines stand in the file. */
  readonly originsOf: (lines: readonly TextLine[]) => readonly Origin[]
}

type Head = Pick<SourceDraft, 'name' | 'format' | 'layout' | 'units' | 'attributes' | 'notices'> &
  Partial<Pick<SourceDraft, 'encoding'>>

/** The draft of running text: turns recognised by their labels, facts from the head, directions and times. */
export function draftText(running: RunningText, head: Head): SourceDraft {
  const lines = textLines(running.text)
  const recognised = running.stated ?? recogniseTurns(lines, running.skipped, running.known, running.headings)
  const turns = recognised.turns.map((turn) => ({
    ...turn,
    endTime: turn.endTime ?? closingTime(running.text, turn),
  }))
  const speakers = countedSpeakers(recognised.labels, turns)
  const facts =
    recognised.verdict === 'recognised' || recognised.verdict === 'stated'
      ? headFacts(lines, recognised.headEnd)
      : {}
  const attributes = { ...facts, ...head.attributes }
  return {
    ...head,
    text: running.text,
    words: recognised.verdict === 'none' ? countWords(running.text) : wordsInTurns(running.text, turns),
    turns,
    turnsAre: recognised.verdict,
    speakers: guessRoles(speakers, turns, running.text, attributes),
    likelyMerges: likelyMerges(speakers),
    blocks: blocksOf(lines, running.headings, turns),
    syncPoints: syncPoints(running.text, turns),
    attributes,
    origins: running.originsOf(lines),
    notices: [...head.notices, ...recognitionNotices(recognised)],
  }
}

/** Headings, and lines that are wholly a direction in brackets or between notes. */
function blocksOf(
  lines: readonly TextLine[],
  headings: ReadonlySet<number>,
  turns: readonly DraftTurn[],
): readonly DraftBlock[] {
  const labels = new Set(turns.map((turn) => turn.label))
  return lines.flatMap((line, i): readonly DraftBlock[] => {
    if (line.blank) return []
    if (headings.has(i)) return [{ kind: 'heading', start: line.start, end: line.end }]
    const isDirection = line.text.length <= 200 && !labels.has(line.start) && DIRECTION.test(line.text)
    return isDirection ? [{ kind: 'direction', start: line.start, end: line.end }] : []
  })
}

const DIRECTION = /^\s*(?:\[[^[\]]*\p{L}[^[\]]*\]|\([^()]*\p{L}[^()]*\)|♪.*♪)[.:]?\s*$/u

function recognitionNotices(recognised: Recognised): readonly ImportNotice[] {
  const suggested = recognised.verdict === 'suggested' ? recognised.turns.length : 0
  return [
    ...notice(
      'doubt',
      recognised.weak.length,
      [
        'label seen only once: look whether it is a speaker',
        'labels seen only once: look whether they are speakers',
      ],
      recognised.weak,
    ),
    ...notice('doubt', suggested, [
      'turn is only a suggestion',
      'turns are only a suggestion: look at the labels before taking them',
    ]),
  ]
}
