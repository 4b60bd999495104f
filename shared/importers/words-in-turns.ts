import { countWords } from '../text/count-words.ts'
import type { DraftTurn } from './source-draft.ts'

/** Words of a source with labels and times left out; turns must stand in the order of the text. */
export function wordsInTurns(text: string, turns: readonly Pick<DraftTurn, 'label' | 'start'>[]): number {
  let words = 0
  let from = 0
  for (const turn of turns) {
    if (turn.label === turn.start) continue
    words += countWords(withoutTimes(text.slice(from, turn.label)))
    from = turn.start
  }
  return words + countWords(withoutTimes(text.slice(from)))
}

function withoutTimes(text: string): string {
  return TIME_MARK_HINT.test(text) ? text.replace(TIME_MARK, ' ') : text
}

const TIME_MARK_HINT = /[[(#{]\d{1,3}:\d/
const TIME_MARK =
  /[[({]\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?[\])}]|#\d{1,3}:\d{1,2}:\d{1,2}(?:[-.,]\d{1,3})?#/g
