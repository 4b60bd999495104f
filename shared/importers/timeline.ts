import type { Utterance } from './utterance.ts'

/** Times in order with the missing ones put in evenly between their neighbours; before the first and after the last
    known one that one stands. Without any known time all stay null. */
export function interpolated(times: readonly (number | null)[]): readonly (number | null)[] {
  const filled = [...times]
  let last = -1
  times.forEach((time, i) => {
    if (time === null) return
    const from = last === -1 ? time : (times[last] ?? time)
    for (let j = last + 1; j < i; j += 1)
      filled[j] = Math.round(from + ((time - from) * (j - last)) / (i - last))
    last = i
  })
  return last === -1 ? filled : filled.fill(times[last] ?? null, last + 1)
}

/** Everyone's utterances in the order they begin; one without a time keeps its place behind the one before it. */
export function inTimeOrder(voices: readonly (readonly Utterance[])[]): readonly Utterance[] {
  const placed = voices.flatMap((utterances) => {
    let time = 0
    return utterances.map((utterance) => {
      time = utterance.time ?? time
      return { utterance, time }
    })
  })
  return placed.toSorted((a, b) => a.time - b.time).map((each) => each.utterance)
}

/** Seconds as a file writes them in milliseconds; null for anything but a number up to some hundred hours. */
export function millisecondsOf(seconds: string | null | undefined): number | null {
  const written = seconds?.trim() ?? ''
  if (!/^[+-]?\d{1,9}(?:[.,]\d{0,30})?(?:e[+-]?\d{1,2})?$/i.test(written)) return null
  const value = Math.round(Number(written.replace(',', '.')) * 1000)
  return Math.abs(value) < 4e9 ? Math.max(0, value) : null
}
