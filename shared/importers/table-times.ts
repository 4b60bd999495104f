import { countWords } from '../text/count-words.ts'
import { readTime } from './cue-times.ts'
import { milliseconds } from './json-values.ts'

/** Milliseconds one counted in a bare number stands for: a millisecond, a second or a day. */
export type TimeUnit = 1 | 1000 | 86_400_000

/** The time in a cell of a table in milliseconds, and the end where the cell holds both (`0:05 - 0:09`); null for
    what is no time of a recording, such as a date. Brackets around a time and frames behind it are passed over. */
export function tableTimes(
  cell: string,
  unit: TimeUnit,
): { readonly time: number | null; readonly endTime: number | null } {
  const [from = '', to = ''] = cell.slice(0, 80).split(/\s*(?:-{1,2}>|[–—→]|\s-\s)\s*/)
  return { time: timeOf(from, unit), endTime: timeOf(to, unit) }
}

/** What a bare number in a column of times stands for: what its heading says; otherwise a fraction of a day,
    seconds or milliseconds, whichever makes people speak at a usual pace. */
export function timeUnit(heading: string, cells: readonly string[], texts: readonly string[]): TimeUnit {
  if (/(?:^|[^a-z])(?:ms|msec|milli)/i.test(heading)) return 1
  if (/(?:^|[^a-z])s(?:ec(?:ond)?s?)?(?:[^a-z]|$)/i.test(heading)) return 1000
  const numbers = cells.map((cell) => Number(cell.trim() === '' ? Number.NaN : cell)).filter(Number.isFinite)
  const longest = numbers.reduce((most, each) => Math.max(most, each), 0)
  if (longest === 0) return 1000
  const words = texts.reduce((sum, text) => sum + countWords(text), 0)
  const fractions = numbers.some((each) => !Number.isInteger(each))
  const pace = words / longest
  if (fractions) return longest < 1 && pace > 600 ? 86_400_000 : 1000
  return pace < 0.06 ? 1 : 1000
}

function timeOf(written: string, unit: TimeUnit): number | null {
  const bare = written
    .trim()
    .replace(/^[[(]\s*/, '')
    .replace(/\s*[\])]$/, '')
  const framed = /^(\d{1,3}:\d{2}:\d{2})[:;]\d{2,3}$/.exec(bare)
  if (framed !== null) return readTime(framed[1] ?? '')
  const plain = bare.replace(/^(\d{1,9}),(?=\d{1,9}$)/, '$1.').replace(/(\.\d{12})\d+$/, '$1')
  if (unit !== 86_400_000) return milliseconds(plain, unit)
  const days = /^\d(?:\.\d{1,40})?(?:e-\d{1,2})?$/i.test(bare) ? Number(bare) : Number.NaN
  return Number.isNaN(days) ? milliseconds(plain, 1000) : milliseconds(days * unit, 1)
}
