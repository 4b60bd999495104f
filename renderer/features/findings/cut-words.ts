import type { QuoteChoice } from '../../../shared/model/report-entities.ts'
import { overlaps, type Span } from '../../../shared/text/positions.ts'

/** A word of a passage with its place in the content. */
export interface Word extends Span {
  readonly text: string
}

/** The words of some stretches of a content, punctuation with them. */
export function wordsIn(content: string, spans: readonly Span[]): readonly Word[] {
  return spans.flatMap((span) =>
    [...content.slice(span.start, span.end).matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      start: span.start + match.index,
      end: span.start + match.index + match[0].length,
    })),
  )
}

type Cuts = NonNullable<QuoteChoice['cuts']>

/** Cuts with the chosen words among them; words that follow each other are one cut. */
export function withCut(cuts: Cuts, words: readonly Word[], chosen: ReadonlySet<number>): Cuts {
  return runsOf(words, (i, word) => chosen.has(i) || isCut(cuts, word))
}

/** Cuts without the chosen words. */
export function withoutCut(cuts: Cuts, words: readonly Word[], chosen: ReadonlySet<number>): Cuts {
  return runsOf(words, (i, word) => !chosen.has(i) && isCut(cuts, word))
}

/** True where a word is cut. */
export function isCut(cuts: Cuts, word: Span): boolean {
  return cuts.some((cut) => overlaps(cut, word))
}

function runsOf(words: readonly Word[], cut: (index: number, word: Word) => boolean): Cuts {
  const runs: { start: number; end: number }[] = []
  let before = false
  for (const [i, word] of words.entries()) {
    const now = cut(i, word)
    const last = runs.at(-1)
    if (now && before && last) last.end = word.end
    else if (now) runs.push({ start: word.start, end: word.end })
    before = now
  }
  return runs
}
