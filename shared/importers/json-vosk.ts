import { isRecord, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { type SpokenWord, wordSpeech } from './word-speech.ts'

/** Vosk's JSON: words under `result`, in seconds; one answer, or a list of them. Null for other JSON. */
export function fromVosk(json: unknown): RecognisedSpeech | null {
  const answers = (Array.isArray(json) ? json : [json]).filter(isRecord)
  const heard = answers.filter((each) => list(member(each, 'result')).some(isWord))
  const isVosk = heard.length > 0 && heard.length * 2 >= answers.length
  if (!isVosk) return null
  return {
    layout: 'Vosk transcript (JSON)',
    speeches: heard.flatMap((answer) => wordSpeech(list(member(answer, 'result')).map(spokenWord))),
    units: heard.length,
    attributes: {},
    notices: [],
  }
}

function isWord(word: unknown): boolean {
  return typeof member(word, 'word') === 'string' && member(word, 'start') !== undefined
}

function spokenWord(word: unknown): SpokenWord {
  return {
    text: plainLine(member(word, 'word')),
    speaker: speakerLabel(member(word, 'speaker')),
    time: milliseconds(member(word, 'start'), 1000),
    endTime: milliseconds(member(word, 'end'), 1000),
    joins: false,
    element: word,
  }
}
