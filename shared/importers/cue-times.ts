/** Start and end of a cue in milliseconds as the file states them, and what is odd about them. */
export interface CueTimes {
  readonly time: number
  readonly endTime: number
  /** The time starts before the recording, or has 60 seconds or more. */
  readonly odd: boolean
}

/** The two times of a cue's arrow line; null where the line holds none.
    Fractions are decimals, or milliseconds as whole numbers (`wholeMilliseconds`) as Teams wrote them in 2022. */
export function cueTimes(line: string, wholeMilliseconds: boolean): CueTimes | null {
  const match = ARROW_LINE.exec(line)
  if (match === null) return null
  const start = milliseconds(match, 1, wholeMilliseconds)
  const end = milliseconds(match, 5, wholeMilliseconds)
  const manySeconds = Number(match[3]) >= 60 || Number(match[7]) >= 60
  return { time: Math.max(0, start), endTime: Math.max(0, end), odd: start < 0 || end < 0 || manySeconds }
}

/** Whether the arrow lines write unpadded times (`0:0:10.20`), whose fractions are whole milliseconds. */
export function hasWholeMilliseconds(text: string): boolean {
  return (
    /^[^\S\n]*-?\d:-?\d{1,2}:-?\d{1,2}\.-?\d{1,3}[^\S\n]*-->/m.test(text) &&
    /^[^\S\n]*-?\d:(?:-?\d:|-?\d{1,2}:-?\d\.)[^\n]{0,12}-->|-->[^\S\n]*-?\d:(?:-?\d:|-?\d{1,2}:-?\d\.)/m.test(
      text,
    )
  )
}

const TIME = String.raw`(?:(-?\d{1,4}):)?(-?\d{1,4}):(-?\d{1,4})(?:[.,](-?\d{1,9}))?`
const ARROW_LINE = new RegExp(String.raw`^\s*${TIME}\s*-{1,2}>\s*${TIME}`)

function milliseconds(match: RegExpExecArray, first: number, whole: boolean): number {
  const [hours, minutes, seconds, fraction] = [0, 1, 2, 3].map((offset) => match[first + offset] ?? '')
  const base = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  if (fraction === undefined || fraction === '') return base
  const size = Math.abs(Number(fraction))
  const digits = fraction.replace('-', '').length
  const part = whole || digits === 3 ? size : Math.round((size / 10 ** digits) * 1000)
  return fraction.startsWith('-') ? base - part : base + part
}

/** A time as people write it in transcripts (`mm:ss`, `hh:mm:ss`, fractions behind a point or comma, or `-d` tenths
    as f4 does; frames behind the seconds are passed over) in milliseconds; null for anything else. */
export function readTime(written: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,-](\d{1,3}))?$/.exec(
    written.trim().replace(/(:\d{1,2}:\d{1,2})[:;]\d{2}$/, '$1'),
  )
  if (match === null) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match
  const part = fraction === '' ? 0 : Math.round(Number(`0.${fraction}`) * 1000)
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + part
}
