import { firstMember, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { type SpokenWord, wordSpeech } from './word-speech.ts'

/** Soniox's JSON: pieces of words (`tokens`), a space before those that begin one, each with a speaker; times in
    milliseconds. Translations among them are left out. Null for other JSON. */
export function fromSoniox(json: unknown): RecognisedSpeech | null {
  const tokens = list(firstMember(json, ['tokens', 'words'])).filter(
    (token) => typeof member(token, 'text') === 'string' && member(token, 'start_ms') !== undefined,
  )
  if (tokens.length === 0) return null
  const spoken = tokens.filter((token) => member(token, 'translation_status') !== 'translation')
  const words: SpokenWord[] = []
  let apart = true
  for (const token of spoken) {
    const written = member(token, 'text')
    const text = plainLine(written)
    const begins = typeof written === 'string' && /^\s/.test(written)
    const time = milliseconds(member(token, 'start_ms'), 1)
    const lasts = milliseconds(member(token, 'duration_ms'), 1)
    const endTime =
      milliseconds(member(token, 'end_ms'), 1) ?? (time === null || lasts === null ? null : time + lasts)
    const speaker = speakerLabel(member(token, 'speaker'))
    const last = words.at(-1)
    if (text !== '' && last !== undefined && !apart && !begins && last.speaker === speaker)
      words[words.length - 1] = { ...last, text: last.text + text, endTime }
    else if (text !== '') words.push({ text, speaker, time, endTime, joins: false, element: token })
    apart = text === '' || (typeof written === 'string' && /\s$/.test(written))
  }
  return {
    layout: 'Soniox transcript (JSON)',
    speeches: wordSpeech(words),
    units: spoken.length,
    attributes: {},
    notices: [],
  }
}
