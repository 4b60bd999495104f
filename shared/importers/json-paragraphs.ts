import { list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { type SpokenWord, wordSpeech } from './word-speech.ts'

/** JSON of transcript editors: all words with their times, and apart from them the paragraphs with their speakers and
    times, both in seconds. Null for other JSON. */
export function fromParagraphs(json: unknown): RecognisedSpeech | null {
  const words = list(member(json, 'words')).filter((word) => typeof member(word, 'text') === 'string')
  const paragraphs = list(member(json, 'paragraphs')).flatMap((each) => {
    const start = milliseconds(member(each, 'start'), 1000)
    return start === null ? [] : [{ start, speaker: speakerLabel(member(each, 'speaker')) }]
  })
  if (words.length === 0 || paragraphs.length === 0) return null
  paragraphs.sort((a, b) => a.start - b.start)
  let at = 0
  const voiced = words.map((word): SpokenWord => {
    const time = milliseconds(member(word, 'start'), 1000)
    while (time !== null && (paragraphs[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= time + 10) at += 1
    return {
      text: plainLine(member(word, 'text')),
      speaker: paragraphs[at]?.speaker ?? null,
      time,
      endTime: milliseconds(member(word, 'end'), 1000),
      joins: false,
      element: word,
    }
  })
  return {
    layout: 'Words and paragraphs (JSON)',
    speeches: wordSpeech(voiced),
    units: paragraphs.length,
    attributes: {},
    notices: [],
  }
}
