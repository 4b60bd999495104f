import type { Continuum, MarkedSpan } from './unitizing.ts'

/** Spans of each coder laid out for the unitizing family. */
export interface LaidSpans {
  /** As marked; a reason instead where spans of one coder overlap, because uα and cuα need categories that exclude one
      another. */
  readonly continuum: Continuum | { readonly undefined: string }
  /** Overlapping spans of one coder joined into one, categories dropped: enough for |uα. */
  readonly joined: Continuum
}

/** Puts each coder's spans in order and says whether any overlap. */
export function laySpans(length: number, coders: readonly (readonly MarkedSpan[])[]): LaidSpans {
  const sorted = coders.map((spans) => [...spans].sort((a, b) => a.start - b.start || a.end - b.end))
  const overlapping = sorted.reduce((count, spans) => count + overlapsIn(spans), 0)
  return {
    continuum:
      overlapping > 0
        ? { undefined: `Spans of one coder overlap (${overlapping} times); it needs spans that do not.` }
        : { length, coders: sorted },
    joined: { length, coders: sorted.map(joined) },
  }
}

function overlapsIn(spans: readonly MarkedSpan[]): number {
  let reach = Number.NEGATIVE_INFINITY
  let count = 0
  for (const { start, end } of spans) {
    if (start < reach) count++
    reach = Math.max(reach, end)
  }
  return count
}

function joined(spans: readonly MarkedSpan[]): readonly MarkedSpan[] {
  const whole: MarkedSpan[] = []
  for (const { start, end } of spans) {
    const last = whole.at(-1)
    // Spans that only touch stay two units, as they were marked.
    if (last && start < last.end) whole[whole.length - 1] = { ...last, end: Math.max(last.end, end) }
    else whole.push({ start, end, category: 'marked' })
  }
  return whole
}
