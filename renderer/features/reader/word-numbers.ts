import { wordsInTurns } from '../../../shared/importers/words-in-turns.ts'
import type { Turn } from '../../../shared/model/entities.ts'
import { firstIndex, type Span } from '../../../shared/text/positions.ts'

/** Gives the number of the word at a position, from 1, as a source's words are counted: labels and times left out.
    Between words it is the word before. */
export function wordNumbers(text: string, turns: readonly Turn[]): (at: number) => number {
  const parts = turns.length > 0 ? spokenParts(text, turns) : paragraphs(text)
  const before: number[] = []
  let words = 0
  for (const part of parts) {
    before.push(words)
    words += wordsIn(text, part)
  }
  return (at) => {
    const i = firstIndex(parts, (part) => part.start > at) - 1
    const part = parts[i]
    if (!part) return Math.min(1, words)
    const here = wordsIn(text, { start: part.start, end: Math.min(part.end, endOfWord(text, at)) })
    return Math.max(Math.min(1, words), (before[i] ?? 0) + here)
  }
}

/** What stands before the first turn, then from each turn's words to the next one's label. */
function spokenParts(text: string, turns: readonly Turn[]): Span[] {
  const first = { start: 0, end: turns[0]?.label ?? text.length }
  return [first, ...turns.map((turn, i) => ({ start: turn.start, end: turns[i + 1]?.label ?? text.length }))]
}

function paragraphs(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function wordsIn(text: string, { start, end }: Span): number {
  return wordsInTurns(text.slice(start, end), [])
}

function endOfWord(text: string, at: number): number {
  let end = at
  while (end < text.length && !/\s/.test(text.charAt(end))) end++
  return end
}
