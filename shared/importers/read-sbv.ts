import { plainCaptionText, type Speech } from './caption-speech.ts'
import { cuePlace } from './cue-place.ts'
import { readTime } from './cue-times.ts'
import type { DecodedText } from './decode-text.ts'
import { draftRecognised } from './recognised-speech.ts'
import { SBV_TIMES } from './sbv-times.ts'
import type { ImportOutcome } from './source-draft.ts'

/** YouTube's SBV: a line with start and end (`0:00:01.000,0:00:04.000`) above the words of each caption. */
export function readSbv(fileName: string, decoded: DecodedText): ImportOutcome {
  const cues: {
    time: number | null
    endTime: number | null
    lines: string[]
    first: number
    last: number
  }[] = []
  decoded.text.split('\n').forEach((line, at) => {
    const match = SBV_TIMES.exec(line)
    const last = cues.at(-1)
    if (match !== null) {
      const [, from = '', to = ''] = match
      cues.push({ time: readTime(from), endTime: readTime(to), lines: [], first: at, last: at })
    } else if (last !== undefined && /\S/.test(line)) {
      last.lines.push(line)
      last.last = at
    }
  })
  const file = decoded.lines()
  const speeches = cues.map(
    ({ time, endTime, lines, first, last }, i): Speech => ({
      speaker: null,
      text: plainCaptionText(lines.join(' ')).replace(/\s?\[br\]\s?/gi, ' '),
      time,
      endTime,
      utterance: null,
      place: cuePlace(i + 1, file.lines(first, last)),
    }),
  )
  const found = {
    layout: 'YouTube captions (SBV)',
    speeches,
    units: cues.length,
    attributes: {},
    notices: [],
  }
  return draftRecognised(found, fileName, decoded, 'sbv')
}
