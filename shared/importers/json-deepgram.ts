import type { Speech } from './caption-speech.ts'
import { facts, firstMember, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { byTime, channelSpeech, type SpokenWord, spelledSpeech } from './word-speech.ts'

/** Deepgram's JSON: utterances with a numbered speaker, or the words of each channel; times in seconds. Null for other
    JSON. */
export function fromDeepgram(json: unknown): RecognisedSpeech | null {
  const results = member(json, 'results')
  const utterances = list(member(results, 'utterances'))
  const channels = list(member(results, 'channels'))
  if (utterances.length === 0 && channels.length === 0) return null
  const several = channels.length > 1
  const words = channels.map((channel, i) => channelWords(channel, several ? i : null))
  const count = words.reduce((sum, each) => sum + each.length, 0)
  const speeches = utterances.length > 0 ? utterances.flatMap((each) => utteranceSpeech(each, several)) : null
  return {
    layout: 'Deepgram transcript (JSON)',
    speeches: speeches ?? (count > 0 ? channelSpeech(words) : channels.map(wholeText)),
    units: utterances.length > 0 ? utterances.length : Math.max(count, channels.length),
    attributes: facts({ Language: member(channels[0], 'detected_language') }),
    notices: [],
  }
}

function utteranceSpeech(utterance: unknown, several: boolean): readonly Speech[] {
  const channel = several ? member(utterance, 'channel') : null
  const whole: Speech = {
    speaker: voiceOf(member(utterance, 'speaker'), channel),
    text: plainLine(member(utterance, 'transcript')),
    time: milliseconds(member(utterance, 'start'), 1000),
    endTime: milliseconds(member(utterance, 'end'), 1000),
    utterance: null,
    elements: [utterance, utterance],
  }
  return byTime(
    spelledSpeech(
      whole,
      list(member(utterance, 'words')).map((word) => spokenWord(word, null)),
    ),
  )
}

function channelWords(channel: unknown, number: number | null): readonly SpokenWord[] {
  return list(member(bestOf(channel), 'words')).map((word) =>
    spokenWord(word, voiceOf(member(word, 'speaker'), number)),
  )
}

function spokenWord(word: unknown, speaker: string | null): SpokenWord {
  return {
    text: plainLine(firstMember(word, ['punctuated_word', 'word'])),
    speaker,
    time: milliseconds(member(word, 'start'), 1000),
    endTime: milliseconds(member(word, 'end'), 1000),
    joins: false,
    element: word,
  }
}

/** Of several microphones each is a voice, or several where speakers were told apart on it. */
function voiceOf(speaker: unknown, channel: unknown): string | null {
  const voice = speakerLabel(speaker)
  const number = plainLine(channel)
  if (number === '') return voice
  return voice === null ? `Channel ${number}` : `Channel ${number} ${voice}`
}

function wholeText(channel: unknown, i: number, all: readonly unknown[]): Speech {
  const text = plainLine(member(bestOf(channel), 'transcript'))
  const speaker = all.length > 1 ? `Channel ${i}` : null
  return { speaker, text, time: null, endTime: null, utterance: null, elements: [channel, channel] }
}

function bestOf(channel: unknown): unknown {
  return list(member(channel, 'alternatives'))[0]
}
