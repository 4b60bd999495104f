import { countWords } from '../text/count-words.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { draftText } from './draft-text.ts'
import { plainLine } from './json-values.ts'
import type { DraftTurn, SourceDraft, SyncPoint } from './source-draft.ts'

/** Typed text in the order of the page: words (LF ends a line) and, between them, times in milliseconds. */
export type TimedPieces = readonly (TypedWords | number)[]

/** Words, and from where to where they stand in the file's decoded text. */
export interface TypedWords {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The draft of a typed transcript with time marks in it: the marks become times beside the text, turns are recognised
    by their labels as in any text. A turn's time is the last mark before its words, on the same paragraph or above. */
export function draftTimedText(
  pieces: TimedPieces,
  decoded: DecodedText,
  head: Pick<SourceDraft, 'name' | 'format' | 'layout' | 'attributes' | 'notices'>,
): SourceDraft {
  const { text, marks, lines } = placeMarks(pieces)
  const draft = draftText(
    {
      text,
      skipped: new Set(),
      headings: new Set(),
      known: new Map(),
      originsOf: () =>
        lines.map((line, i) => ({
          start: line.start,
          place: numberedPlace({ number: i + 1, from: line.from, to: line.to }, decoded.lines()),
        })),
    },
    {
      ...head,
      units: text.split('\n').filter((line) => /\S/.test(line)).length,
      encoding: decoded.encoding,
      notices: [...decoded.notices, ...head.notices],
    },
  )
  return {
    ...draft,
    turns: timedTurns(draft.turns, marks),
    syncPoints: [...draft.syncPoints, ...marks].toSorted((a, b) => a.position - b.position),
  }
}

/** Whether pieces hold any word at all. */
export function holdsWords(pieces: TimedPieces): boolean {
  return pieces.some((piece) => typeof piece !== 'number' && countWords(piece.text) > 0)
}

interface MarkedLine {
  readonly text: string
  readonly marks: readonly SyncPoint[]
}

interface MarkedText extends MarkedLine {
  /** For each line with words, where it begins, and from where to where it stands in the file. */
  readonly lines: readonly { readonly start: number; readonly from: number; readonly to: number }[]
}

function placeMarks(pieces: TimedPieces): MarkedText {
  const lines: string[] = []
  const marks: SyncPoint[] = []
  const filled: MarkedText['lines'][number][] = []
  let length = 0
  let waiting: number[] = []
  for (const line of linesOf(pieces)) {
    const { text, marks: inside } = markedLine(line)
    const first = waiting
    if (text === '') waiting = [...waiting, ...inside.map((mark) => mark.time)].slice(-20)
    if (text === '' && (lines.length === 0 || lines.at(-1) === '' || inside.length > 0)) continue
    if (text !== '') {
      for (const time of first) marks.push({ position: length, time })
      for (const mark of inside) marks.push({ position: length + mark.position, time: mark.time })
      waiting = []
      filled.push({ start: length, ...spanOf(line) })
    }
    lines.push(text)
    length += text.length + 1
  }
  const text = lines.join('\n').trimEnd()
  return { text, marks: marks.filter((mark) => mark.position <= text.length), lines: filled }
}

function spanOf(line: TimedPieces): Pick<TypedWords, 'from' | 'to'> {
  const words = line.flatMap((piece) => (typeof piece !== 'number' && /\S/.test(piece.text) ? [piece] : []))
  return { from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0 }
}

function linesOf(pieces: TimedPieces): readonly TimedPieces[] {
  const lines: (TypedWords | number)[][] = [[]]
  for (const piece of pieces) {
    if (typeof piece === 'number') lines.at(-1)?.push(piece)
    else
      piece.text.split('\n').forEach((part, i) => {
        if (i > 0) lines.push([])
        if (part !== '') lines.at(-1)?.push({ ...piece, text: part })
      })
  }
  return lines
}

/** A line without its marks: one space where a mark stood between words, none at its start. */
function markedLine(line: TimedPieces): MarkedLine {
  const parts: string[] = []
  const marks: SyncPoint[] = []
  let length = 0
  let behindMark = false
  let gap = false
  for (const piece of line) {
    if (typeof piece === 'number') {
      marks.push({ position: length, time: piece })
      behindMark = true
      continue
    }
    const bare = behindMark && length === 0 ? piece.text.replace(/^\s*[:–-]?\s+/, '') : piece.text
    const words = plainLine(bare)
    gap ||= /^\s/.test(bare) || behindMark
    if (words !== '') {
      const space = gap && length > 0 ? ' ' : ''
      parts.push(space, words)
      for (let i = marks.length - 1; space !== '' && marks[i]?.position === length; i -= 1)
        marks[i] = { position: length + 1, time: marks[i]?.time ?? 0 }
      length += space.length + words.length
      gap = /\s$/.test(bare)
      behindMark = false
    }
  }
  return { text: parts.join(''), marks }
}

function timedTurns(turns: readonly DraftTurn[], marks: readonly SyncPoint[]): readonly DraftTurn[] {
  let next = 0
  return turns.map((turn) => {
    let time = turn.time
    while (next < marks.length && (marks[next]?.position ?? 0) <= turn.start) {
      const mark = marks[next]
      if (mark !== undefined && mark.position >= turn.label) time = mark.time
      next += 1
    }
    return { ...turn, time }
  })
}
