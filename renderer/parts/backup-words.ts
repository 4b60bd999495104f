import type { BackupNumbers } from '../../shared/backup/backup-numbers.ts'
import type { Moment } from '../../shared/model/units.ts'
import { counted } from '../../shared/text/counted.ts'

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A moment as people read it here: "22 Nov 2026, 14:05". */
export function dayAndTime(at: Moment): string {
  return dateFormat.format(at)
}

const exactFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** The same to the second, which tells two backups of a minute apart: "22 Nov 2026, 14:05:32". */
export function exactTime(at: Moment): string {
  return exactFormat.format(at)
}

/** Bytes in the unit people read: "3.4 MB". */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${units[step] ?? ''}`
}

/** What is in a backup: "6 sources, 24 codes, 310 codings, 4 memos". */
export function numbersInWords({ sources, codes, codings, memos }: BackupNumbers): string {
  return [
    counted(sources, 'source'),
    counted(codes, 'code'),
    counted(codings, 'coding'),
    counted(memos, 'memo'),
  ].join(', ')
}

/** How long ago, in the unit people count it in: "3 days ago". */
export function ago(at: Moment, now: Moment): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000))
  if (minutes < 60) return minutes < 2 ? 'just now' : `${minutes} minutes ago`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${counted(hours, 'hour')} ago` : `${counted(Math.floor(hours / 24), 'day')} ago`
}
