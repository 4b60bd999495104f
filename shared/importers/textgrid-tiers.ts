import type { Numbered } from './cue-place.ts'
import { millisecondsOf } from './timeline.ts'

/** Something written on a tier between two times (or, on a point tier, at one), in milliseconds. */
export interface GridLabel {
  readonly time: number
  readonly endTime: number
  readonly text: string
  /** Counted on its tier, silent ones too. */
  readonly element: Numbered
}

export interface GridTier {
  readonly kind: 'intervals' | 'points'
  readonly name: string
  readonly labels: readonly GridLabel[]
}

export interface TextGrid {
  readonly tiers: readonly GridTier[]
  /** The file ends before everything it announces. */
  readonly isCutOff: boolean
}

/** Reads a Praat TextGrid in its long or short text form: both hold the same strings and numbers in the same order. */
export function textGridTiers(text: string): TextGrid {
  const tokens = gridTokens(text)
  const tiers: GridTier[] = []
  let at = tokens.findIndex((token) => token.kind === 'string' && token.value === 'TextGrid') + 1
  // The whole grid's two times, and whether it has tiers.
  at += 2
  while (tokens[at]?.kind === 'flag') at += 1
  const announced = Number(tokens[at]?.value ?? 0)
  at += 1
  while (tiers.length < announced && at < tokens.length) {
    const read = tierAt(tokens, at)
    if (read === null) break
    tiers.push(read.tier)
    at = read.next
    if (read.isCutOff) return { tiers, isCutOff: true }
  }
  return { tiers, isCutOff: tiers.length < announced }
}

interface Token {
  readonly kind: 'string' | 'number' | 'flag'
  readonly value: string
  readonly from: number
  readonly to: number
}

/** Free-standing numbers, texts in quotes and flags; everything else (`xmin =`, `intervals [1]:`) is for reading only. */
function gridTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const sign = text.charAt(at)
    if (/\s/.test(sign)) at += 1
    else if (sign === '"') {
      const end = closingQuote(text, at + 1)
      const value = text.slice(at + 1, end).replaceAll('""', '"')
      tokens.push({ kind: 'string', value, from: at, to: Math.min(end + 1, text.length) })
      at = end + 1
    } else {
      const end = wordEnd(text, at)
      const word = end - at > 60 ? '' : text.slice(at, end)
      if (word.startsWith('!')) at = lineEnd(text, at)
      else {
        if (NUMBER.test(word)) tokens.push({ kind: 'number', value: word, from: at, to: end })
        else if (/^<\w+>$/.test(word)) tokens.push({ kind: 'flag', value: word, from: at, to: end })
        at = end
      }
    }
  }
  return tokens
}

const NUMBER = /^-?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i
const SPACE = /\s/g

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2)
  return at === -1 ? text.length : at
}

function wordEnd(text: string, from: number): number {
  SPACE.lastIndex = from
  return SPACE.test(text) ? SPACE.lastIndex - 1 : text.length
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

interface ReadTier {
  readonly tier: GridTier
  readonly next: number
  readonly isCutOff: boolean
}

function tierAt(tokens: readonly Token[], from: number): ReadTier | null {
  const [tierClass, name, , , size] = tokens.slice(from, from + 5)
  if (tierClass?.kind !== 'string' || name?.kind !== 'string' || size?.kind !== 'number') return null
  const kind = tierClass.value === 'TextTier' ? 'points' : 'intervals'
  const width = kind === 'points' ? 2 : 3
  const labels: GridLabel[] = []
  let at = from + 5
  while (labels.length < Number(size.value)) {
    const time = millisecondsOf(tokens[at]?.value)
    const endTime = kind === 'points' ? time : millisecondsOf(tokens[at + 1]?.value)
    const text = tokens[at + width - 1]
    if (time === null || endTime === null || text?.kind !== 'string') break
    const element = { number: labels.length + 1, from: tokens[at]?.from ?? text.from, to: text.to }
    labels.push({ time, endTime, text: text.value, element })
    at += width
  }
  const tier = { kind, name: name.value, labels } as const
  return { tier, next: at, isCutOff: labels.length < Number(size.value) }
}
