import type { Span } from '../../text/positions.ts'
import type { FindSpans } from './find-names.ts'

/** So many words in a row say where they come from; fewer are said by many. */
export const wordsOfQuote = 5

/** Finds where texts repeat stretches of others for five words or more, whatever the case and the signs between. */
export function quoteFinder(passages: Iterable<string>): FindSpans {
  const runs = new Set<string>()
  for (const passage of passages) for (const run of runsIn(wordsIn(passage))) runs.add(run.words)
  if (runs.size === 0) return () => []
  return (text) => {
    const found: Span[] = []
    for (const { words, start, end } of runsIn(wordsIn(text))) {
      if (!runs.has(words)) continue
      const last = found.at(-1)
      if (last && start <= last.end) found[found.length - 1] = { start: last.start, end }
      else found.push({ start, end })
    }
    return found
  }
}

interface Word extends Span {
  readonly word: string
}

function wordsIn(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu))
    words.push({
      word: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    })
  return words
}

function* runsIn(words: readonly Word[]): Generator<Span & { readonly words: string }> {
  for (let i = 0; i + wordsOfQuote <= words.length; i++) {
    const run = words.slice(i, i + wordsOfQuote)
    yield {
      words: run.map(({ word }) => word).join(' '),
      start: run[0]?.start ?? 0,
      end: run.at(-1)?.end ?? 0,
    }
  }
}
