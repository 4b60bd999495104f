import type { Speech } from './caption-speech.ts'
import { facts, firstMember, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { byTime } from './word-speech.ts'

/** Azure Speech's JSON: phrases of a batch (`recognizedPhrases`, ticks of 100 nanoseconds or `PT1.2S`) or of fast
    transcription (`phrases`, milliseconds), in the order of time. Null for other JSON. */
export function fromAzure(json: unknown): RecognisedSpeech | null {
  const batch = list(firstMember(json, ['recognizedPhrases', 'RecognizedPhrases']))
  const fast = list(member(json, 'phrases')).filter(
    (each) => member(each, 'offsetMilliseconds') !== undefined || member(each, 'offset') !== undefined,
  )
  const phrases = batch.length > 0 ? batch : fast
  if (phrases.length === 0) return null
  const channels = new Set(phrases.map((each) => plainLine(firstMember(each, ['channel', 'Channel']))))
  return {
    layout: 'Azure Speech transcript (JSON)',
    speeches: byTime(phrases.map((phrase) => phraseSpeech(phrase, channels.size > 1))),
    units: phrases.length,
    attributes: facts({ Language: firstMember(phrases[0], ['locale', 'Locale']) }),
    notices: [],
  }
}

function phraseSpeech(phrase: unknown, several: boolean): Speech {
  const best = list(firstMember(phrase, ['nBest', 'NBest']))[0]
  const text =
    firstMember(phrase, ['text']) ?? firstMember(best, ['display', 'Display', 'lexical', 'Lexical'])
  const time = spanOf(phrase, 'offset')
  const duration = spanOf(phrase, 'duration')
  return {
    speaker: voiceOf(phrase, several),
    text: plainLine(text),
    time,
    endTime: time === null || duration === null ? null : time + duration,
    utterance: null,
    elements: [phrase, phrase],
  }
}

/** Of several microphones each is a voice, unless speakers were told apart. */
function voiceOf(phrase: unknown, several: boolean): string | null {
  const voice = speakerLabel(firstMember(phrase, ['speaker', 'Speaker']))
  const channel = plainLine(firstMember(phrase, ['channel', 'Channel']))
  return voice ?? (several && channel !== '' ? `Channel ${channel}` : null)
}

function spanOf(phrase: unknown, name: 'offset' | 'duration'): number | null {
  const capital = name === 'offset' ? 'Offset' : 'Duration'
  const whole = firstMember(phrase, [`${name}Milliseconds`])
  if (whole !== undefined) return milliseconds(whole, 1)
  const ticks = firstMember(phrase, [`${name}InTicks`, `${capital}InTicks`])
  if (typeof ticks === 'number') return milliseconds(ticks / 10_000, 1)
  const written = plainLine(firstMember(phrase, [name, capital]))
  const match = /^PT(?:(\d{1,3})H)?(?:(\d{1,5})M)?(?:(\d{1,9}(?:\.\d{1,12})?)S)?$/.exec(written)
  if (match === null) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  return milliseconds(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), 1000)
}
