const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A moment as people write it, in this machine's time: "3 May 2025, 14:05". */
export function dayAndTime(moment: number): string {
  return format.format(moment)
}
