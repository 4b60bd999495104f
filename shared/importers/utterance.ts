import type { Origin, Place } from './origin.ts'
import type { SyncPoint } from './source-draft.ts'

/** Words with the time they begin and end at, in milliseconds; spaces are kept as they stand. */
export interface Piece {
  readonly text: string
  readonly time: number | null
  readonly endTime: number | null
  /** Where in the file it stands. */
  readonly place?: Place
}

/** What one voice says in one go, or a direction or heading between: one line of text. */
export interface Utterance {
  readonly kind: 'speech' | 'direction' | 'heading'
  readonly speaker: string | null
  readonly text: string
  /** Times inside the text and where in the file its stretches stand, positions counted from its start. */
  readonly marks: readonly SyncPoint[]
  readonly origins: readonly Origin[]
  readonly time: number | null
  readonly endTime: number | null
}

/** Joins pieces as they stand into one line, spaces and line ends inside as one space; null where nothing is left. */
export function utteranceOf(
  speaker: string | null,
  pieces: readonly Piece[],
  kind: Utterance['kind'] = 'speech',
): Utterance | null {
  const parts: string[] = []
  const marks: SyncPoint[] = []
  const origins: Origin[] = []
  let length = 0
  let pending = false
  for (const piece of pieces) {
    const text = piece.text.replace(SPACES, ' ').toWellFormed()
    const words = text.trim()
    if (words === '') pending ||= text !== ''
    else {
      const space = length > 0 && (pending || text.startsWith(' ')) ? ' ' : ''
      const start = length + space.length
      if (piece.time !== null) marks.push({ position: start, time: piece.time })
      if (piece.place !== undefined && piece.place !== origins.at(-1)?.place)
        origins.push({ start, place: piece.place })
      parts.push(space, words)
      length = start + words.length
      pending = text.endsWith(' ')
    }
  }
  if (length === 0) return null
  return {
    kind,
    speaker,
    text: parts.join(''),
    marks,
    origins,
    ...span(pieces.filter((piece) => /\S/.test(piece.text))),
  }
}

const SPACES = /[\t-\r \u0085\u2028\u2029\ufeff]+/g

function span(pieces: readonly Piece[]): Pick<Utterance, 'time' | 'endTime'> {
  let endTime: number | null = null
  for (const piece of pieces)
    if (piece.endTime !== null) endTime = Math.max(endTime ?? piece.endTime, piece.endTime)
  return { time: pieces.find((piece) => piece.time !== null)?.time ?? null, endTime }
}
