import type { ChangedStretch, TextAlignment } from './align-texts.ts'

/** A piece of a changed passage: words that stay, words that go, or words that come. */
export interface ChangedPiece {
  readonly kind: 'same' | 'out' | 'in'
  readonly text: string
}

/** Changed stretches that stand close together, read in one go, with some words around them. */
export interface ChangedPassage {
  /** Where it begins in the text after. */
  readonly at: number
  readonly pieces: readonly ChangedPiece[]
}

/** The first changed passages of an alignment, at most `most`, and how many there are. Long pieces are shortened in
    their middle. */
export function changedPassages(
  alignment: TextAlignment,
  most: number,
): { readonly passages: readonly ChangedPassage[]; readonly all: number } {
  const groups: ChangedStretch[][] = []
  for (const stretch of withoutIslands(alignment)) {
    const last = groups.at(-1)?.at(-1)
    if (last && stretch.from - last.to <= near && !crossesLine(alignment, last, stretch))
      groups.at(-1)?.push(stretch)
    else groups.push([stretch])
  }
  return { passages: groups.slice(0, most).map((group) => passageOf(alignment, group)), all: groups.length }
}

/** Stretches with hardly a word between them, where much changed on both sides: the word was left over by chance, and is
    read as changed with them. */
function withoutIslands({ before, changed }: TextAlignment): ChangedStretch[] {
  const joined: ChangedStretch[] = []
  for (const stretch of changed) {
    const last = joined.at(-1)
    const between = last ? before.slice(last.to, stretch.from) : ''
    const isIsland = last && between.length <= island && !between.includes('\n')
    if (last && isIsland && sizeOf(last) >= much && sizeOf(stretch) >= much)
      joined[joined.length - 1] = { ...stretch, from: last.from, newFrom: last.newFrom, respelt: false }
    else joined.push(stretch)
  }
  return joined
}

const island = 14
const much = 10

function sizeOf({ from, to, newFrom, newTo }: ChangedStretch): number {
  return Math.max(to - from, newTo - newFrom)
}

/** Stretches at most so many units apart are read together. */
const near = 50
const around = 40
const longest = 400

function crossesLine({ before }: TextAlignment, a: ChangedStretch, b: ChangedStretch): boolean {
  return before.slice(a.to, b.from).includes('\n')
}

function passageOf({ before, after }: TextAlignment, group: readonly ChangedStretch[]): ChangedPassage {
  const pieces: ChangedPiece[] = []
  const add = (kind: ChangedPiece['kind'], text: string) => {
    if (text !== '') pieces.push({ kind, text: shortened(text) })
  }
  const first = group[0]
  let at = first?.from ?? 0
  add('same', lead(before.slice(Math.max(0, at - around), at), at > around))
  for (const { from, to, newFrom, newTo } of group) {
    add('same', before.slice(at, from))
    add('out', before.slice(from, to))
    add('in', after.slice(newFrom, newTo))
    at = to
  }
  add('same', tail(before.slice(at, at + around), at + around < before.length))
  return { at: first?.newFrom ?? 0, pieces }
}

/** Words before a change: of its line, from a whole word on. */
function lead(text: string, isCut: boolean): string {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  return isCut && line.length === text.length ? `…${line.slice(line.indexOf(' ') + 1)}` : line
}

function tail(text: string, isCut: boolean): string {
  const end = text.indexOf('\n')
  if (end >= 0) return text.slice(0, end)
  const space = text.lastIndexOf(' ')
  return isCut ? `${text.slice(0, space > 0 ? space : text.length)}…` : text
}

function shortened(text: string): string {
  if (text.length <= longest) return text
  const half = longest / 2
  return `${text.slice(0, half).toWellFormed()} […] ${text.slice(-half).toWellFormed()}`
}
