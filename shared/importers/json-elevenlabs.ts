import { facts, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { channelSpeech, type SpokenWord } from './word-speech.ts'

/** ElevenLabs Scribe's JSON: words, the spaces between them and sounds, each with a speaker, times in seconds; one list a
    microphone where there were several. Null for other JSON. */
export function fromElevenLabs(json: unknown): RecognisedSpeech | null {
  const transcripts = list(member(json, 'transcripts')).filter((each) => isScribe(member(each, 'words')))
  const channels = transcripts.length > 0 ? transcripts : isScribe(member(json, 'words')) ? [json] : []
  if (channels.length === 0) return null
  const words = channels.map((channel, i) => channelWords(channel, channels.length > 1 ? i : null))
  return {
    layout: 'ElevenLabs Scribe transcript (JSON)',
    speeches: channelSpeech(words),
    units: words.reduce((sum, each) => sum + each.length, 0),
    attributes: facts({ Language: member(channels[0], 'language_code') }),
    notices: [],
  }
}

function isScribe(words: unknown): boolean {
  return list(words)
    .slice(0, 50)
    .some((word) => /^(?:spacing|audio_event)$/.test(plainLine(member(word, 'type'))) || isWord(word))
}

function isWord(word: unknown): boolean {
  return member(word, 'type') === 'word' && typeof member(word, 'text') === 'string'
}

function channelWords(channel: unknown, number: number | null): readonly SpokenWord[] {
  const words: SpokenWord[] = []
  const index = plainLine(member(channel, 'channel_index') ?? number)
  const all = list(member(channel, 'words'))
  const spaced = all.some((word) => member(word, 'type') === 'spacing')
  let apart = true
  for (const word of all) {
    const written = member(word, 'text')
    const text = plainLine(written)
    if (text !== '')
      words.push({
        text,
        speaker: speakerLabel(member(word, 'speaker_id')) ?? (number === null ? null : `Channel ${index}`),
        time: milliseconds(member(word, 'start'), 1000),
        endTime: milliseconds(member(word, 'end'), 1000),
        joins: spaced && !apart,
        element: word,
      })
    apart = text === '' ? apart || written !== '' : false
  }
  return words
}
