/** A table of two raters in shares: how much lies on its diagonal, and what each rater gave. */
export interface TableMargins {
  /** Units rated by both. */
  readonly total: number
  /** Share on which both agree. */
  readonly observed: number
  /** The first rater's share of each category. */
  readonly first: readonly number[]
  /** The second rater's. */
  readonly second: readonly number[]
}

/** Reads a square table, the first rater's categories in rows. Null when it is empty. */
export function tableMargins(table: readonly (readonly number[])[]): TableMargins | null {
  let total = 0
  let agreed = 0
  const first = table.map(() => 0)
  const second = table.map(() => 0)
  for (const [a, row] of table.entries()) {
    for (const [b, times] of row.entries()) {
      total += times
      if (a === b) agreed += times
      first[a] = (first[a] ?? 0) + times
      second[b] = (second[b] ?? 0) + times
    }
  }
  if (total === 0) return null
  const share = (count: number) => count / total
  return { total, observed: agreed / total, first: first.map(share), second: second.map(share) }
}
