import type { Speech } from './caption-speech.ts'
import { captionTurns } from './caption-turns.ts'
import { draftTurns } from './draft-turns.ts'
import { speakerLabel } from './json-values.ts'
import { notice } from './notice.ts'
import type { DraftBlock, DraftTurn, ImportNotice, ImportOutcome, SourceDraft } from './source-draft.ts'
import { type TableColumns, tableColumns } from './table-columns.ts'
import { tableTimes, timeUnit } from './table-times.ts'

/** A table as it stands in its file, and what its reader knows of it. */
export interface TurnTable extends Pick<SourceDraft, 'name' | 'format' | 'layout' | 'notices'> {
  /** Rows with something in them, cells as text; the first may hold the names of the columns. */
  readonly rows: readonly (readonly string[])[]
  readonly encoding?: NonNullable<SourceDraft['encoding']>
}

/** The draft of a table with one row a turn: rows of one voice after another are one turn, rows that name nobody
    are directions. A table of another shape is a problem. */
export function draftTable(table: TurnTable): ImportOutcome {
  const { rows, ...head } = table
  const columns = tableColumns(rows)
  if (columns === null) return { ok: false, problem: otherShape(rows) }
  const body = columns.headed ? rows.slice(1) : rows
  const headings = columns.headed ? (rows[0] ?? []) : []
  const speeches = rowSpeeches(body, headings, columns)
  const spoken = speeches.filter((speech) => speech.text !== '')
  if (spoken.length === 0)
    return { ok: false, problem: 'This table holds no words: check that it is the right one.' }
  const named = spoken.some((speech) => speech.speaker !== null)
  const others = otherColumns(body, headings, columns)
  const draft = draftTurns(named ? voices(spoken) : captionTurns(spoken, false), {
    ...head,
    attributes: others.attributes,
    units: body.length,
    notices: [...head.notices, ...others.notices, ...rowNotices(speeches, spoken, named)],
  })
  return { ok: true, draft: named ? withDirections(draft) : draft }
}

function otherShape(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width < 2)
    return 'This table has only one column: it needs one for the speaker and one for what was said, with a row for each turn.'
  if (rows.length < 2)
    return 'This table has headings but no rows: it needs one row for each turn of the transcript.'
  return 'This table has one row per respondent, not one row per turn; to bring it in, save the answers of each respondent as a text, or give it a column “speaker” and a column “text” with a row for each turn.'
}

function rowSpeeches(
  body: readonly (readonly string[])[],
  headings: readonly string[],
  { text, speaker, start, end }: TableColumns,
): readonly Speech[] {
  const cell = (row: readonly string[], at: number | null): string => (at === null ? '' : (row[at] ?? ''))
  const unit = timeUnit(
    cell(headings, start),
    body.map((row) => cell(row, start)),
    body.map((row) => cell(row, text)),
  )
  return body.map((row) => {
    const times = tableTimes(cell(row, start), unit)
    const endTime = tableTimes(cell(row, end), unit).time ?? times.endTime
    return {
      speaker: speakerLabel(cell(row, speaker)),
      text: cellText(cell(row, text)),
      utterance: null,
      time: times.time,
      endTime,
    }
  })
}

/** Line breaks inside a cell stay, whatever sign they are written with; empty lines do not. */
function cellText(cell: string): string {
  const lines = cell
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .split(/[\n\r\v\f\u0085\u2028\u2029]/)
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Rows of one voice after another as one turn; a row of nobody is on its own, and on one line. */
function voices(
  spoken: readonly Speech[],
): readonly { speaker: string | null; speeches: readonly Speech[] }[] {
  const turns: { speaker: string | null; speeches: Speech[] }[] = []
  for (const speech of spoken) {
    const turn = turns.at(-1)
    if (speech.speaker === null)
      turns.push({ speaker: null, speeches: [{ ...speech, text: speech.text.replaceAll('\n', ' ') }] })
    else if (turn?.speaker === speech.speaker) turn.speeches.push(speech)
    else turns.push({ speaker: speech.speaker, speeches: [speech] })
  }
  return turns
}

function withDirections(draft: SourceDraft): SourceDraft {
  const turns: DraftTurn[] = []
  const blocks: DraftBlock[] = []
  for (const turn of draft.turns) {
    if (turn.speaker === null) blocks.push({ kind: 'direction', start: turn.start, end: turn.end })
    else turns.push(turn)
  }
  return { ...draft, turns, blocks }
}

/** A column that says the same in every row is a fact about the conversation; every other one is left out. */
function otherColumns(
  body: readonly (readonly string[])[],
  headings: readonly string[],
  { text, speaker, start, end }: TableColumns,
): Pick<SourceDraft, 'attributes' | 'notices'> {
  const width = body.reduce((most, row) => Math.max(most, row.length), headings.length)
  const attributes = new Map<string, string>()
  const left: string[] = []
  for (let at = 0; at < width; at += 1) {
    if (at === text || at === speaker || at === start || at === end) continue
    const name = (headings[at] ?? '').trim().slice(0, 80).toWellFormed()
    const value = (body[0]?.[at] ?? '').trim()
    const same = body.every((row) => (row[at] ?? '').trim() === value)
    if (same && value === '') continue
    if (same && name !== '' && body.length > 1 && value.length <= 500 && !attributes.has(name))
      attributes.set(name, cellText(value).replaceAll('\n', ' '))
    else left.push(name === '' ? `Column ${at + 1}` : name)
  }
  return {
    attributes: Object.fromEntries(attributes),
    notices: notice(
      'dropped',
      left.length,
      ['other column of the table left out', 'other columns of the table left out'],
      left,
    ),
  }
}

function rowNotices(
  all: readonly Speech[],
  spoken: readonly Speech[],
  named: boolean,
): readonly ImportNotice[] {
  const timed = spoken.filter((speech) => speech.time !== null)
  const untimed = spoken.filter((speech) => speech.time === null && !(named && speech.speaker === null))
  const nobodys = named ? spoken.filter((speech) => speech.speaker === null) : []
  return [
    ...notice(
      'doubt',
      nobodys.length,
      ['row that names no speaker read as a direction', 'rows that name no speaker read as directions'],
      nobodys.map((speech) => speech.text),
    ),
    ...notice('doubt', timed.length === 0 ? 0 : untimed.length, [
      'row without a time that can be right, kept without one',
      'rows without a time that can be right, kept without one',
    ]),
    ...notice('doubt', timed.filter((each, i) => (each.time ?? 0) < (timed[i - 1]?.time ?? 0)).length, [
      'row that begins before the one above it, kept in its place',
      'rows that begin before the one above them, kept in their place',
    ]),
    ...notice('dropped', all.length - spoken.length, [
      'row without words left out',
      'rows without words left out',
    ]),
  ]
}
