import { countWords } from '../text/count-words.ts'
import { languageTag } from '../text/language-tag.ts'
import { tableTimes } from './table-times.ts'
import { saysTranslation } from './translation-names.ts'

/** Which column of a table says what, by position; null where the table has none of the kind. */
export interface TableColumns {
  readonly text: number
  readonly speaker: number | null
  readonly start: number | null
  readonly end: number | null
  /** Columns that hold the text in another language. */
  readonly translations: readonly number[]
  /** Whether the first row holds the names of the columns. */
  readonly headed: boolean
}

/** Finds the columns of a table with one row a turn, by the names in its first row and by what stands in them. Null
    for a table of another shape: no words, nobody who speaks again and no times of a recording. */
export function tableColumns(rows: readonly (readonly string[])[]): TableColumns | null {
  const [first = []] = rows
  const kinds = first.map(columnKind)
  const named = kinds.some((kind) => kind !== null)
  const body = rows.slice(named ? 1 : 0, LOOKED_AT)
  const width = rows.slice(0, LOOKED_AT).reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, at) => columnFacts(body, at))
  const start = pick(columns, (each, at) => kinds[at] === 'start' && each.clocks > 0) ?? clockColumn(columns)
  const end = pick(columns, (each, at) => kinds[at] === 'end' && each.clocks > 0 && at !== start)
  const free = (at: number): boolean =>
    at !== start && at !== end && kinds[at] !== 'end' && kinds[at] !== 'start'
  const told = pick(columns, (each, at) => kinds[at] === 'speaker' && free(at) && each.filled > 0)
  const mayGuess = (at: number): boolean =>
    start !== null || kinds.includes('text') || rows.slice(1, LOOKED_AT).some((row) => row[at] === first[at])
  const speaker =
    told ?? pick(columns, (each, at) => kinds[at] === null && free(at) && isNames(each) && mayGuess(at))
  const isFree = (at: number): boolean => free(at) && at !== speaker
  const second = translationColumns(columns, first, kinds, isFree)
  const text =
    textColumn(columns, kinds, (at) => isFree(at) && !second.includes(at)) ??
    textColumn(columns, kinds, isFree)
  if (text === null) return null
  const repeats =
    speaker !== null && (columns[speaker]?.distinct ?? 0) * 4 <= (columns[speaker]?.filled ?? 0) * 3
  const sure =
    speaker !== null && /^(?:speaker|sprecher)/i.test(first[speaker] ?? '') && kinds[text] === 'text'
  const timed = start !== null && kinds[text] === 'text'
  if (!repeats && !sure && !timed) return null
  const translations = second.filter((at) => at !== text)
  return {
    text,
    speaker,
    start,
    end,
    translations,
    headed: named || !looksLikeBody(first, start, speaker, body),
  }
}

