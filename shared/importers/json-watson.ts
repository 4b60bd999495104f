import { list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { type SpokenWord, wordSpeech } from './word-speech.ts'

/** IBM Watson's JSON: words with their times in lists of three (seconds), and apart from them whose they are. Null for
    other JSON. */
export function fromWatson(json: unknown): RecognisedSpeech | null {
  const results = list(member(json, 'results'))
  const best = results.map((result) => list(member(result, 'alternatives'))[0])
  const told = best.some((each) => list(member(each, 'timestamps')).some(Array.isArray))
  if (!told) return null
  const voices = new Map(
    list(member(json, 'speaker_labels')).flatMap((label) => {
      const voice = speakerLabel(member(label, 'speaker'))
      return voice === null ? [] : [[plainLine(member(label, 'from')), voice] as const]
    }),
  )
  const speeches = best.flatMap((each, i) =>
    wordSpeech(
      list(member(each, 'timestamps')).map((word) => ({ ...spokenWord(word, voices), element: results[i] })),
    ),
  )
  return {
    layout: 'IBM Watson transcript (JSON)',
    speeches,
    units: results.length,
    attributes: {},
    notices: [],
  }
}

function spokenWord(word: unknown, voices: ReadonlyMap<string, string>): SpokenWord {
  const [text, from, to] = list(word)
  return {
    text: plainLine(text),
    speaker: voices.get(plainLine(from)) ?? null,
    time: milliseconds(from, 1000),
    endTime: milliseconds(to, 1000),
    joins: false,
  }
}
