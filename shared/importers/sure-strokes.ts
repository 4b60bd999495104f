import type { LabelLine } from './label-lines.ts'

/** Labels before a stroke, a point or a bare space are weaker signs than those before a colon: they stay only where a few
    voices come again and again, and never where they count answers to choose from (`A - …`, `B - …`, `C - …`). */
export function sureStrokes<C extends { readonly found: LabelLine }>(candidates: readonly C[]): readonly C[] {
  const weak = candidates.filter(({ found: { style } }) => style === 'stroke' || style === 'dot')
  if (weak.length === 0) return candidates
  const counts = new Map<string, number>()
  for (const { found } of weak) counts.set(found.label, (counts.get(found.label) ?? 0) + 1)
  const isChoice = ['A', 'B', 'C'].every((letter) => counts.has(letter))
  const dots = new Set(weak.filter(({ found }) => found.style === 'dot').map(({ found }) => found.label))
  return candidates.filter(({ found: { style, label } }) => {
    if (style !== 'stroke' && style !== 'dot') return true
    if (style === 'dot' && dots.size > 3 && !/^[QA]$/.test(label)) return false
    return (counts.get(label) ?? 0) >= 3 && !(isChoice && label.length === 1)
  })
}
