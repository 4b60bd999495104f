/** Equality of plain values as they are stored: null, undefined and absent fields are one. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a == null || b == null) return a == null && b == null
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, i) => same(value, b[i]))
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) || Array.isArray(b)) return false
  return sameFields(a, b)
}

function sameFields(a: object, b: object): boolean {
  const left: Readonly<Record<string, unknown>> = { ...a }
  const right: Readonly<Record<string, unknown>> = { ...b }
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (!same(left[name], right[name])) return false
  }
  return true
}
