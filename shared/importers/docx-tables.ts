import { readTime } from './cue-times.ts'
import { cleanLabel, labelKind } from './label-grammar.ts'

/** Which columns of a table hold what, when its rows are turns. */
export interface TurnColumns {
  readonly speaker: number
  readonly text: number
  readonly time: number | null
  /** Rows of column titles at the top. */
  readonly titles: number
}

/** Recognises a table whose rows are turns, by its column titles or by what stands in its columns; null otherwise. */
export function turnColumns(rows: readonly (readonly string[])[]): TurnColumns | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length < 2 || width < 2 || width > 12) return null
  const titles = rows[0]?.some((cell) => SPEAKER_TITLE.test(cell.trim())) === true ? 1 : 0
  const columns = Array.from({ length: width }, (_, i) =>
    rows.slice(titles).map((row) => (row[i] ?? '').trim()),
  )
  const titled = rows[0]?.findIndex((cell) => SPEAKER_TITLE.test(cell.trim())) ?? -1
  const speaker = titles === 1 ? titled : columns.findIndex(isSpeakerColumn)
  const text = longestColumn(columns, speaker)
  if (speaker === -1 || text === -1 || text === speaker) return null
  const time = columns.findIndex((cells, i) => i !== text && i !== speaker && isTimeColumn(cells))
  return { speaker, text, time: time === -1 ? null : time, titles }
}

const SPEAKER_TITLE =
  /^(?:speakers?|speaker name|name|who|voice|participant|person|sprecher(?:in)?|person|wer|locuteur|intervenant|qui|hablante|orador|quién|parlante|chi|falante|quem|spreker|wie|talare|спикер|говорящий|кто|участник|发言人|说话人|話者|화자|المتحدث|דובר)$/i

function isSpeakerColumn(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cleanLabel(cell)).filter((cell) => cell !== '')
  const distinct = new Set(filled)
  return (
    filled.length >= 3 &&
    filled.length * 2 >= cells.length &&
    distinct.size >= 2 &&
    distinct.size * 2 <= filled.length + 1 &&
    [...distinct].every((label) => labelKind(label) !== null)
  )
}

function isTimeColumn(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 0 && filled.filter((cell) => cellTime(cell) !== null).length >= filled.length * 0.8
}

/** Milliseconds of a cell that holds a time (the first, where it holds a range); null otherwise. */
export function cellTime(cell: string): number | null {
  const first = /^[[(#]?\s*(\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,-]\d{1,3})?)/.exec(cell.trim())?.[1]
  return first === undefined || cell.length > 40 ? null : readTime(first)
}

function longestColumn(columns: readonly (readonly string[])[], except: number): number {
  const lengths = columns.map((cells, i) =>
    i === except ? -1 : cells.reduce((sum, cell) => sum + cell.length, 0),
  )
  const longest = Math.max(...lengths)
  return longest <= 0 ? -1 : lengths.indexOf(longest)
}
