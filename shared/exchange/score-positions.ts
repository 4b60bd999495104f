import { counted } from '../text/counted.ts'
import { onCharacter } from '../text/positions.ts'
import type { ForeignText, PositionReading, StatedPositions } from './standard-positions.ts'

/** One passage as a file states it. */
export interface StatedSpan {
  readonly start: number
  readonly end: number
  /** What the file calls it: often the beginning of its words. */
  readonly name?: string | undefined
}

/** How a source's positions were read, and how sure that is. `alike`: every reading gives the same places. */
export interface ChosenReading {
  readonly reading: PositionReading
  readonly sure: 'alike' | 'certain' | 'likely' | 'guessed'
  /** What speaks for it, in words. */
  readonly because: string
}

/** Chooses how a source counts from what its passages say: words that are their names, word edges, lengths within the
    text. Without evidence against it, what the tool usually does holds. */
export function chooseReading(
  text: ForeignText,
  spans: readonly StatedSpan[],
  usual: PositionReading,
): ChosenReading {
  const sample = sampled(spans)
  const first = fitting(text.readings, usual)
  const candidates = [first, ...text.readings.filter((each) => each !== first)]
  const scored = distinct(candidates, text, sample).map(({ reading, places }) => ({
    reading,
    score: scoreOf(text.text, sample, places),
  }))
  const [standing, ...rivals] = scored
  if (!standing) return { reading: first, sure: 'alike', because: 'nothing in it has a position' }
  const best = rivals.reduce((a, b) => (isBetter(b.score, a.score) ? b : a), standing)
  const inside = endsInside(text, sample, best.reading)
  if (inside)
    return {
      reading: { ...best.reading, endsInside: true },
      sure: 'likely',
      because: 'its ends cut off one letter',
    }
  if (rivals.length === 0) return { reading: first, sure: 'alike', because: 'all ways of counting agree' }
  const others = scored.filter((each) => each !== best).map((each) => each.score)
  return { reading: best.reading, ...howSure(best.score, others, sample.length) }
}

/** How the passages of a source look under one reading. */
interface Score {
  /** Passages whose words begin as their name does. */
  readonly names: number
  /** Ends of passages on the edge of a word. */
  readonly edges: number
  /** Passages that reach beyond the text or are turned round. */
  readonly beyond: number
}

const sampleSize = 300

function sampled(spans: readonly StatedSpan[]): readonly StatedSpan[] {
  const usable = spans.filter(({ start, end }) => end > start)
  if (usable.length <= sampleSize) return usable
  const step = usable.length / sampleSize
  return Array.from({ length: sampleSize }, (_, i) => usable[Math.floor(i * step)]).filter(
    (each) => each !== undefined,
  )
}

/** The reading of this text that is the usual one of its tool; where two cannot differ, only one is listed. */
function fitting(readings: readonly PositionReading[], usual: PositionReading): PositionReading {
  const close = (each: PositionReading) =>
    Number(each.unit === usual.unit) +
    Number(each.lineEnd === usual.lineEnd) +
    Number(each.countsMark === usual.countsMark)
  return readings.reduce((a, b) => (close(b) > close(a) ? b : a), readings[0] ?? usual)
}

interface Placed {
  readonly reading: PositionReading
  readonly places: readonly (readonly [start: number, end: number, beyond: boolean])[]
}

/** The readings that differ on these passages, the first of those that agree. */
function distinct(
  readings: readonly PositionReading[],
  text: ForeignText,
  spans: readonly StatedSpan[],
): readonly Placed[] {
  const found = new Map<string, Placed>()
  for (const reading of spans.length > 0 ? readings : []) {
    const stated = text.positions(reading)
    const places = spans.map((span) => placeOf(stated, span))
    const key = places.map(([start, end, beyond]) => `${start},${end}${beyond ? '!' : ''}`).join(' ')
    if (!found.has(key)) found.set(key, { reading, places })
  }
  return [...found.values()]
}

function placeOf(
  { toPosition, length }: StatedPositions,
  { start, end }: StatedSpan,
): readonly [number, number, boolean] {
  return [toPosition(start), toPosition(end), start < 0 || end > length]
}

function scoreOf(text: string, spans: readonly StatedSpan[], places: Placed['places']): Score {
  let [names, edges, beyond] = [0, 0, 0]
  for (const [i, [start, end, isBeyond]] of places.entries()) {
    if (isBeyond) beyond++
    if (isNamed(text, start, end, spans[i]?.name)) names++
    // A place inside a character cannot be meant.
    edges += Number(isEdge(text, start) && onCharacter(text, start) === start && !isBlank(text[start]))
    edges += Number(isEdge(text, end) && onCharacter(text, end) === end && !isBlank(text[end - 1]))
  }
  return { names, edges, beyond }
}

function isNamed(text: string, start: number, end: number, name: string | undefined): boolean {
  const wanted = plain((name ?? '').replace(/(?:…|\.{3})\s*$/, ''))
  return wanted.length >= 3 && plain(text.slice(start, end)).startsWith(wanted)
}

function plain(text: string): string {
  return text.replace(/\s+/g, '')
}

function isEdge(text: string, at: number): boolean {
  return !(isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at)))
}

/** Letters and digits of any script; halves of characters beyond the basic plane count as none. */
function isLetter(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
  return code >= 128 && /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character)
}

/** Clearly better: more names, fewer passages beyond the text, or so many more word edges that chance does not
    explain it. */
function isBetter(a: Score, b: Score): boolean {
  if (a.names !== b.names) return a.names > b.names
  if (a.beyond !== b.beyond) return a.beyond < b.beyond
  return a.edges - b.edges >= Math.max(2, 0.05 * (a.edges + b.edges))
}

function howSure(best: Score, others: readonly Score[], passages: number): Omit<ChosenReading, 'reading'> {
  const next = others.reduce((a, b) => (isBetter(b, a) ? b : a))
  const edges = `${best.edges} of ${2 * passages} ends stand on word edges, otherwise ${Math.max(...others.map((each) => each.edges))}`
  if (best.names > next.names)
    return {
      sure: best.names - next.names > 1 || best.names === passages ? 'certain' : 'likely',
      because: `${best.names} of ${counted(passages, 'passage begins with the words it is', 'passages begin with the words they are')} named by, otherwise ${next.names}`,
    }
  if (best.beyond < next.beyond)
    return {
      sure: 'likely',
      because: `read otherwise, ${next.beyond} of ${counted(passages, 'passage reaches', 'passages reach')} beyond the text`,
    }
  if (best.edges - next.edges >= Math.max(4, 0.2 * passages)) return { sure: 'certain', because: edges }
  if (isBetter(best, next)) return { sure: 'likely', because: edges }
  return { sure: 'guessed', because: `what the tool usually does; ${edges}` }
}

/** Whether ends name the last character: nearly all of them cut off exactly the last letter of a word. */
function endsInside(text: ForeignText, spans: readonly StatedSpan[], reading: PositionReading): boolean {
  const { toPosition } = text.positions(reading)
  const cut = spans.filter(({ end }) => {
    const at = toPosition(end)
    return !isEdge(text.text, at) && isEdge(text.text, at + 1)
  })
  return spans.length >= 3 && cut.length >= 0.9 * spans.length
}
