import { countedSpeakers } from './counted-speakers.ts'
import { guessRoles } from './guess-roles.ts'
import { notice } from './notice.ts'
import type { Origin } from './origin.ts'
import { boldTurns } from './pdf-bold-turns.ts'
import type { LaidOutParagraph, PdfLayout } from './pdf-layout.ts'
import type { DraftTurn, SourceDraft, SyncPoint } from './source-draft.ts'
import { textLines } from './text-lines.ts'

/** The draft of a PDF's running text with what only its pages tell: where each paragraph stands, times beside the text,
    and, where no labels were found, turns suggested by bold and regular type. */
export function pdfDraft(draft: SourceDraft, layout: PdfLayout): SourceDraft {
  const placed = placedParagraphs(draft.text, layout.paragraphs)
  const marks = placed.flatMap(({ start, of }): readonly SyncPoint[] =>
    of.time === null ? [] : [{ position: start, time: of.time }],
  )
  const suggested = draft.turnsAre === 'none' ? withBoldTurns(draft, placed) : draft
  const layoutName = isOtter(draft) ? 'Otter transcript (PDF)' : suggested.layout
  return {
    ...suggested,
    layout: marks.length > 0 ? 'Transcript with a column of times (PDF)' : layoutName,
    turns: withMarks(suggested.turns, marks),
    syncPoints: [...suggested.syncPoints, ...marks].toSorted((a, b) => a.position - b.position),
    origins: placed.flatMap(({ start, of }) =>
      of.parts.map(
        ({ at, page, box }): Origin => ({ start: start + at, place: { kind: 'page', page, box } }),
      ),
    ),
  }
}

interface Placed {
  readonly start: number
  readonly end: number
  readonly of: LaidOutParagraph
}

/** Each paragraph is one line of the text; lines of advertisement are not in it. */
function placedParagraphs(text: string, paragraphs: readonly LaidOutParagraph[]): readonly Placed[] {
  const placed: Placed[] = []
  let next = 0
  for (const line of textLines(text)) {
    if (line.blank) continue
    while (next < paragraphs.length && paragraphs[next]?.text !== line.text) next += 1
    const of = paragraphs[next]
    if (of === undefined) break
    placed.push({ start: line.start, end: line.end, of })
    next += 1
  }
  return placed
}

function withBoldTurns(draft: SourceDraft, placed: readonly Placed[]): SourceDraft {
  const body = placed.filter(({ of }) => !of.heading)
  const turns = boldTurns(body)
  if (turns.length === 0) return draft
  const boldFirst = (body[0]?.of.bold ?? 0) > 0
  const labels = boldFirst ? ['Bold', 'Regular'] : ['Regular', 'Bold']
  return {
    ...draft,
    turns,
    turnsAre: 'suggested',
    speakers: guessRoles(countedSpeakers(labels, turns), turns, draft.text, draft.attributes),
    notices: [
      ...draft.notices,
      ...notice('doubt', turns.length, [
        'change between bold and regular type may be a change of speaker',
        'changes between bold and regular type may be changes of speaker: look before taking them',
      ]),
    ],
  }
}

/** Turns and marks stand in order; a turn takes the mark at its label or its first words. */
function withMarks(turns: readonly DraftTurn[], marks: readonly SyncPoint[]): readonly DraftTurn[] {
  let next = 0
  return turns.map((turn) => {
    while ((marks[next]?.position ?? Number.POSITIVE_INFINITY) < turn.label) next += 1
    const mark = marks[next]
    return turn.time !== null || mark === undefined || mark.position > turn.start
      ? turn
      : { ...turn, time: mark.time }
  })
}

/** Otter writes the time behind the name on a line of its own; pages do not keep the two spaces between them. */
function isOtter({ text, turns }: SourceDraft): boolean {
  const [first] = turns
  return first !== undefined && /\S \d{1,2}:\d\d(?::\d\d)?\s*$/.test(text.slice(first.label, first.start))
}
