import type { Speech } from './caption-speech.ts'
import { facts, list, member, plainLine, speakerLabel } from './json-values.ts'
import { segmentSpeech, segmentWords, unsureNotices, whisperSegments } from './json-whisper.ts'
import { notice } from './notice.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { wordSpeech } from './word-speech.ts'

/** WhisperX's JSON and its like: Whisper's segments with a speaker to each segment or word, some without. Null for
    other JSON, and where nobody is named at all. */
export function fromWhisperX(json: unknown): RecognisedSpeech | null {
  const segments = whisperSegments(json)
  if (segments === null) return null
  const speeches = segments.flatMap(speechesOf)
  if (speeches.every((speech) => speech.speaker === null)) return null
  const mixed = segments.filter(isMixed)
  return {
    layout: isWhisperX(json, speeches) ? 'WhisperX transcript (JSON)' : 'Transcript with speakers (JSON)',
    speeches,
    units: segments.length,
    attributes: facts({ Language: member(json, 'language') }),
    notices: [
      ...unsureNotices(segments),
      ...notice(
        'doubt',
        mixed.length,
        [
          'piece in which single words are given to another speaker, kept whole',
          'pieces in which single words are given to another speaker, kept whole',
        ],
        mixed.map((segment) => plainLine(member(segment, 'text'))),
      ),
    ],
  }
}

function isWhisperX(json: unknown, speeches: readonly Speech[]): boolean {
  return (
    member(json, 'word_segments') !== undefined ||
    speeches.some((speech) => /^SPEAKER_\d+$/.test(speech.speaker ?? ''))
  )
}

/** A segment's own speaker holds for all of it; without one, its words tell. */
function speechesOf(segment: unknown): readonly Speech[] {
  const own = speakerLabel(member(segment, 'speaker'))
  const whole = segmentSpeech(segment, own)
  const voices = wordVoices(segment)
  const named = voices.find((voice) => voice !== null)
  if (own !== null || named === undefined || named === null) return [whole]
  let last = named
  const words = segmentWords(segment).map((word, i) => {
    last = voices[i] ?? last
    return { ...word, speaker: last }
  })
  const pieces = wordSpeech(words)
  const spelled = pieces.map((piece) => piece.text).join(' ') === whole.text
  if (spelled) return pieces.map((piece) => ({ ...piece, elements: [segment, segment] }))
  const alone = words.every((word) => word.speaker === named)
  return [{ ...whole, speaker: alone ? named : null }]
}

function isMixed(segment: unknown): boolean {
  const own = speakerLabel(member(segment, 'speaker'))
  return own !== null && wordVoices(segment).some((voice) => voice !== null && voice !== own)
}

/** Speakers of the words that `segmentWords` gives, in the same order. */
function wordVoices(segment: unknown): readonly (string | null)[] {
  return list(member(segment, 'words'))
    .filter((word) => plainLine(member(word, 'word')) !== '')
    .map((word) => speakerLabel(member(word, 'speaker')))
}
