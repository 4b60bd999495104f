/** Work that may be interrupted: it yields wherever the window may do something else, and gives its outcome in the end. */
export type Slices<T> = Generator<void, T, void>

/** Does the work at a stretch. */
export function atOnce<T>(work: Slices<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Does the work in slices. `pause` is asked at every place where the work may be interrupted and gives a promise
    when it is time to; what it throws ends the work. */
export async function inSlices<T>(work: Slices<T>, pause: Pause): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    const resting = pause()
    if (resting) await resting
  }
}

/** Asked often: null while there is time left in this slice, else a promise for the next one. */
export type Pause = () => Promise<void> | null

/** True at every so-many-th place of a loop: asking at each would cost more than the work. */
export function isStop(at: number): boolean {
  return (at & 255) === 255
}
