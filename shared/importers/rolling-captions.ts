import { plainCaptionText } from './caption-speech.ts'
import type { Cue } from './cue-blocks.ts'

/** Captions without the lines they repeat, and how many lines were left out. */
export interface UnrolledCues {
  readonly cues: readonly Cue[]
  readonly repeated: number
}

/** YouTube's automatic captions scroll: each line stands in two or three captions. Where at least a third of the
    captions begin with the line the one before ended with, every line is kept once, in the caption that brought it. */
export function unrollCaptions(cues: readonly Cue[]): UnrolledCues {
  const plain = cues.map((cue) => cue.lines.map(plainCaptionText).filter((line) => line !== ''))
  const rolling = plain.filter(
    (lines, i) => i > 0 && lines[0] !== undefined && lines[0] === plain[i - 1]?.at(-1),
  ).length
  const isRolling = rolling >= 3 && rolling * 3 >= cues.length && isMarkedSo(cues)
  if (!isRolling) return { cues, repeated: 0 }
  let shown: readonly string[] = []
  let repeated = 0
  const unrolled = cues.map((cue, i) => {
    const lines = plain[i] ?? []
    const known = linesAlreadyShown(shown, lines)
    if (lines.length > 0) shown = lines
    repeated += known
    return { ...cue, lines: lines.slice(known) }
  })
  return { cues: unrolled, repeated }
}

/** Two-line captions or word times: one-line captions that repeat are somebody repeating themselves. */
function isMarkedSo(cues: readonly Cue[]): boolean {
  return (
    cues.some((cue) => cue.lines.some((line) => line.includes('<c>'))) ||
    cues.filter((cue) => cue.lines.length > 1).length * 3 >= cues.length
  )
}

function linesAlreadyShown(shown: readonly string[], lines: readonly string[]): number {
  for (let length = Math.min(shown.length, lines.length); length > 0; length -= 1) {
    const tail = shown.slice(shown.length - length)
    if (tail.every((line, i) => line === lines[i])) return length
  }
  return 0
}
