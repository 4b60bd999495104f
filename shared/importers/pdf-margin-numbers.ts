import type { PdfItem } from './pdf-port.ts'
import { isInk, type PdfRow } from './pdf-rows.ts'

/** Rows without the numbers in their margin. */
export interface WithoutMarginNumbers {
  readonly rows: readonly PdfRow[]
  /** The numbers left out, as they stand. */
  readonly numbers: readonly string[]
}

/** Leaves out the numbers of lines or paragraphs that stand left of the text at one place of every page, counting on
    by one or by five; they may begin anew on each page. Rows that hold nothing else go with them. */
export function withoutMarginNumbers(rows: readonly PdfRow[]): WithoutMarginNumbers {
  const found = rows.flatMap((row) => {
    const item = firstNumber(row)
    return item === null ? [] : [{ row, item }]
  })
  const margin = bestColumn(found)
  if (margin.length < FEWEST || !countsOn(margin)) return { rows, numbers: [] }
  const taken = new Set(margin.map(({ item }) => item))
  return {
    rows: rows.flatMap((row) => {
      const items = row.items.filter((item) => !taken.has(item))
      if (items.length === row.items.length) return [row]
      return items.some(isInk) ? [{ ...row, items }] : []
    }),
    numbers: margin.map(({ item }) => item.text.trim()),
  }
}

const FEWEST = 5

interface Numbered {
  readonly row: PdfRow
  readonly item: PdfItem
}

/** The number a row begins with, apart from what follows it. */
function firstNumber(row: PdfRow): PdfItem | null {
  const ink = row.items.filter(isInk)
  const [first, second] = ink
  if (first === undefined || !/^\s*\d{1,4}\s*$/.test(first.text)) return null
  return second === undefined || second.left - first.left - first.width > 0.5 * first.size ? first : null
}

/** Numbers are set flush right mostly, flush left sometimes. */
function bestColumn(found: readonly Numbered[]): readonly Numbered[] {
  const right = cluster(found, ({ item }) => item.left + item.width)
  const left = cluster(found, ({ item }) => item.left)
  return right.length >= left.length ? right : left
}

function cluster(found: readonly Numbered[], edge: (each: Numbered) => number): readonly Numbered[] {
  const counts = new Map<number, number>()
  for (const each of found) {
    const place = Math.round(edge(each) / 4)
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  let best = 0
  let most = 0
  for (const [place, count] of counts) {
    const near = count + (counts.get(place + 1) ?? 0)
    if (near > most) [best, most] = [place, near]
  }
  return found.filter((each) => [best, best + 1].includes(Math.round(edge(each) / 4)))
}

function countsOn(margin: readonly Numbered[]): boolean {
  const steps = margin.slice(1).map((each, i) => {
    const before = margin[i]
    const step = numberOf(each) - (before === undefined ? 0 : numberOf(before))
    const isRestart = before?.row.page !== each.row.page && numberOf(each) <= 5
    return isRestart ? 0 : step
  })
  const good = (wanted: number) => steps.filter((step) => step === wanted || step === 0).length
  return Math.max(good(1), good(5)) >= steps.length * 0.85 && steps.some((step) => step !== 0)
}

function numberOf({ item }: Numbered): number {
  return Number(item.text.trim())
}
