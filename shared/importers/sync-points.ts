import { readTime } from './cue-times.ts'
import type { DraftTurn, SyncPoint } from './source-draft.ts'

/** Times of a text in order of position: those of turns and those written between the words (`[00:12:03]`) or alone on a
    line. */
export function syncPoints(text: string, turns: readonly DraftTurn[]): readonly SyncPoint[] {
  const points: SyncPoint[] = turns.flatMap((turn) =>
    turn.time === null ? [] : [{ position: turn.start, time: turn.time }],
  )
  if (!HINT.test(text)) return points
  const inside: SyncPoint[] = []
  let turn = 0
  for (const match of text.matchAll(MARK)) {
    while (turn < turns.length && (turns[turn]?.end ?? 0) <= match.index) turn += 1
    const current = turns[turn]
    const inLabel = current !== undefined && match.index >= current.label && match.index < current.start
    const time = readTime(match[1] ?? match[2] ?? match[3] ?? '')
    if (
      time !== null &&
      !inLabel &&
      (turns.length === 0 || current === undefined || match.index >= current.start)
    ) {
      inside.push({ position: match.index, time })
    }
  }
  return inside.length === 0 ? points : [...points, ...inside].toSorted((a, b) => a.position - b.position)
}

/** The time an f4 mark states at the very end of a turn (`#00:01:02-3#`), in milliseconds; null without one. */
export function closingTime(text: string, turn: Pick<DraftTurn, 'start' | 'end'>): number | null {
  const match = /#(\d{1,3}:\d{1,2}:\d{1,2}(?:-\d)?)#$/.exec(
    text.slice(Math.max(turn.start, turn.end - 24), turn.end),
  )
  return match === null ? null : readTime(match[1] ?? '')
}

const HINT = /(?:[[(#{]|^[ \t]*)\d{1,3}:\d\d/m
const MARK =
  /[[({](\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)(?: ?[-–—] ?\d{1,3}:[\d:.,]{2,10})?[\])}]|#(\d{1,3}:\d{1,2}:\d{1,2}(?:[-.,]\d{1,3})?)#|^[ \t]{0,8}(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[ \t]{0,8}$/gm
