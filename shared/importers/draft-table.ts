import type { Speech } from './caption-speech.ts'
import { captionTurns, turnUtterance } from './caption-turns.ts'
import { carrySpeakers } from './carry-speakers.ts'
import { cellName } from './cell-name.ts'
import { draftSpeech } from './draft-speech.ts'
import { asksQuestions, draftSurvey } from './draft-survey.ts'
import { speakerLabel } from './json-values.ts'
import { notice } from './notice.ts'
import type { Place } from './origin.ts'
import type { DraftBlock, DraftTurn, ImportNotice, ImportOutcome, SourceDraft } from './source-draft.ts'
import { type TableColumns, tableColumns } from './table-columns.ts'
import { tableTimes, timeUnit } from './table-times.ts'
import { tableTranslations } from './table-translations.ts'
import type { TurnTable } from './turn-table.ts'

/** The draft of a table with one row a turn: rows of one voice after another are one turn, rows that name nobody
    are directions. A table of another shape is a survey, or a problem. */
export function draftTable(table: TurnTable): ImportOutcome {
  const outcome = turnsOrAnswers(table)
  if (!outcome.ok) return outcome
  const { rows, sheet } = table
  const places = table.places ?? rows.map((_, i) => i + 1)
  const named = tableColumns(rows)?.headed ? (places[0] ?? 1) : null
  const headingsAt = outcome.draft.survey?.headingsAt ?? named
  const whole = { rows, places, headingsAt, ...(sheet === undefined ? {} : { sheet }) }
  return { ...outcome, draft: { ...outcome.draft, table: whole } }
}

function turnsOrAnswers(table: TurnTable): ImportOutcome {
  const { rows, places, sheet, short: _short, ...head } = table
  const columns = tableColumns(rows)
  if (columns === null || (columns.headed && asksQuestions(rows))) return draftSurvey(table)
  const body = columns.headed ? rows.slice(1) : rows
  const headings = columns.headed ? (rows[0] ?? []) : []
  const placeOf = (row: number): Place => {
    const at = columns.headed ? row + 1 : row
    const cell = cellName(columns.text, places?.[at] ?? at + 1)
    return sheet === undefined ? { kind: 'cell', cell } : { kind: 'cell', cell, sheet }
  }
  const placesOfRows = body.map((_, row) => placeOf(row))
  const { speeches, ...carried } = carrySpeakers(rowSpeeches(body, headings, columns, placesOfRows))
  const spoken = speeches.filter((speech) => speech.text !== '')
  if (spoken.length === 0)
    return { ok: false, problem: 'This table holds no words: check that it is the right one.' }
  const named = spoken.some((speech) => speech.speaker !== null)
  const others = otherColumns(body, headings, columns)
  const turns = named ? voices(spoken) : captionTurns(spoken, false)
  const utterances = turns.map((turn) => turnUtterance(turn))
  const draft = draftSpeech(utterances, {
    ...head,
    attributes: others.attributes,
    units: body.length,
    notices: [...head.notices, ...others.notices, ...carried.notices, ...rowNotices(speeches, spoken, named)],
  })
  const translations = tableTranslations(draft, { body, headings, columns, places: placesOfRows })
  const whole = translations.length > 0 ? { ...draft, translations } : draft
  return { ok: true, draft: named ? withDirections(whole) : whole }
}

function rowSpeeches(
  body: readonly (readonly string[])[],
  headings: readonly string[],
  { text, speaker, start, end }: TableColumns,
  places: readonly Place[],
): readonly Speech[] {
  const cell = (row: readonly string[], at: number | null): string => (at === null ? '' : (row[at] ?? ''))
  const unit = timeUnit(
    cell(headings, start),
    body.map((row) => cell(row, start)),
    body.map((row) => cell(row, text)),
  )
  return body.map((row, i) => {
    const place = places[i]
    const times = tableTimes(cell(row, start), unit)
    const endTime = tableTimes(cell(row, end), unit).time ?? times.endTime
    return {
      speaker: speakerLabel(cell(row, speaker)),
      text: cellText(cell(row, text)),
      utterance: null,
      time: times.time,
      endTime,
      ...(place === undefined ? {} : { place }),
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
  { text, speaker, start, end, translations }: TableColumns,
): Pick<SourceDraft, 'attributes' | 'notices'> {
  const width = body.reduce((most, row) => Math.max(most, row.length), headings.length)
  const attributes = new Map<string, string>()
  const left: string[] = []
  for (let at = 0; at < width; at += 1) {
    if (at === text || at === speaker || at === start || at === end || translations.includes(at)) continue
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
