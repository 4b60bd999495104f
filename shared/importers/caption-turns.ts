import { countWords } from '../text/count-words.ts'
import type { Speech } from './caption-speech.ts'

/** Captions that belong together: one turn of one voice, or one readable paragraph. */
export interface CaptionTurn {
  readonly speaker: string | null
  readonly speeches: readonly Speech[]
}

/** Joins consecutive captions of one voice; a caption without a name continues the voice before it.
    Where nobody is named at all, captions are grouped into paragraphs at pauses and sentence ends. */
export function captionTurns(speeches: readonly Speech[], named: boolean): readonly CaptionTurn[] {
  const groups: { speaker: string | null; speeches: Speech[] }[] = []
  let words = 0
  for (const speech of speeches) {
    const group = groups.at(-1)
    const last = group?.speeches.at(-1)
    const speaker = speech.speaker ?? group?.speaker ?? null
    const goesOn =
      group !== undefined &&
      last !== undefined &&
      speaker === group.speaker &&
      (named || !isParagraphEnd(last, speech, words))
    if (goesOn) group.speeches.push(speech)
    else groups.push({ speaker, speeches: [speech] })
    words = (goesOn ? words : 0) + (named ? 0 : countWords(speech.text))
  }
  return groups
}

function isParagraphEnd(last: Speech, next: Speech, words: number): boolean {
  if (last.utterance !== null && last.utterance === next.utterance) return false
  const pause = last.endTime === null || next.time === null ? 0 : next.time - last.endTime
  if (pause > 4000 || words > 250) return true
  return SENTENCE_END.test(last.text) && (pause >= 1500 || words > 80)
}

const SENTENCE_END = /[.!?…。！？؟][)\]"'”’»]*$/
