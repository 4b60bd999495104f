import { counted } from '../../text/counted.ts'
import {
  type Coefficients,
  coefficientsOfCounts,
  coefficientsOfRatings,
  coefficientsOfSpans,
  coefficientsOfTable,
} from './all-coefficients.ts'
import type { MeasurementLevel } from './distances.ts'
import { laySpans } from './lay-spans.ts'
import { categorise } from './rated-units.ts'
import type { MarkedSpan } from './unitizing.ts'

export type DataAgreement =
  | { readonly ok: true; readonly coefficients: Coefficients }
  | { readonly ok: false; readonly problem: string }

/** Every coefficient that data allow which came as JSON: {table}, {ratings, level}, {counts}, or {length, spans}. On
    failure one sentence that says what is wrong with them and where. */
export function agreementOfData(data: unknown): DataAgreement {
  if (!isRecord(data)) return wrong(shapes)
  const kinds = ['table', 'ratings', 'counts', 'spans'].filter((kind) => data[kind] !== undefined)
  if (kinds.length !== 1) return wrong(shapes)
  if (data.table !== undefined) return ofTable(data.table)
  if (data.counts !== undefined) return ofCounts(data.counts)
  if (data.ratings !== undefined) return ofRatings(data.ratings, data.level ?? 'nominal')
  return ofSpans(data.length, data.spans)
}

const shapes =
  'The data should hold one of: a “table” of two raters, “ratings” with a “level”, “counts”, or a “length” with “spans”.'
const levels: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio']

function ofTable(table: unknown): DataAgreement {
  const read = countRows(table, 'table')
  if (!read.ok) return wrong(read.problem)
  const odd = read.rows.findIndex((row) => row.length !== read.rows.length)
  if (odd >= 0)
    return wrong(
      `The table has ${counted(read.rows.length, 'row')}, so row ${odd + 1} should have as many columns, not ${read.rows[odd]?.length}.`,
    )
  return { ok: true, coefficients: coefficientsOfTable(read.rows) }
}

function ofCounts(counts: unknown): DataAgreement {
  const read = countRows(counts, 'counts')
  if (!read.ok) return wrong(read.problem)
  const width = read.rows[0]?.length ?? 0
  const odd = read.rows.findIndex((row) => row.length !== width)
  if (odd >= 0)
    return wrong(
      `Row ${odd + 1} of the counts has ${counted(read.rows[odd]?.length ?? 0, 'category', 'categories')}, and row 1 has ${width}.`,
    )
  return { ok: true, coefficients: coefficientsOfCounts(read.rows) }
}

function ofRatings(ratings: unknown, level: unknown): DataAgreement {
  const chosen = levels.find((each) => each === level)
  if (!chosen) return wrong(`“level” should be one of ${levels.join(', ')}.`)
  if (!isRecord(ratings)) return wrong('“ratings” should name each rater with a list of ratings.')
  const names = Object.keys(ratings)
  if (names.length < 2) return wrong('“ratings” should have at least two raters.')
  const raters: (number | string | null)[][] = []
  for (const name of names) {
    const given = ratings[name]
    if (!Array.isArray(given)) return wrong(`The ratings of “${name}” should be a list.`)
    const row = given.filter((each) => isRating(each, chosen))
    if (row.length !== given.length)
      return wrong(
        `Rating ${given.findIndex((each) => !isRating(each, chosen)) + 1} of “${name}” should be ${ratingWords(chosen)}.`,
      )
    if (row.length !== (raters[0]?.length ?? row.length))
      return wrong(
        `“${name}” has ${counted(row.length, 'rating')}, and “${names[0]}” has ${raters[0]?.length}.`,
      )
    raters.push(row)
  }
  return { ok: true, coefficients: coefficientsOfRatings(categorise(raters), chosen) }
}

function ofSpans(length: unknown, spans: unknown): DataAgreement {
  if (typeof length !== 'number' || !Number.isFinite(length) || length <= 0)
    return wrong('“length” should be a number above 0.')
  if (!isRecord(spans)) return wrong('“spans” should name each coder with a list of [start, end, category].')
  const names = Object.keys(spans)
  if (names.length < 2) return wrong('“spans” should have at least two coders.')
  const coders: MarkedSpan[][] = []
  for (const name of names) {
    const given = spans[name]
    if (!Array.isArray(given)) return wrong(`The spans of “${name}” should be a list.`)
    const read = given.flatMap((each) => spanOf(each, length) ?? [])
    if (read.length !== given.length)
      return wrong(
        `Span ${given.findIndex((each) => !spanOf(each, length)) + 1} of “${name}” should be [start, end, category] with 0 ≤ start < end ≤ ${length}.`,
      )
    coders.push(read)
  }
  return { ok: true, coefficients: coefficientsOfSpans(laySpans(length, coders)) }
}

function spanOf(given: unknown, length: number): MarkedSpan | null {
  if (!Array.isArray(given) || given.length !== 3) return null
  const [start, end, category]: readonly unknown[] = given
  if (typeof start !== 'number' || typeof end !== 'number') return null
  if (typeof category !== 'string' && typeof category !== 'number') return null
  return start >= 0 && start < end && end <= length ? { start, end, category: String(category) } : null
}

type CountRows =
  | { readonly ok: true; readonly rows: readonly (readonly number[])[] }
  | { readonly ok: false; readonly problem: string }

function countRows(given: unknown, name: string): CountRows {
  if (!Array.isArray(given) || given.length === 0)
    return { ok: false, problem: `“${name}” should be a list of rows.` }
  const rows: number[][] = []
  for (const [i, row] of given.entries()) {
    const read: unknown[] = Array.isArray(row) ? row : [null]
    const counts = read.filter(isCount)
    if (counts.length !== read.length || counts.length === 0)
      return { ok: false, problem: `Row ${i + 1} of “${name}” should be a list of whole numbers from 0.` }
    rows.push(counts)
  }
  return { ok: true, rows }
}

function isRating(value: unknown, level: MeasurementLevel): value is number | string | null {
  if (value === null || (level === 'nominal' && typeof value === 'string')) return true
  return typeof value === 'number' && Number.isFinite(value) && (level !== 'ratio' || value >= 0)
}

function ratingWords(level: MeasurementLevel): string {
  if (level === 'nominal') return 'a number, a word or null'
  return level === 'ratio' ? 'a number from 0, or null' : 'a number or null'
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(problem: string): DataAgreement {
  return { ok: false, problem }
}
