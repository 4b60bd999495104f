/** Words on their way from the fingers to the project: written once per pause, and at once when asked. */
export interface PausedWriting<D> {
  /** Notes the newest state; it is written after the pause, unless a newer one comes. */
  readonly note: (state: D) => void
  /** Writes what waits, now. */
  readonly flush: () => void
}

/** Waits `pause` milliseconds after the last state before it is written, but never longer than `longest` after the
    first one that waits. `later` is the platform's timer: it gives back what stops it. */
export function pausedWriting<D>(
  write: (state: D) => void,
  later: (run: () => void, milliseconds: number) => () => void,
  { pause = 900, longest = 20_000 }: { readonly pause?: number; readonly longest?: number } = {},
): PausedWriting<D> {
  let waiting: { readonly state: D } | null = null
  let stopPause = () => {}
  let stopLongest = () => {}
  const flush = () => {
    stopPause()
    stopLongest()
    const now = waiting
    waiting = null
    if (now) write(now.state)
  }
  return {
    note: (state) => {
      if (!waiting) stopLongest = later(flush, longest)
      waiting = { state }
      stopPause()
      stopPause = later(flush, pause)
    },
    flush,
  }
}

/** The window's timer, as `pausedWriting` takes it. */
export function windowTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
