/** The sentence that says why a change could not be written, and that it was taken back. */
export function refusal(trouble: unknown): string {
  const name = trouble instanceof Error ? `${trouble.name} ${trouble.message}` : String(trouble)
  const why = /quota/i.test(name)
    ? 'The disk or the space this browser gives Loam is full.'
    : 'The database refused the change.'
  return `${why} Your last change was not saved and has been taken back; everything before it is safe.`
}
