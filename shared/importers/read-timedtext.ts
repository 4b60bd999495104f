import { plainCaptionText, type Speech } from './caption-speech.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { milliseconds } from './json-values.ts'
import { draftRecognised } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'
import { tagStart, walkTranscriptXml } from './walk-transcript-xml.ts'

/** YouTube's captions in XML: `<text start dur>` in seconds, or `<p t d>` in milliseconds (srv1 to srv3). */
export function readTimedText(fileName: string, decoded: DecodedText): ImportOutcome {
  const lines = decoded.lines()
  const speeches: Speech[] = []
  let current: { from: number; time: number | null; lasts: number | null; text: string } | null = null
  const trouble = walkTranscriptXml(decoded.text, 'YouTube caption', {
    open(name, attributes, end) {
      if (name === 'br' && current !== null) current.text += ' '
      if (name !== 'text' && name !== 'p') return
      const { start, dur, t, d } = attributes
      const inSeconds = start !== undefined
      current = {
        from: tagStart(decoded.text, end),
        time: inSeconds ? milliseconds(start, 1000) : milliseconds(t, 1),
        lasts: inSeconds ? milliseconds(dur, 1000) : milliseconds(d, 1),
        text: '',
      }
    },
    close(name, end) {
      if ((name !== 'text' && name !== 'p') || current === null) return
      const { from, time, lasts, text } = current
      const words = plainCaptionText(text)
      const endTime = time === null || lasts === null ? null : time + lasts
      const place = numberedPlace({ number: speeches.length + 1, from, to: end }, lines)
      if (words !== '') speeches.push({ speaker: null, text: words, time, endTime, utterance: null, place })
      current = null
    },
    text(text) {
      if (current !== null) current.text += text
    },
  })
  if (trouble !== null) return trouble
  const found = {
    layout: 'YouTube captions (XML)',
    speeches,
    units: speeches.length,
    attributes: {},
    notices: [],
  }
  return draftRecognised(found, fileName, decoded, 'timedtext')
}
