/** Tells about something that happens very often only now and then: drawing each time would take longer than the
    work itself. */
export interface NowAndThen {
  /** Tells at once if the last time is long enough ago, else in a moment, once for all that happens until then. */
  readonly soon: () => void
  /** Tells what has not been told. */
  readonly now: () => void
  readonly end: () => void
}

/** Starts telling, at most every so many milliseconds. */
export function nowAndThen(tell: () => void, every = 120): NowAndThen {
  let last = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const now = () => {
    end()
    last = performance.now()
    tell()
  }
  const soon = () => {
    if (timer !== undefined) return
    const wait = last + every - performance.now()
    if (wait <= 0) now()
    else timer = setTimeout(now, wait)
  }
  return { soon, now, end }
}
