import { list, member, milliseconds, plainLine, speakerLabel } from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { type SpokenWord, wordSpeech } from './word-speech.ts'

/** The BBC's Kaldi JSON: words with and without punctuation, and apart from them the segments of each speaker; times in
    seconds. Null for other JSON. */
export function fromBbcKaldi(json: unknown): RecognisedSpeech | null {
  const answer = member(json, 'retval') ?? json
  const words = list(member(answer, 'words'))
  const segments = list(member(member(answer, 'segmentation'), 'segments'))
  const punctuated = words.some((word) => typeof member(word, 'punct') === 'string')
  if (words.length === 0 || (!punctuated && segments.length === 0)) return null
  return {
    layout: 'BBC Kaldi transcript (JSON)',
    speeches: wordSpeech(voiced(words, segments.flatMap(readSegment))),
    units: words.length,
    attributes: {},
    notices: [],
  }
}

interface Voice {
  readonly start: number
  readonly speaker: string | null
}

function readSegment(segment: unknown): readonly Voice[] {
  const start = milliseconds(member(segment, 'start'), 1000)
  const speaker = speakerLabel(member(member(segment, 'speaker'), '@id') ?? member(segment, 'speaker'))
  return start === null ? [] : [{ start, speaker }]
}

/** A word belongs to the last segment that begins before its middle. */
function voiced(words: readonly unknown[], voices: readonly Voice[]): readonly SpokenWord[] {
  const ordered = voices.toSorted((a, b) => a.start - b.start)
  let speaker = ordered[0]?.speaker ?? null
  return words.map((word) => {
    const time = milliseconds(member(word, 'start'), 1000)
    const endTime = milliseconds(member(word, 'end'), 1000)
    if (time !== null) speaker = voiceAt(ordered, (time + (endTime ?? time)) / 2)
    const punctuated = plainLine(member(word, 'punct'))
    const text = punctuated === '' ? plainLine(member(word, 'word')) : punctuated
    return { text, speaker, time, endTime, joins: false, element: word }
  })
}

function voiceAt(ordered: readonly Voice[], time: number): string | null {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.start ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return ordered[Math.max(0, low - 1)]?.speaker ?? null
}
