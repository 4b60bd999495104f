/** Something that is put off again and again, and is done at once when there will be no later. */
export interface LaterOrNow {
  readonly later: () => void
  /** Does it if it was put off; else nothing. */
  readonly now: () => void
}

/** Puts off by `wait`, which runs what it is given after a while and gives what prevents it. */
export function laterOrNow(act: () => void, wait: (run: () => void) => () => void): LaterOrNow {
  let prevent: (() => void) | null = null
  const now = () => {
    if (!prevent) return
    prevent()
    prevent = null
    act()
  }
  return {
    later: () => {
      prevent?.()
      prevent = wait(now)
    },
    now,
  }
}
