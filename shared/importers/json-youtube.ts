import type { Speech } from './caption-speech.ts'
import { list, member, milliseconds, plainLine } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'

/** YouTube's captions as it hands them out (json3): events in milliseconds with pieces of text. Null for other JSON. */
export function fromYouTube(json: unknown): RecognisedSpeech | null {
  const events = list(member(json, 'events')).filter((each) => member(each, 'tStartMs') !== undefined)
  const spoken = events.filter((each) => list(member(each, 'segs')).length > 0)
  if (spoken.length === 0) return null
  return {
    layout: 'YouTube captions (JSON)',
    speeches: spoken.map(eventSpeech).filter((speech) => speech.text !== ''),
    units: spoken.length,
    attributes: {},
    notices: [],
  }
}

function eventSpeech(event: unknown): Speech {
  const written = list(member(event, 'segs')).map((piece) => member(piece, 'utf8'))
  const time = milliseconds(member(event, 'tStartMs'), 1)
  const duration = milliseconds(member(event, 'dDurationMs'), 1)
  return {
    speaker: null,
    text: plainLine(written.filter((each) => typeof each === 'string').join('')),
    time,
    endTime: time === null || duration === null ? null : time + duration,
    utterance: null,
    elements: [event, event],
  }
}
