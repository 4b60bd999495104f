import type { LabelLine } from './label-lines.ts'

/** Labels before a stroke, a point, a bare space or a time within the line are weaker signs than those before a colon:
    they stay only where the text has hardly any others. Strokes and points must besides tell a few voices that come again
    and again, and never count answers to choose from (`A - …`, `B - …`, `C - …`). */
export function sureStrokes<C extends { readonly found: LabelLine }>(candidates: readonly C[]): readonly C[] {
  const weak = candidates.filter(({ found }) => WEAK.has(found.style))
  if (weak.length === 0) return candidates
  const others = countsOf(candidates.filter(({ found }) => !WEAK.has(found.style)))
  const strong = [...others.values()].filter((count) => count >= 2).reduce((sum, count) => sum + count, 0)
  if (weak.length < strong) return candidates.filter(({ found }) => !WEAK.has(found.style))
  const counts = countsOf(weak)
  const isChoice = ['A', 'B', 'C'].every((letter) => counts.has(letter))
  const dots = countsOf(weak.filter(({ found }) => found.style === 'dot'))
  return candidates.filter(({ found: { style, label } }) => {
    if (style !== 'stroke' && style !== 'dot') return true
    if (style === 'dot' && dots.size > 3) return false
    return (counts.get(label) ?? 0) >= 3 && !(isChoice && label.length === 1)
  })
}

const WEAK: ReadonlySet<LabelLine['style']> = new Set(['stroke', 'dot', 'mark'])

function countsOf(candidates: readonly { readonly found: LabelLine }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { found } of candidates) counts.set(found.label, (counts.get(found.label) ?? 0) + 1)
  return counts
}
