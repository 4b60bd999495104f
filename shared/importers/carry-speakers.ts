import { countWords } from '../text/count-words.ts'
import type { Speech } from './caption-speech.ts'
import { notice } from './notice.ts'
import type { ImportNotice } from './source-draft.ts'

/** Rows of a table with every speaker stated, and a line for the loss report. */
export interface CarriedSpeakers {
  readonly speeches: readonly Speech[]
  readonly notices: readonly ImportNotice[]
}

/** In a table that states the speaker only where it changes, rows that name nobody belong to whoever spoke before;
    in every other table they stay as they are. */
export function carrySpeakers(speeches: readonly Speech[]): CarriedSpeakers {
  if (!statesOnlyChanges(speeches.filter(hasWords))) return { speeches, notices: [] }
  let speaker: string | null = null
  const carried: string[] = []
  const all = speeches.map((speech) => {
    if (speech.speaker !== null) speaker = speech.speaker
    if (speech.speaker !== null || speaker === null || !hasWords(speech)) return speech
    carried.push(speech.text)
    return { ...speech, speaker }
  })
  const what = [
    'row without a speaker read as the speaker before it going on',
    'rows without a speaker read as the speaker before them going on',
  ] as const
  return { speeches: all, notices: notice('doubt', carried.length, what, carried) }
}

function hasWords(speech: Speech): boolean {
  return speech.text !== ''
}

/** Nobody is named in two rows on end, and a good part of the rows names nobody and reads as speech, not as a
    direction: those are few, short or in brackets. */
function statesOnlyChanges(spoken: readonly Speech[]): boolean {
  const unnamed = spoken.filter((speech) => speech.speaker === null)
  if (spoken[0]?.speaker == null || unnamed.length < 2 || unnamed.length * 5 < spoken.length) return false
  const repeats = spoken.some(
    (speech, i) => i > 0 && speech.speaker !== null && speech.speaker === spoken[i - 1]?.speaker,
  )
  const asSpeech = unnamed.filter(
    ({ text }) => !/^[[({<*].*[\])}>*]\.?$/su.test(text.trim()) && countWords(text) > 3,
  )
  return !repeats && asSpeech.length * 2 > unnamed.length
}
