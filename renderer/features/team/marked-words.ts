import type { Side } from '../../../shared/change/merge/conflict.ts'
import { alignTexts } from '../../../shared/text/align-texts.ts'

/** A piece of one of two texts; `differs` where the other reads otherwise, `cut` where words were left out. */
export interface MarkedPiece {
  readonly text: string
  readonly differs: boolean
  readonly cut?: true
}

/** Two texts side by side, each with the words marked that the other does not have. Texts that have nothing in common
    are not marked: everything would be. */
export function markedWords(mine: string, theirs: string): Readonly<Record<Side, readonly MarkedPiece[]>> {
  const { changed } = alignTexts(mine, theirs)
  const ofMine = pieces(
    mine,
    changed.map(({ from, to }) => [from, to]),
  )
  const ofTheirs = pieces(
    theirs,
    changed.map(({ newFrom, newTo }) => [newFrom, newTo]),
  )
  const isAllNew = !ofMine.some(({ differs, text }) => !differs && /[\p{L}\p{N}]/u.test(text))
  if (isAllNew) return { mine: [{ text: mine, differs: false }], theirs: [{ text: theirs, differs: false }] }
  return { mine: ofMine, theirs: ofTheirs }
}

function pieces(text: string, changed: readonly (readonly [number, number])[]): MarkedPiece[] {
  const found: MarkedPiece[] = []
  const add = (from: number, to: number, differs: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to), differs })
  }
  let at = 0
  for (const [from, to] of changed) {
    add(at, from, false)
    add(from, to, true)
    at = to
  }
  add(at, text.length, false)
  return found
}

/** Texts longer than this are shown around what differs. */
export const longText = 500
const around = 90

/** The same text, with only some words around what differs; the beginning where nothing does. */
export function aroundDifferences(all: readonly MarkedPiece[]): readonly MarkedPiece[] {
  return all.flatMap((piece, i): MarkedPiece[] => {
    if (piece.differs || piece.text.length <= 2 * around + 20) return [piece]
    const [isFirst, isLast] = [i === 0, i === all.length - 1]
    const start = isFirst && !isLast ? '' : upToWord(piece.text.slice(0, around + (isFirst ? 200 : 0)))
    const end = isLast ? '' : fromWord(piece.text.slice(-around))
    return [
      ...(start ? [{ text: start, differs: false }] : []),
      { text: ' … ', differs: false, cut: true as const },
      ...(end ? [{ text: end, differs: false }] : []),
    ]
  })
}

function upToWord(text: string): string {
  const space = text.lastIndexOf(' ')
  return (space > 0 ? text.slice(0, space) : text).toWellFormed()
}

function fromWord(text: string): string {
  return text.slice(text.indexOf(' ') + 1).toWellFormed()
}
