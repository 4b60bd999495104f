import { clockTime } from '../exchange/label-lines.ts'
import { counted } from '../text/counted.ts'

/** A time as people write it, in milliseconds: "12:48", "1:02:03", "0:12,5". Null for everything else, also for sixty
    seconds or minutes and more. */
export function readClock(written: string): number | null {
  const found = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(written.trim())
  if (!found) return null
  const [, hours, minutes = '', seconds = '', part = ''] = found
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null
  return (
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes) * 60_000 +
    Number(seconds) * 1000 +
    Number(part.padEnd(3, '0'))
  )
}

/** A time with a minus before it where it is below nothing: "0:12", "−1:30". */
export function signedClock(milliseconds: number): string {
  return milliseconds < 0 ? `−${clockTime(-milliseconds)}` : clockTime(milliseconds)
}

/** A time to write in a field and read back: with tenths where it is not a whole second. */
export function writtenClock(milliseconds: number): string {
  const tenths = Math.round(Math.max(0, milliseconds) / 100)
  return clockTime(tenths * 100) + (tenths % 10 === 0 ? '' : `.${tenths % 10}`)
}

/** A time as it is said aloud: "12 minutes 48 seconds", "1 hour 2 minutes 3 seconds". */
export function spokenClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const parts = [
    [Math.floor(seconds / 3600), 'hour'] as const,
    [Math.floor(seconds / 60) % 60, 'minute'] as const,
    [seconds % 60, 'second'] as const,
  ].flatMap(([count, unit]) => (count > 0 ? [counted(count, unit)] : []))
  return parts.length > 0 ? parts.join(' ') : '0 seconds'
}
