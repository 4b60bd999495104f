import { alignTexts } from '../text/align-texts.ts'

/** The beginnings of a text's stretches (in order, UTF-16 units) in the text as it reads today: as they are where it is
    the same, else carried along the words that both have. None comes before the one ahead of it; of stretches that are
    gone several begin at one place. Null where today's text has less than half of its signs from the other: then it is
    not this text any more, and a place would be a guess. */
export function carryStarts(
  starts: readonly number[],
  text: string,
  today: string,
): readonly number[] | null {
  if (text === today) return starts
  const alignment = alignTexts(text, today)
  const foreign = alignment.changed
    .filter((stretch) => !stretch.respelt)
    .reduce((sum, { newFrom, newTo }) => sum + newTo - newFrom, 0)
  if (foreign * 2 > today.length) return null
  let reached = 0
  return starts.map((start) => {
    // A label that was put in at the beginning of a stretch belongs to it.
    reached = Math.max(reached, alignment.mapPosition(start, -1))
    return reached
  })
}
