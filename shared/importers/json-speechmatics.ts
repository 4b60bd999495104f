import { facts, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { channelSpeech, type SpokenWord } from './word-speech.ts'

/** Speechmatics' json-v2: one list of words and punctuation with a speaker to each (UU is nobody); times in seconds.
    Null for other JSON. */
export function fromSpeechmatics(json: unknown): RecognisedSpeech | null {
  const results = list(member(json, 'results'))
  if (!results.some((result) => typeof member(best(result), 'content') === 'string')) return null
  const metadata = member(json, 'metadata')
  const spaced = member(member(metadata, 'language_pack_info'), 'word_delimiter') !== ''
  const language = member(member(metadata, 'transcription_config'), 'language')
  const words = results.filter((result) => member(result, 'type') === 'word').length
  return {
    layout: 'Speechmatics transcript (JSON)',
    speeches: channelSpeech([...channelsOf(results, spaced).values()]),
    units: words,
    attributes: facts({ Language: language }),
    notices: [],
  }
}

function best(result: unknown): unknown {
  return list(member(result, 'alternatives'))[0]
}

function channelsOf(results: readonly unknown[], spaced: boolean): ReadonlyMap<string, SpokenWord[]> {
  const channels = new Map<string, SpokenWord[]>()
  for (const result of results) {
    const channel = plainLine(member(result, 'channel'))
    const words = channels.get(channel) ?? []
    words.push(spokenWord(result, channel, spaced))
    channels.set(channel, words)
  }
  return channels
}

function spokenWord(result: unknown, channel: string, spaced: boolean): SpokenWord {
  const isSign = member(result, 'type') === 'punctuation'
  const voice = speakerLabel(member(best(result), 'speaker')) ?? speakerLabel(channel)
  return {
    text: plainLine(member(best(result), 'content')),
    speaker: voice,
    time: milliseconds(member(result, 'start_time'), 1000),
    endTime: milliseconds(member(result, 'end_time'), 1000),
    element: result,
    joins: !spaced || (isSign && member(result, 'attaches_to') !== 'next'),
  }
}
