import type { Piece } from './utterance.ts'

/** A main line of a CHAT transcript: who speaks, and the words as they are coded, in pieces between time bullets. */
export interface ChatLine {
  readonly code: string
  readonly pieces: readonly Piece[]
  /** Its first and last line, as indices (from 0) of the text's lines. */
  readonly first: number
  readonly last: number
}

export interface ChatFile {
  readonly lines: readonly ChatLine[]
  /** Headers before the first main line, in order; one that repeats comes again. */
  readonly headers: readonly ChatHeader[]
  /** Headers between main lines: comments, changes of activity. */
  readonly inside: readonly ChatHeader[]
  /** Dependent tiers (`%mor`) and how often each stands. */
  readonly tiers: ReadonlyMap<string, number>
  /** Lines that are none of these. */
  readonly strays: readonly string[]
}

export interface ChatHeader {
  readonly name: string
  readonly value: string
}

/** Takes a CHAT text apart; lines that begin with a tab or a space continue the line above. */
export function chatLines(text: string): ChatFile {
  const lines: ChatLine[] = []
  const headers: ChatHeader[] = []
  const inside: ChatHeader[] = []
  const tiers = new Map<string, number>()
  const strays: string[] = []
  for (const { line, first, last } of wholeLines(text)) {
    const main = MAIN.exec(line)
    const header = HEADER.exec(line)
    const tier = TIER.exec(line)
    if (main !== null)
      lines.push({ code: main[1]?.trim() ?? '', pieces: piecesOf(line.slice(main[0].length)), first, last })
    else if (header !== null) {
      const found = { name: header[1]?.trim() ?? '', value: line.slice(header[0].length).trim() }
      if (!/^(?:UTF8|Begin|End|Blank)$/.test(found.name)) (lines.length === 0 ? headers : inside).push(found)
    } else if (tier !== null) tiers.set(tier[1] ?? '', (tiers.get(tier[1] ?? '') ?? 0) + 1)
    else if (/\S/.test(line)) strays.push(line)
  }
  return { lines, headers, inside, tiers, strays }
}

const MAIN = /^\*([^\s:][^:\t\n]{0,60}):[\t ]?/
const HEADER = /^@([^:\t\n]{1,60})(?::[\t ]?|$)/
const TIER = /^%([^\s:]{1,20}):/

interface WholeLine {
  readonly line: string
  readonly first: number
  readonly last: number
}

function wholeLines(text: string): readonly WholeLine[] {
  const whole: { readonly parts: string[]; readonly first: number }[] = []
  text.split('\n').forEach((line, at) => {
    if (/^[\t ]/.test(line) && whole.length > 0) whole.at(-1)?.parts.push(line.trim())
    else whole.push({ parts: [line], first: at })
  })
  return whole.map(({ parts, first }) => ({ line: parts.join(' '), first, last: first + parts.length - 1 }))
}

/** A bullet closes the words before it with their start and end; words behind the last one have no time. */
function piecesOf(coded: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const bullet of coded.matchAll(BULLET)) {
    pieces.push({
      text: coded.slice(from, bullet.index),
      time: Number(bullet[1]),
      endTime: Number(bullet[2]),
    })
    from = bullet.index + bullet[0].length
  }
  return [...pieces, { text: coded.slice(from).replaceAll('\u0015', ' '), time: null, endTime: null }]
}

/** A bullet is a control sign on both sides of the times; some editors show it as a dot. */
const SIGN = '[\u0015•]'
const MEDIA = '(?:%(?:snd|mov):"[^"\\n]{0,200}"_?)?'
const BULLET = new RegExp(`${SIGN}${MEDIA}(\\d{1,9})_(\\d{1,9})-?${SIGN}`, 'g')
