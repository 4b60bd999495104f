import type { Speech } from './caption-speech.ts'
import { firstMember, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { type SpokenWord, wordSpeech } from './word-speech.ts'

/** Rev's JSON: monologues of words and signs (spaces among them) by numbered speakers, some with names; times in
    seconds or as clock times. Null for other JSON. */
export function fromRev(json: unknown): RecognisedSpeech | null {
  const monologues = list(member(json, 'monologues'))
  if (!monologues.some((each) => Array.isArray(member(each, 'elements')))) return null
  const names = namesOf(json)
  return {
    layout: 'Rev transcript (JSON)',
    speeches: monologues.flatMap((each) => monologueSpeech(each, names)),
    units: monologues.length,
    attributes: {},
    notices: [],
  }
}

function namesOf(json: unknown): ReadonlyMap<string, string> {
  return new Map(
    list(member(json, 'speakers')).flatMap((speaker) => {
      const name = speakerLabel(member(speaker, 'name'))
      return name === null ? [] : [[plainLine(member(speaker, 'id')), name]]
    }),
  )
}

function monologueSpeech(monologue: unknown, names: ReadonlyMap<string, string>): readonly Speech[] {
  const number = member(monologue, 'speaker')
  const speaker = names.get(plainLine(number)) ?? speakerLabel(member(number, 'name') ?? number)
  const words: SpokenWord[] = []
  let apart = true
  for (const element of list(member(monologue, 'elements'))) {
    const value = member(element, 'value')
    const text = plainLine(value)
    const written = typeof value === 'string' ? value : text
    if (text !== '')
      words.push({ ...timesOf(element), text, speaker, joins: !apart && !/^\s/.test(written), element })
    apart = text === '' ? apart || written !== '' : /\s$/.test(written)
  }
  return wordSpeech(words)
}

function timesOf(element: unknown): Pick<SpokenWord, 'time' | 'endTime'> {
  return {
    time: milliseconds(firstMember(element, ['ts', 'timestamp']), 1000),
    endTime: milliseconds(firstMember(element, ['end_ts', 'end_timestamp']), 1000),
  }
}
