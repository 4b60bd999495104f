import type { SourceDraft } from '../../../shared/importers/source-draft.ts'

/** A stretch of a draft as the reader would show it. */
export interface SampleLine {
  readonly kind: 'turn' | 'text' | 'heading' | 'direction'
  /** Where it begins in the draft's text; names the line. */
  readonly at: number
  readonly speaker: string | null
  readonly role: string | null
  readonly time: number | null
  readonly words: string
}

/** The first lines of a draft with its turns, at most so many lines and about 6,000 signs. */
export function sampleLines(draft: SourceDraft, most = 40): readonly SampleLine[] {
  const lines: SampleLine[] = []
  let reached = 0
  for (const turn of draft.turns) {
    if (isEnough(lines, most, reached)) return lines
    lines.push(...between(draft, reached, turn.label))
    const speaker = turn.speaker === null ? undefined : draft.speakers[turn.speaker]
    const words = draft.text.slice(turn.start, turn.end).trim()
    const shown = words.length > 1200 ? `${words.slice(0, 1200).toWellFormed()} …` : words
    lines.push({
      kind: 'turn',
      at: turn.start,
      speaker: speaker?.label ?? null,
      role: speaker?.role ?? null,
      time: turn.time,
      words: shown,
    })
    reached = turn.end
  }
  if (!isEnough(lines, most, reached))
    lines.push(...between(draft, reached, Math.min(draft.text.length, reached + 6000)))
  return lines.slice(0, most)
}

function isEnough(lines: readonly SampleLine[], most: number, reached: number): boolean {
  return lines.length >= most || reached > 6000
}

function between(draft: SourceDraft, start: number, end: number): SampleLine[] {
  const lines: SampleLine[] = []
  for (let at = start; at < end; ) {
    const stop = Math.min(end, lineEnd(draft.text, at))
    const words = draft.text.slice(at, stop).trim()
    const block = draft.blocks.find((each) => each.start < stop && each.end > at)
    if (words !== '')
      lines.push({ kind: block?.kind ?? 'text', at, speaker: null, role: null, time: null, words })
    at = stop + 1
  }
  return lines
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}
