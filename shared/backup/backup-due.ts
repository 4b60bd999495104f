import type { Moment } from '../model/units.ts'

/** How long work goes on before Loam backs it up by itself. */
export const backupInterval = 10 * 60_000

/** Whether a backup is to be made now: something changed, and the last one is older than the interval. When the
    project closes, the interval does not count; a clock that was set back does not hold it up. */
export function isBackupDue({
  changed,
  lastAt,
  now,
  closing = false,
}: {
  /** Changes that no backup holds yet. */
  readonly changed: number
  /** When the last one was made; null when there is none. */
  readonly lastAt: Moment | null
  readonly now: Moment
  readonly closing?: boolean
}): boolean {
  if (changed === 0) return false
  return closing || lastAt === null || now - lastAt >= backupInterval || now < lastAt
}

/** After so long, or so many changes, without a backup or a file, the person is reminded. */
export const remindAfter = { time: 24 * 3_600_000, changes: 200 } as const

/** Whether to remind a person who has no folder for backups. `unsafe` are the changes that are neither in a backup
    nor in a file, in order. */
export function isReminderDue(unsafe: readonly { readonly at: Moment }[], now: Moment): boolean {
  const [first] = unsafe
  return first !== undefined && (unsafe.length > remindAfter.changes || now - first.at > remindAfter.time)
}