/** What a column's name says it holds; null for any other name. */
export function columnKind(name: string): 'speaker' | 'text' | 'start' | 'end' | null {
  const plain = name
    .toLowerCase()
    .replace(/[_.-]+/g, ' ')
    .replace(/\s*[([].{0,20}$/, '')
    .trim()
  if (plain.length > 40) return null
  return KINDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

const LOOKED_AT = 1000

const KINDS: readonly (readonly ['speaker' | 'text' | 'start' | 'end', RegExp])[] = [
  [
    'speaker',
    /^(?:speakers?(?: (?:name|label|id))?|who|names?|participant(?: (?:name|id))?|person|voice|character|sprecher(?:in)?|locuteur|hablante|orador|falante|parlante|спикер|говорящий|发言人|说话人|話者)$/,
  ],
  [
    'text',
    /^(?:text|transcript(?: text)?|transcription|statement|words|quote|utterance|content|speech|message|sentence|said|dialogue|caption|subtitle|spoken(?: text)?|wortlaut|transkript|texte|texto|testo|текст|文本|内容|発言)$/,
  ],
  [
    'start',
    /^(?:start|begin|in|from|time|times|timestamps?|time ?stamp|time ?code|tc(?: in)?|tmin|(?:start|begin)(?:ning)? ?(?:time|timestamp|ms|s|sec|seconds)|in ?point|time (?:in|start|from)|zeit|anfang|début|debut|inicio|tiempo)$/,
  ],
  [
    'end',
    /^(?:end|stop|out|to|until|finish|tc out|tmax|(?:end|stop)(?:ing)? ?(?:time|timestamp|ms|s|sec|seconds)|out ?point|time (?:out|end|to)|ende|fin|fim|fine)$/,
  ],
]

interface ColumnFacts {
  readonly filled: number
  readonly distinct: number
  /** Share of filled cells that are times of a recording, 0 to 1. */
  readonly clocks: number
  /** The same, counting only times with a colon. */
  readonly colons: number
  readonly words: number
  readonly longest: number
}

function columnFacts(rows: readonly (readonly string[])[], at: number): ColumnFacts {
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
  const clocks = cells.filter((cell) => tableTimes(cell, 86_400_000).time !== null)
  const of = (count: number): number => (cells.length === 0 ? 0 : count / cells.length)
  return {
    filled: cells.length,
    distinct: new Set(cells).size,
    clocks: of(clocks.length),
    colons: of(clocks.filter((cell) => cell.includes(':')).length),
    words: of(cells.reduce((sum, cell) => sum + countWords(cell.slice(0, 2000)), 0)),
    longest: cells.reduce((most, cell) => Math.max(most, cell.length), 0),
  }
}

function pick(
  columns: readonly ColumnFacts[],
  fits: (column: ColumnFacts, at: number) => boolean,
): number | null {
  const at = columns.findIndex(fits)
  return at === -1 ? null : at
}

function clockColumn(columns: readonly ColumnFacts[]): number | null {
  return pick(columns, (each) => each.filled > 0 && each.colons >= 0.8)
}

/** A column that may hold who speaks though its name does not say so: a few short names again and again. */
function isNames(column: ColumnFacts): boolean {
  return (
    column.filled >= 4 &&
    column.distinct >= 2 &&
    column.distinct * 2 <= column.filled &&
    column.longest <= 60 &&
    column.words >= 1 &&
    column.words <= 4 &&
    column.clocks === 0
  )
}

/** The column with the longest text, among those named so where there are any. */
function textColumn(
  columns: readonly ColumnFacts[],
  kinds: readonly ReturnType<typeof columnKind>[],
  isFree: (at: number) => boolean,
): number | null {
  const all = columns.map((each, at) => ({ ...each, at })).filter((each) => isFree(each.at) && each.words > 0)
  const named = all.filter((each) => kinds[each.at] === 'text')
  const wordy = all.filter((each) => each.words >= 3 && each.clocks === 0)
  const longest = (named.length > 0 ? named : wordy).toSorted((a, b) => b.words - a.words)[0]
  return longest?.at ?? null
}

/** Columns named as translations; where several are named after languages, or one beside a column of text, all but
    the first text. */
function translationColumns(
  columns: readonly ColumnFacts[],
  headings: readonly string[],
  kinds: readonly ReturnType<typeof columnKind>[],
  isFree: (at: number) => boolean,
): readonly number[] {
  const wordy = columns.flatMap((each, at) => (isFree(at) && each.words > 0 && each.clocks === 0 ? [at] : []))
  const stated = wordy.filter((at) => kinds[at] === null && saysTranslation(headings[at] ?? ''))
  const inLanguage = wordy.filter((at) => languageTag((headings[at] ?? '').trim()) !== undefined)
  const hasText = wordy.some((at) => kinds[at] === 'text')
  return [...stated, ...inLanguage.slice(hasText ? 0 : 1)]
}

/** A first row that already has a time, or a name that speaks again below, is no row of headings. */
function looksLikeBody(
  first: readonly string[],
  start: number | null,
  speaker: number | null,
  body: readonly (readonly string[])[],
): boolean {
  if (start !== null) return tableTimes(first[start] ?? '', 1000).time !== null
  return speaker !== null && body.some((row) => row[speaker] === first[speaker])
}
