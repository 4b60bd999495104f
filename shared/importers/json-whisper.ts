import type { Speech } from './caption-speech.ts'
import { facts, isRecord, list, member, milliseconds, plainLine } from './json-values.ts'
import { notice } from './notice.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import type { ImportNotice } from './source-draft.ts'
import { type SpokenWord, spelledSpeech } from './word-speech.ts'

/** Whisper's JSON (the command line's, the interface's `verbose_json`, faster-whisper's list): pieces in seconds, no
    speakers. Null for other JSON. */
export function fromWhisper(json: unknown): RecognisedSpeech | null {
  const segments = whisperSegments(json)
  if (segments === null) return fromWordsOnly(json)
  return {
    layout: 'Whisper transcript (JSON)',
    speeches: segments.map((segment) => segmentSpeech(segment, null)),
    units: segments.length,
    attributes: facts({ Language: member(json, 'language') }),
    notices: unsureNotices(segments),
  }
}

/** The list of segments under `segments`, or the file itself where it is the list; null for other JSON. */
export function whisperSegments(json: unknown): readonly unknown[] | null {
  const segments = Array.isArray(json) ? json : list(member(json, 'segments'))
  const first = segments.slice(0, 50).filter(isRecord)
  const written = first.some((each) => typeof member(each, 'text') === 'string')
  const timed = first.some((each) => member(each, 'start') !== undefined)
  return written && timed ? segments : null
}

/** One segment as speech; where its text is missing, its words stand for it. */
export function segmentSpeech(segment: unknown, speaker: string | null): Speech {
  const words = segmentWords(segment)
  const text = plainLine(member(segment, 'text'))
  return {
    speaker,
    text: text === '' ? words.map((word) => word.text).join(' ') : text,
    time: milliseconds(member(segment, 'start'), 1000),
    endTime: milliseconds(member(segment, 'end'), 1000),
    utterance: null,
    elements: [segment, segment],
  }
}

/** The words of a segment with their times, speakers left open. */
export function segmentWords(segment: unknown): readonly SpokenWord[] {
  return list(member(segment, 'words')).flatMap((word) => {
    const text = plainLine(member(word, 'word'))
    const time = milliseconds(member(word, 'start'), 1000)
    const endTime = milliseconds(member(word, 'end'), 1000)
    return text === '' ? [] : [{ text, speaker: null, time, endTime, joins: false, element: word }]
  })
}

/** Segments that fail the tests Whisper itself applies: endless repetition, or words heard where nobody speaks. */
export function unsureNotices(segments: readonly unknown[]): readonly ImportNotice[] {
  const unsure = segments.filter(
    (each) =>
      above(each, 'compression_ratio', 2.4) ||
      (above(each, 'no_speech_prob', 0.6) && !above(each, 'avg_logprob', -1, true)),
  )
  return notice(
    'doubt',
    unsure.length,
    ['piece that Whisper itself was unsure of', 'pieces that Whisper itself was unsure of'],
    unsure.map((each) => plainLine(member(each, 'text'))),
  )
}

function above(segment: unknown, key: string, limit: number, otherwise = false): boolean {
  const value = member(segment, key)
  return typeof value === 'number' ? value > limit : otherwise
}

/** The interface's answer without segments: the text alone, or with times of its words. */
function fromWordsOnly(json: unknown): RecognisedSpeech | null {
  const words = segmentWords(json)
  const text = plainLine(member(json, 'text'))
  if (text === '' || (words.length === 0 && !isBareAnswer(json))) return null
  const whole: Speech = {
    speaker: null,
    text,
    time: words[0]?.time ?? null,
    endTime: words.at(-1)?.endTime ?? null,
    utterance: null,
  }
  return {
    layout: 'Whisper transcript (JSON)',
    speeches: spelledSpeech(whole, punctuated(words, text)).map((speech) => ({
      ...speech,
      elements: speech.elements ?? [json, json],
    })),
    units: Math.max(1, words.length),
    attributes: facts({ Language: member(json, 'language') }),
    notices: [],
  }
}

function isBareAnswer(json: unknown): boolean {
  return isRecord(json) && Object.keys(json).every((key) => ANSWER_KEYS.has(key))
}

const ANSWER_KEYS = new Set([
  'text',
  'task',
  'language',
  'duration',
  'words',
  'segments',
  'usage',
  'logprobs',
  'x_groq',
])

/** The words carry no punctuation, the text does: each word takes the signs that follow it there. */
function punctuated(words: readonly SpokenWord[], text: string): readonly SpokenWord[] {
  const written = text.split(' ')
  const fits = written.length === words.length && words.every((word, i) => written[i]?.includes(word.text))
  return fits ? words.map((word, i) => ({ ...word, text: written[i] ?? word.text })) : words
}
