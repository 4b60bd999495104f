import type { Speech } from './caption-speech.ts'
import { facts, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { type SpokenWord, spelledSpeech, wordSpeech } from './word-speech.ts'

/** AssemblyAI's JSON: utterances with a speaker, or words with one; times in milliseconds. Null for other JSON. */
export function fromAssemblyAi(json: unknown): RecognisedSpeech | null {
  const utterances = list(member(json, 'utterances'))
  const words = list(member(json, 'words'))
  const text = plainLine(member(json, 'text'))
  const told = utterances.some((each) => typeof member(each, 'text') === 'string')
  const spelled = words.some((each) => typeof member(each, 'text') === 'string')
  const isItsOwn = member(json, 'audio_url') !== undefined || member(json, 'acoustic_model') !== undefined
  if ((!told && !spelled && !isItsOwn) || [...utterances, ...words].some(isInSeconds)) return null
  const whole: Speech = {
    speaker: null,
    text,
    time: null,
    endTime: null,
    utterance: null,
    elements: [json, json],
  }
  return {
    layout: 'AssemblyAI transcript (JSON)',
    speeches: told
      ? utterances.flatMap(utteranceSpeech)
      : spelled
        ? wordSpeech(words.map(spokenWord))
        : [whole],
    units: told ? utterances.length : Math.max(words.length, 1),
    attributes: facts({ Language: member(json, 'language_code') }),
    notices: [],
  }
}

/** Other programs state the same in seconds. */
function isInSeconds(piece: unknown): boolean {
  const end = member(piece, 'end')
  return typeof end === 'number' && !Number.isInteger(end)
}

function utteranceSpeech(utterance: unknown): readonly Speech[] {
  const whole: Speech = {
    speaker: speakerLabel(member(utterance, 'speaker')),
    text: plainLine(member(utterance, 'text')),
    time: milliseconds(member(utterance, 'start'), 1),
    endTime: milliseconds(member(utterance, 'end'), 1),
    utterance: null,
    elements: [utterance, utterance],
  }
  const words = list(member(utterance, 'words')).map(spokenWord)
  return spelledSpeech(
    whole,
    words.map((word) => ({ ...word, speaker: null })),
  )
}

function spokenWord(word: unknown): SpokenWord {
  return {
    text: plainLine(member(word, 'text')),
    speaker: speakerLabel(member(word, 'speaker')),
    time: milliseconds(member(word, 'start'), 1),
    endTime: milliseconds(member(word, 'end'), 1),
    joins: false,
    element: word,
  }
}
