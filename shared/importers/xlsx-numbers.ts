/** How the numbers of a cell style are shown; null as plain numbers. */
export type NumberLook = 'date' | 'minutes' | 'seconds' | null

/** What a number format of a workbook shows, by its built-in number or its code (`[h]:mm:ss`, `yyyy-mm-dd`). */
export function numberLook(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return BUILT_IN.get(id) ?? null
  const signs = code
    .slice(0, 200)
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?![hms]{1,4}\])[^\]]*\]/gi, '')
    .split(';')[0]
  const bare = (signs ?? '').toLowerCase()
  if (/[yd]/.test(bare)) return 'date'
  if (bare.includes('s')) return 'seconds'
  return bare.includes('h') ? 'minutes' : null
}

/** A number as its cell shows it: a clock time, a date (`2024-05-03 14:30:00`) or the plain number. Dates count days
    from 1900, or from 1904. */
export function shownNumber(written: string, look: NumberLook, from1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  if (look === null || value < 0 || value > MOST_DAYS) return String(value)
  if (look === 'date') return dateOf(value, from1904)
  const total = Math.round(value * DAY)
  const [hours, minutes] = [Math.floor(total / 3_600_000), Math.floor(total / 60_000) % 60]
  const seconds = total % 60_000
  const short = look === 'minutes' && seconds === 0
  return short ? `${hours}:${two(minutes)}` : `${hours}:${two(minutes)}:${secondsShown(seconds)}`
}

const DAY = 86_400_000
const MOST_DAYS = 2_958_466

const BUILT_IN: ReadonlyMap<number, NumberLook> = new Map<number, NumberLook>([
  ...[14, 15, 16, 17, 22].map((id) => [id, 'date'] as const),
  ...[18, 20].map((id) => [id, 'minutes'] as const),
  ...[19, 21, 45, 46, 47].map((id) => [id, 'seconds'] as const),
])

function dateOf(days: number, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const iso = new Date(epoch + Math.round(days * DAY)).toISOString()
  const [date = '', time = ''] = iso.split('T')
  return Number.isInteger(days) ? date : `${date} ${time.slice(0, 8)}`
}

function secondsShown(milliseconds: number): string {
  const whole = two(Math.floor(milliseconds / 1000))
  const rest = milliseconds % 1000
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(3, '0')}`
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
