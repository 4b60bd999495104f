import type { Turn } from '../model/entities.ts'
import { firstIndex, type Span } from '../text/positions.ts'

/** How much around a hit is meant: the words found, the sentences they stand in, or the whole turn. */
export type Reach = 'hit' | 'sentence' | 'turn'

/** A hit widened within its turn (in texts without turns, its paragraph). Sentences end at . ? ! … or a line's end. */
export function widenHit(text: string, turns: readonly Turn[], hit: Span, reach: Reach): Span {
  if (reach === 'hit') return { start: hit.start, end: hit.end }
  const turn = turns[firstIndex(turns, (each) => each.end > hit.start)]
  const whole =
    turn && turn.start <= hit.start ? { start: turn.start, end: turn.end } : paragraphOf(text, hit)
  return reach === 'turn' ? whole : sentenceIn(text, whole, hit)
}

function paragraphOf(text: string, { start, end }: Span): Span {
  const stop = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: stop < 0 ? text.length : stop }
}

function sentenceIn(text: string, whole: Span, hit: Span): Span {
  let { start, end } = whole
  for (const match of text.slice(whole.start, whole.end).matchAll(/[.?!…]+["'”’)\]]*(?=\s)|\n/gu)) {
    const border = whole.start + match.index + match[0].length
    if (border <= hit.start) start = border
    else if (border >= hit.end) {
      end = border
      break
    }
  }
  return { start, end }
}
