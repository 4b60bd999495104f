import type { Elements, Speech } from './caption-speech.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { jsonPlaces } from './json-places.ts'
import type { Place } from './origin.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'

/** Recognised speech with the places of the JSON objects it was read from. */
export function placedInJson(found: RecognisedSpeech, json: unknown, decoded: DecodedText): RecognisedSpeech {
  const elements = new Set(
    found.speeches.flatMap((speech) => speech.elements ?? []).filter((each) => each !== undefined),
  )
  const numbered = jsonPlaces(decoded.text, json, elements)
  const places = new Map<unknown, Place>()
  const file = decoded.lines()
  const placeOf = ([first, last]: Elements): Place | undefined => {
    const from = numbered.get(first)
    const to = numbered.get(last) ?? from
    if (from === undefined || to === undefined) return undefined
    const place = places.get(first)
    if (place !== undefined && first === last) return place
    const made = numberedPlace({ ...from, to: Math.max(from.to, to.to) }, file)
    if (first === last) places.set(first, made)
    return made
  }
  return { ...found, speeches: found.speeches.map((speech) => withPlace(speech, placeOf)) }
}

function withPlace(speech: Speech, placeOf: (elements: Elements) => Place | undefined): Speech {
  const { elements, ...known } = speech
  const place = elements === undefined ? undefined : placeOf(elements)
  return place === undefined ? known : { ...known, place }
}
