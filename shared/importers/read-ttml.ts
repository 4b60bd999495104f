import type { Speech } from './caption-speech.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { facts, speakerLabel } from './json-values.ts'
import { draftRecognised } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'
import { ttmlParagraphs } from './ttml-paragraphs.ts'
import { byTime } from './word-speech.ts'

/** Timed Text (TTML, DFXP, as broadcasters and players use it): each paragraph with its time, who speaks by its agent. */
export function readTtml(fileName: string, decoded: DecodedText): ImportOutcome {
  const file = ttmlParagraphs(decoded.text)
  if (!file.ok) return file
  const lines = decoded.lines()
  const speeches = file.paragraphs.map(
    ({ text, time, endTime, agent, element }): Speech => ({
      speaker: agent === null ? null : speakerLabel(file.agents.get(agent) ?? agent),
      text,
      time,
      endTime,
      utterance: null,
      place: numberedPlace(element, lines),
    }),
  )
  const found = {
    layout: 'Timed text (TTML)',
    speeches: byTime(speeches),
    units: speeches.length,
    attributes: facts({ Title: file.title, Language: file.language }),
    notices: [],
  }
  return draftRecognised(found, fileName, decoded, 'ttml')
}
