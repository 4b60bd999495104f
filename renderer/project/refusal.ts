/** The sentence that says why a change could not be written, and that it was taken back. */
export function refusal(trouble: unknown): string {
  const name = trouble instanceof Error ? `${trouble.name} ${trouble.message}` : String(trouble)
  const why = /quota/i.test(name)
    ? 'The disk or the space this browser gives Loam is full.'
    : 'The database refused the change.'
  return `${why} Your last change was not saved and has been taken back; everything before it is safe.`
}

/** What was to go on from a change that could not be written. */
export const earlierFailed = { ok: false, problem: 'An earlier change could not be saved.' } as const

/** A gesture for a project that was closed meanwhile. */
export const closed = { ok: false, problem: 'The project is closed. Nothing was changed.' } as const

/** A merge that was worked out on another state than the one that is there now. */
export const otherwiseNow = {
  ok: false,
  problem: 'The project was changed since the copies were compared. Nothing was merged yet.',
} as const
