import { normaliseText } from '../text/normalise-text.ts'
import { firstIndex } from '../text/positions.ts'
import { type CodePoints, codePointsOf } from './code-points.ts'

/** One way in which a tool may count positions in a text. */
export interface PositionReading {
  /** What counts as one: a character of Unicode, or half of one beyond the basic plane too. */
  readonly unit: 'code points' | 'UTF-16 units'
  /** What a line's end counts: as its bytes stand in the file (CR and LF make two), always one, or always two. */
  readonly lineEnd: 'as written' | 'one' | 'two'
  /** The byte order mark at the beginning counts as one. */
  readonly countsMark: boolean
  /** Ends name the last character instead of the place behind it. */
  readonly endsInside: boolean
}

/** A text of another tool as Loam keeps it, and where that tool's positions stand in it (UTF-16 units), however it
    counts. */
export interface ForeignText {
  readonly text: string
  /** The readings that can differ in this text, each once. */
  readonly readings: readonly PositionReading[]
  positions(reading: PositionReading): StatedPositions
}

/** Where stated positions stand under one reading. */
export interface StatedPositions {
  /** A position in the text; one beyond it gives its end. */
  toPosition(stated: number): number
  /** How long the text is, as the tool counts. */
  readonly length: number
}

/** How tools count, told by what wrote the file: NVivo and OpenQDA count UTF-16 units, the first two for a line's CR and
    LF; ATLAS.ti and QualCoder count code points and one for a line's end, however they write it; the standard says
    code points. */
export function usualReading(origin: string): PositionReading {
  const usual = { countsMark: false, endsInside: false }
  const unit = /nvivo|openqda/i.test(origin) ? 'UTF-16 units' : 'code points'
  return { unit, lineEnd: /atlas|qualcoder|openqda/i.test(origin) ? 'one' : 'as written', ...usual }
}

/** Reads a text as it stands in a file. */
export function foreignText(raw: string): ForeignText {
  const { text } = normaliseText(raw)
  const marked = raw.startsWith('\uFEFF')
  const bare = marked ? raw.slice(1) : raw
  const pairs = placesOf(bare, /\r\n/g).map((at, i) => at - i - 1)
  const lines = placesOf(text, /\n/g)
  const points = codePointsOf(text)
  const doubled = { 'as written': pairs, one: [], two: lines }
  const units = points.astral ? (['code points', 'UTF-16 units'] as const) : (['code points'] as const)
  const lineEnds = (['as written', 'one', 'two'] as const).filter(
    (each) => each === 'as written' || doubled[each].length !== pairs.length,
  )
  const marks = marked ? [false, true] : [false]
  const readings = units.flatMap((unit) =>
    lineEnds.flatMap((lineEnd) =>
      marks.map((countsMark): PositionReading => ({ unit, lineEnd, countsMark, endsInside: false })),
    ),
  )
  return { text, readings, positions: (reading) => statedIn(text, points, doubled, reading) }
}

/** `doubled` are the line ends of the text that count two. */
function statedIn(
  text: string,
  points: CodePoints,
  doubled: Readonly<Record<PositionReading['lineEnd'], readonly number[]>>,
  { unit, lineEnd, countsMark }: PositionReading,
): StatedPositions {
  const inPoints = unit === 'code points'
  const counted = (position: number) => (inPoints ? points.toPoints(position) : position)
  // Where the second half of each such line end stands, as the tool counts.
  const seconds = doubled[lineEnd].map((at, i) => counted(at) + i + 1)
  const mark = countsMark ? 1 : 0
  return {
    toPosition(stated) {
      const whole = stated - mark
      const single = whole - firstIndex(seconds, (second) => second > whole)
      return Math.max(0, Math.min(text.length, inPoints ? points.toUnits(single) : single))
    },
    length: counted(text.length) + seconds.length + mark,
  }
}

function placesOf(text: string, pattern: RegExp): number[] {
  const places: number[] = []
  while (pattern.test(text)) places.push(pattern.lastIndex - 1)
  return places
}
