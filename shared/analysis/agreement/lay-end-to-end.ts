import type { Project, Texts } from '../../model/project.ts'
import type { AgreementWish } from './agreement-wish.ts'
import { codesOf } from './compare-coders.ts'
import { type LaidSpans, laySpans } from './lay-spans.ts'
import { bitsIn, eachMarkedSource, type MarkedSource } from './mark-units.ts'
import type { MarkedSpan } from './unitizing.ts'
import type { Stretches } from './units.ts'

/** The sources all coders of a wish read as one continuum of characters, labels left out, laid end to end, for uα and
    its kin. Overlapping passages of one coder with one code are one span. */
export function layEndToEnd(project: Project, texts: Texts, wish: AgreementWish): LaidSpans {
  const coders = wish.coders.map((): MarkedSpan[] => [])
  let length = 0
  eachMarkedSource(project, texts, wish, codesOf(project, wish), (marked) => {
    if (bitsIn(marked.readers) === coders.length) length = laySource(marked, length, coders)
  })
  return laySpans(length, coders)
}

function laySource({ stretches, passages }: MarkedSource, from: number, coders: MarkedSpan[][]): number {
  const before = lengthsBefore(stretches)
  const open = new Map<number, { readonly at: number; readonly end: number }>()
  for (let i = 0; i < passages.count; i++) {
    const [code, coder] = [passages.codes[i] ?? 0, passages.coders[i] ?? 0]
    const start = from + lengthBefore(stretches, before, passages.starts[i] ?? 0)
    const end = from + lengthBefore(stretches, before, passages.ends[i] ?? 0)
    const row = coders[coder]
    if (!row || end <= start) continue
    const key = code * coders.length + coder
    const last = open.get(key)
    if (last && start < last.end) {
      const grown = Math.max(end, last.end)
      const span = row[last.at]
      if (span) row[last.at] = { ...span, end: grown }
      open.set(key, { ...last, end: grown })
      continue
    }
    open.set(key, { at: row.length, end })
    row.push({ start, end, category: String(code) })
  }
  return from + (before.at(-1) ?? 0)
}

/** Characters before each stretch, and in the end of all. */
function lengthsBefore({ starts, ends, count }: Stretches): readonly number[] {
  const before = [0]
  for (let s = 0; s < count; s++) before.push((before[s] ?? 0) + (ends[s] ?? 0) - (starts[s] ?? 0))
  return before
}

/** Characters of the stretches that stand before a position. */
function lengthBefore(
  { starts, ends, count }: Stretches,
  before: readonly number[],
  position: number,
): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) > position) high = middle
    else low = middle + 1
  }
  const within = low < count ? Math.max(0, position - (starts[low] ?? 0)) : 0
  return (before[low] ?? 0) + within
}
