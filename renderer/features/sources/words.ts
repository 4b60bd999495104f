import type { SourceKind, SourceStatus, SpeakerRole } from '../../../shared/model/entities.ts'

/** Kinds of sources as people read them. */
export const kindOptions = [
  { key: 'interview', label: 'Interview' },
  { key: 'group', label: 'Group session', hint: 'counted apart from interviews' },
  { key: 'document', label: 'Document' },
  { key: 'survey', label: 'Survey' },
] as const satisfies readonly { key: SourceKind; label: string; hint?: string }[]

/** How far a source is worked through. */
export const statusOptions = [
  { key: 'not started', label: 'Not started' },
  { key: 'first pass', label: 'First pass' },
  { key: 'second pass', label: 'Second pass' },
  { key: 'done', label: 'Done' },
] as const satisfies readonly { key: SourceStatus; label: string }[]

/** Who a speaker is. */
export const roleOptions = [
  { key: 'participant', label: 'Participant', hint: 'counts' },
  { key: 'interviewer', label: 'Interviewer', hint: 'never counts' },
  { key: 'unknown', label: 'Unknown voice', hint: 'never counts' },
] as const satisfies readonly { key: SpeakerRole; label: string; hint: string }[]

/** The label of an option by its key. */
export function labelIn<K extends string>(
  options: readonly { readonly key: K; readonly label: string }[],
  key: K,
): string {
  return options.find((option) => option.key === key)?.label ?? key
}

/** Names in a row: "Noor, Ilse and Tove"; of many, the first few and how many more. */
export function listed(names: readonly string[], most = 4): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
  return lists.format(names)
}

/** A day as people read it: "12 Mar 2025". */
export function day(date: string): string {
  const read = new Date(`${date}T12:00:00Z`)
  return Number.isNaN(read.getTime()) ? date : days.format(read)
}

/** Milliseconds of a recording as 12:48 or 1:02:03. */
export function timecode(time: number): string {
  const seconds = Math.floor(time / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}

const lists = new Intl.ListFormat('en', { type: 'conjunction' })
const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
