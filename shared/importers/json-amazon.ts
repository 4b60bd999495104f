import type { Speech } from './caption-speech.ts'
import { facts, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { channelSpeech, type SpokenWord, spelledSpeech, wordSpeech } from './word-speech.ts'

/** Amazon Transcribe's JSON: words under `results.items`, joined to speakers by their start times (texts, in seconds),
    punctuation without a time; or one list of words a microphone. Null for other JSON. */
export function fromAmazon(json: unknown): RecognisedSpeech | null {
  const results = member(json, 'results')
  const items = list(member(results, 'items'))
  const transcripts = list(member(results, 'transcripts'))
  if (items.length === 0 && transcripts.length === 0) return null
  const segments = list(member(member(results, 'speaker_labels'), 'segments'))
  const channels = list(member(member(results, 'channel_labels'), 'channels'))
  const pronounced = items.filter((item) => member(item, 'type') !== 'punctuation').length
  return {
    layout: 'Amazon Transcribe transcript (JSON)',
    speeches:
      items.length === 0
        ? transcripts.map(wholeText)
        : segments.length === 0 && channels.length > 0
          ? channelSpeech(channels.map(channelWords))
          : wordSpeech(itemWords(items, voiceByStart(segments))),
    units: segments.length > 0 ? segments.length : Math.max(pronounced, transcripts.length),
    attributes: facts({ Language: member(results, 'language_code') ?? member(json, 'language_code') }),
    notices: [],
  }
}

/** Amazon Transcribe Call Analytics: a list of utterances with the role of who speaks, times in milliseconds. Null for
    other JSON. */
export function fromCallAnalytics(json: unknown): RecognisedSpeech | null {
  const utterances = list(member(json, 'Transcript'))
  if (!utterances.some((each) => typeof member(each, 'Content') === 'string')) return null
  return {
    layout: 'Amazon Transcribe Call Analytics (JSON)',
    speeches: utterances.flatMap(utteranceSpeech),
    units: utterances.length,
    attributes: facts({ Language: member(json, 'LanguageCode') }),
    notices: [],
  }
}

/** Which speaker a word has, by its start time as written. */
function voiceByStart(segments: readonly unknown[]): ReadonlyMap<string, string> {
  const voices = new Map<string, string>()
  for (const segment of segments) {
    const own = speakerLabel(member(segment, 'speaker_label'))
    for (const item of list(member(segment, 'items'))) {
      const voice = speakerLabel(member(item, 'speaker_label')) ?? own
      if (voice !== null) voices.set(plainLine(member(item, 'start_time')), voice)
    }
  }
  return voices
}

function itemWords(items: readonly unknown[], voices: ReadonlyMap<string, string>): readonly SpokenWord[] {
  return items.map((item) => {
    const start = plainLine(member(item, 'start_time'))
    const voice = start === '' ? undefined : voices.get(start)
    return itemWord(item, voice ?? speakerLabel(member(item, 'speaker_label')))
  })
}

function channelWords(channel: unknown): readonly SpokenWord[] {
  const voice = speakerLabel(member(channel, 'channel_label'))
  return list(member(channel, 'items')).map((item) => itemWord(item, voice))
}

function itemWord(item: unknown, voice: string | null): SpokenWord {
  const joins = member(item, 'type') === 'punctuation'
  return {
    text: plainLine(member(list(member(item, 'alternatives'))[0], 'content')),
    // A comma belongs to the word before it, whoever the file says speaks it.
    speaker: joins ? null : voice,
    time: milliseconds(member(item, 'start_time'), 1000),
    endTime: milliseconds(member(item, 'end_time'), 1000),
    joins,
    element: item,
  }
}

function wholeText(transcript: unknown): Speech {
  const text = plainLine(member(transcript, 'transcript'))
  return {
    speaker: null,
    text,
    time: null,
    endTime: null,
    utterance: null,
    elements: [transcript, transcript],
  }
}

function utteranceSpeech(utterance: unknown): readonly Speech[] {
  const whole: Speech = {
    speaker: speakerLabel(member(utterance, 'ParticipantRole') ?? member(utterance, 'ParticipantId')),
    text: plainLine(member(utterance, 'Content')),
    time: milliseconds(member(utterance, 'BeginOffsetMillis'), 1),
    endTime: milliseconds(member(utterance, 'EndOffsetMillis'), 1),
    utterance: null,
    elements: [utterance, utterance],
  }
  const words = list(member(utterance, 'Items')).map((item) => ({
    text: plainLine(member(item, 'Content')),
    speaker: null,
    time: milliseconds(member(item, 'BeginOffsetMillis'), 1),
    endTime: milliseconds(member(item, 'EndOffsetMillis'), 1),
    joins: member(item, 'Type') === 'punctuation',
  }))
  return spelledSpeech(whole, words)
}
