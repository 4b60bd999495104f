import { firstIndex } from './positions.ts'

/** Where each paragraph (a line with something in it) begins; paragraph n is at index n - 1. */
export function paragraphStarts(text: string): number[] {
  const starts: number[] = []
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    if (text.slice(at, stop).trim() !== '') starts.push(at)
    at = stop + 1
  }
  return starts
}

/** The number, from 1, of the paragraph that holds a position; 0 before the first. */
export function paragraphAt(starts: readonly number[], position: number): number {
  return firstIndex(starts, (start) => start > position)
}
