import type { Speech } from './caption-speech.ts'
import { facts, list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'

/** The JSON of whisper.cpp (`transcription`, offsets in milliseconds) and of pipelines that cut a recording into
    `chunks` (seconds in pairs; `speakers` where they were told apart). Null for other JSON. */
export function fromWhisperKin(json: unknown): RecognisedSpeech | null {
  const segments = list(member(json, 'transcription'))
  if (segments.length > 0)
    return recognised('whisper.cpp transcript (JSON)', segments.map(offsetSpeech), json)
  const spoken = list(member(json, 'speakers')).filter((each) => member(each, 'timestamp') !== undefined)
  const chunks = spoken.length > 0 ? spoken : list(member(json, 'chunks'))
  const timed = chunks.some((each) => Array.isArray(member(each, 'timestamp')))
  return timed ? recognised('Whisper transcript in chunks (JSON)', chunks.map(chunkSpeech), json) : null
}

function recognised(layout: string, speeches: readonly Speech[], json: unknown): RecognisedSpeech {
  const language = member(member(json, 'result'), 'language')
  return { layout, speeches, units: speeches.length, attributes: facts({ Language: language }), notices: [] }
}

function offsetSpeech(segment: unknown): Speech {
  const offsets = member(segment, 'offsets')
  return {
    speaker: speakerLabel(member(segment, 'speaker')),
    text: plainLine(member(segment, 'text')),
    time: milliseconds(member(offsets, 'from'), 1),
    endTime: milliseconds(member(offsets, 'to'), 1),
    utterance: null,
    elements: [segment, segment],
  }
}

function chunkSpeech(chunk: unknown): Speech {
  const [start, end] = list(member(chunk, 'timestamp'))
  return {
    speaker: speakerLabel(member(chunk, 'speaker')),
    text: plainLine(member(chunk, 'text')),
    time: milliseconds(start, 1000),
    endTime: milliseconds(end, 1000),
    utterance: null,
    elements: [chunk, chunk],
  }
}
