import { countWords } from '../text/count-words.ts'
import type { Speech } from './caption-speech.ts'
import type { Origin } from './origin.ts'
import type { SyncPoint } from './source-draft.ts'
import type { Utterance } from './utterance.ts'

/** Captions that belong together: one turn of one voice, or one readable paragraph. */
export interface CaptionTurn<S extends Speech = Speech> {
  readonly speaker: string | null
  readonly speeches: readonly S[]
}

/** Joins consecutive captions of one voice; a caption without a name continues the voice before it.
    Where nobody is named at all, captions are grouped into paragraphs at pauses and sentence ends. */
export function captionTurns<S extends Speech>(
  speeches: readonly S[],
  named: boolean,
): readonly CaptionTurn<S>[] {
  const groups: { speaker: string | null; speeches: S[] }[] = []
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

/** A turn as one paragraph: what it says piece by piece stands behind one another, or (`between`) on lines of its own. */
export function turnUtterance({ speaker, speeches }: CaptionTurn, between: ' ' | '\n' = ' '): Utterance {
  const marks: SyncPoint[] = []
  const origins: Origin[] = []
  let at = 0
  for (const { text, time, place } of speeches) {
    if (time !== null) marks.push({ position: at, time })
    if (place !== undefined && place !== origins.at(-1)?.place) origins.push({ start: at, place })
    at += text.length + between.length
  }
  const ends = speeches.slice(-3).flatMap((speech) => speech.endTime ?? [])
  return {
    kind: 'speech',
    speaker,
    text: speeches.map((speech) => speech.text).join(between),
    marks,
    origins,
    time: speeches[0]?.time ?? null,
    endTime: ends.length === 0 ? null : Math.max(...ends),
  }
}

function isParagraphEnd(last: Speech, next: Speech, words: number): boolean {
  if (last.utterance !== null && last.utterance === next.utterance) return false
  const pause = last.endTime === null || next.time === null ? 0 : next.time - last.endTime
  if (pause > 4000 || words > 250) return true
  return SENTENCE_END.test(last.text) && (pause >= 1500 || words > 80)
}

const SENTENCE_END = /[.!?…。！？؟][)\]"'”’»]*$/
