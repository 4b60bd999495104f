import type { Speech } from './caption-speech.ts'

/** One word as speech recognition states it; punctuation counts as a word that joins the one before. */
export interface SpokenWord {
  readonly text: string
  readonly speaker: string | null
  /** Milliseconds; null where the file states none. */
  readonly time: number | null
  readonly endTime: number | null
  /** Stands right behind the word before it, without a space. */
  readonly joins: boolean
  /** The JSON object it was read from. */
  readonly element?: unknown
}

/** Words in order as pieces of speech: one voice each, cut behind sentences, at pauses and after 40 words. */
export function wordSpeech(words: readonly SpokenWord[]): readonly Speech[] {
  const pieces: SpokenWord[][] = []
  for (const word of words) {
    if (word.text === '') continue
    const piece = pieces.at(-1)
    if (piece === undefined || !belongs(word, piece)) pieces.push([word])
    else piece.push(word)
  }
  return pieces.map(speechOf)
}

/** The words of several microphones, each in its own order, as pieces of speech in the order of time. */
export function channelSpeech(channels: readonly (readonly SpokenWord[])[]): readonly Speech[] {
  return byTime(channels.flatMap(wordSpeech))
}

/** Pieces of speech in the order of time; those without a time stay behind the one before them. */
export function byTime(speeches: readonly Speech[]): readonly Speech[] {
  let last = 0
  return speeches
    .map((speech) => {
      last = speech.time ?? last
      return { speech, at: last }
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ speech }) => speech)
}

/** An utterance cut into sentences by the times of its words, where these spell it; otherwise as one piece. */
export function spelledSpeech(whole: Speech, words: readonly SpokenWord[]): readonly Speech[] {
  const pieces = wordSpeech(words)
  if (pieces.length < 2 || pieces.map((piece) => piece.text).join(' ') !== whole.text) return [whole]
  const elements = whole.elements === undefined ? {} : { elements: whole.elements }
  return pieces.map((piece) => ({ ...piece, speaker: whole.speaker, ...elements }))
}

function belongs(word: SpokenWord, piece: readonly SpokenWord[]): boolean {
  const last = piece.at(-1)
  const voice = piece[0]?.speaker ?? null
  if (last === undefined) return false
  if (word.joins && (word.speaker === null || word.speaker === voice)) return true
  if (word.speaker !== voice || piece.length >= 40) return false
  const pause = word.time === null || last.endTime === null ? 0 : word.time - last.endTime
  return !SENTENCE_END.test(last.text) && pause < 2000
}

function speechOf(words: readonly SpokenWord[]): Speech {
  const ends = words.flatMap((word) => word.endTime ?? [])
  return {
    speaker: words[0]?.speaker ?? null,
    text: joined(words),
    time: words.find((word) => word.time !== null)?.time ?? null,
    endTime: ends.at(-1) ?? null,
    utterance: null,
    elements: [words[0]?.element, words.at(-1)?.element],
  }
}

function joined(words: readonly SpokenWord[]): string {
  let text = ''
  let before = ''
  for (const word of words) {
    const close = text === '' || word.joins || (UNSPACED_END.test(before) && UNSPACED_START.test(word.text))
    text += close ? word.text : ` ${word.text}`
    before = word.text
  }
  return text
}

const SENTENCE_END = /[.!?…。！？؟][)\]"'”’»]*$/
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー、。！？]`
const UNSPACED_END = new RegExp(`${UNSPACED}$`, 'u')
const UNSPACED_START = new RegExp(`^${UNSPACED}`, 'u')
