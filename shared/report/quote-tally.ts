import type { ContentHash } from '../model/ids.ts'
import { overlaps, type Span } from '../text/positions.ts'
import { timesToQuote } from './quote-rule.ts'

/** Who was quoted how often so far in one report, what, and how much. Choosing adds to it. */
export interface QuoteTally {
  /** Quotes by voice, indices as in `Tally.voices.participants`. */
  readonly times: Uint32Array
  /** Stretches shown, by their content. */
  readonly shown: Map<ContentHash, Span[]>
  /** How many voices may be quoted and have said something that is coded. */
  readonly voices: number
  total: number
  words: number
  /** Words that may be quoted in all. */
  mostWords: number
}

/** A tally for the start of a report. `byCodeVoices` as in a `Tally`, `mayQuote` 1 by voice that may be quoted. */
export function startQuoteTally(
  byCodeVoices: readonly (readonly number[])[],
  mayQuote: Uint8Array,
): QuoteTally {
  const speaks = new Uint8Array(mayQuote.length)
  for (const ofCode of byCodeVoices) for (const voice of ofCode) speaks[voice] = 1
  return {
    times: new Uint32Array(mayQuote.length),
    shown: new Map(),
    voices: speaks.reduce((sum, speaking, voice) => sum + speaking * (mayQuote[voice] ?? 0), 0),
    total: 0,
    words: 0,
    mostWords: Number.POSITIVE_INFINITY,
  }
}

/** True where words of a stretch stand in the report already. */
export function isShown({ shown }: QuoteTally, content: ContentHash, span: Span): boolean {
  return shown.get(content)?.some((other) => overlaps(other, span)) ?? false
}

/** How often any voice may be quoted when there is one quote more. */
export function timesAllowed({ total, voices }: QuoteTally): number {
  return timesToQuote(total + 1, voices)
}

/** Adds a quote. */
export function noteQuote(
  tally: QuoteTally,
  voice: number,
  content: ContentHash,
  shown: Span & { readonly words: number },
): void {
  tally.times[voice] = (tally.times[voice] ?? 0) + 1
  tally.shown.set(content, [...(tally.shown.get(content) ?? []), shown])
  tally.total++
  tally.words += shown.words
}
