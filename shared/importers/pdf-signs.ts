/** Whether a sign belongs to a script written without spaces between words. */
export function isEastAsianSign(sign: string): boolean {
  return EAST_ASIAN.test(sign)
}

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff65]$/u

/** Page numbers in words: "page 3", "pages 3, 7 to 9". */
export function pagesInWords(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  const words = ranges.flatMap(([from, to]) =>
    from === to ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from} to ${to}`],
  )
  const shown = words.length > 30 ? [...words.slice(0, 30), '…'] : words
  return `${numbers.length === 1 ? 'page' : 'pages'} ${shown.join(', ')}`
}

/** The value below which this share of them lies; 0 where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The commonest value, rounded to steps; the first of equals, 0 where there are none. */
export function commonest(values: readonly number[], step: number): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const rounded = Math.round(value / step) * step
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  let best = 0
  let most = 0
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count]
  return best
}

/** What stands on the same page together, in order. */
export function byPage<Row extends { readonly page: number }>(
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const pages = new Map<number, Row[]>()
  for (const row of rows) {
    const page = pages.get(row.page)
    if (page === undefined) pages.set(row.page, [row])
    else page.push(row)
  }
  return [...pages.values()]
}
