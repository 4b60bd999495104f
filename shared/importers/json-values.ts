import { readTime } from './cue-times.ts'
import { cleanLabel } from './label-grammar.ts'

/** The value under a key of a JSON object; undefined for anything that is no object or has no such key. */
export function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The first of several keys that holds something other than null. */
export function firstMember(value: unknown, keys: readonly string[]): unknown {
  for (const key of keys) {
    const found = member(value, key)
    if (found !== undefined && found !== null) return found
  }
  return undefined
}

/** The value as a list; empty for anything that is none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A JSON object, as against a list, a text, a number or null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text (or a number, as text) on one line, spaces single, nothing half a character; empty for anything else. */
export function plainLine(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (typeof value !== 'string') return ''
  return value.replace(/\s+/g, ' ').trim().toWellFormed().replaceAll('\0', '\uFFFD')
}

/** A speaker as a file names one: a bare number or letter becomes "Speaker 2", "Speaker A"; null for nobody. */
export function speakerLabel(value: unknown): string | null {
  const label = cleanLabel(plainLine(value).slice(0, 120).toWellFormed())
  if (label === '' || /^(?:unknown|unk|uu|null|none)$/i.test(label)) return null
  return /^(?:\d{1,6}|[A-Z])$/.test(label) ? `Speaker ${label}` : label
}

/** A time in milliseconds: a number or a numeral (`"1.23"`, `"1.3s"`) in the given unit (1000 for seconds, 1 for
    milliseconds), a clock time, or `{seconds, nanos}`; null where it is none or no recording lasts so long. */
export function milliseconds(value: unknown, unit: 1000 | 1): number | null {
  const time = typeof value === 'string' ? writtenTime(value, unit) : numericTime(value, unit)
  return time !== null && time >= 0 && time <= LONGEST ? Math.round(time) : null
}

/** Facts for the draft's attributes: those that hold a text. */
export function facts(pairs: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(pairs).flatMap(([key, value]) => {
      const text = typeof value === 'string' ? plainLine(value).slice(0, 500).toWellFormed() : ''
      return text === '' ? [] : [[key, text]]
    }),
  )
}

const LONGEST = 1000 * 3600 * 1000

function numericTime(value: unknown, unit: number): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value * unit : null
  const seconds = member(value, 'seconds')
  const nanos = member(value, 'nanos')
  if (seconds === undefined && nanos === undefined) return null
  const whole = Number(seconds ?? 0) * 1000 + Number(nanos ?? 0) / 1_000_000
  return Number.isFinite(whole) ? whole : null
}

function writtenTime(written: string, unit: number): number | null {
  const bare = written.trim()
  if (bare.includes(':')) return readTime(bare)
  return /^\d{1,12}(?:\.\d{1,12})?s?$/.test(bare) ? Number.parseFloat(bare) * unit : null
}
