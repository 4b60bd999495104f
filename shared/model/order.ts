const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A key that sorts between two others; null stands for the very start or end.
    Keys are fractions written in 62 digits, so there is always room between two. */
export function keyBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) return `${before}V`
  return middle(before ?? '', after)
}

/** `count` keys in order between two others. */
export function keysBetween(before: string | null, after: string | null, count: number): string[] {
  if (count <= 0) return []
  if (count === 1) return [keyBetween(before, after)]
  const half = Math.floor(count / 2)
  const pivot = keyBetween(before, after)
  return [...keysBetween(before, pivot, half), pivot, ...keysBetween(pivot, after, count - half - 1)]
}

function middle(low: string, high: string | null): string {
  let shared = 0
  while (high !== null && (low[shared] ?? '0') === high[shared]) shared++
  if (high !== null && shared > 0)
    return high.slice(0, shared) + middle(low.slice(shared), high.slice(shared))
  const from = low ? digits.indexOf(low[0] ?? '0') : 0
  // At the end the next digit, not the middle of what is left: a list that only grows keeps short keys.
  if (high === null && low !== '' && from < digits.length - 1) return digits[from + 1] ?? 'V'
  const to = high !== null ? digits.indexOf(high[0] ?? '0') : digits.length
  if (to - from > 1) return digits[Math.round((from + to) / 2)] ?? 'V'
  if (high !== null && high.length > 1) return high.slice(0, 1)
  return (digits[from] ?? '0') + middle(low.slice(1), null)
}
