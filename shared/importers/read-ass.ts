import { plainCaptionText, type Speech } from './caption-speech.ts'
import { cuePlace } from './cue-place.ts'
import { readTime } from './cue-times.ts'
import type { DecodedText } from './decode-text.ts'
import { facts, speakerLabel } from './json-values.ts'
import { notice } from './notice.ts'
import { draftRecognised } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'
import { byTime } from './word-speech.ts'

/** Sub Station Alpha (SSA, ASS): the `Dialogue:` lines in the order of time, who speaks from their field of the name;
    comments, styles and drawings stay out. */
export function readAss(fileName: string, decoded: DecodedText): ImportOutcome {
  const lines = decoded.text.split('\n')
  const file = decoded.lines()
  let fields = USUAL_FIELDS
  let comments = 0
  const speeches: Speech[] = []
  lines.forEach((line, at) => {
    const [, kind = '', rest = ''] = /^(Format|Dialogue|Comment): ?(.*)$/.exec(line) ?? []
    if (kind === 'Format' && /\bText\s*$/.test(rest))
      fields = rest.split(',').map((field) => field.trim().toLowerCase())
    if (kind === 'Comment') comments += 1
    if (kind === 'Dialogue')
      speeches.push({ ...dialogue(rest, fields), place: cuePlace(speeches.length + 1, file.lines(at, at)) })
  })
  const title = lines.slice(0, 200).map((line) => /^Title: ?(.*)$/.exec(line)?.[1])
  const found = {
    layout: 'Subtitles (SSA/ASS)',
    speeches: byTime(speeches),
    units: speeches.length,
    attributes: facts({ Title: title.find((each) => each !== undefined) }),
    notices: notice('dropped', comments, ['comment left out', 'comments left out']),
  }
  return draftRecognised(found, fileName, decoded, 'ass')
}

const USUAL_FIELDS: readonly string[] =
  'layer start end style name marginl marginr marginv effect text'.split(' ')

/** The last field holds the words, commas and all. */
function dialogue(written: string, fields: readonly string[]): Speech {
  const parts = written.split(',')
  const cells = [...parts.slice(0, fields.length - 1), parts.slice(fields.length - 1).join(',')]
  const cell = (...names: readonly string[]): string =>
    names.map((name) => cells[fields.indexOf(name)] ?? '').find((each) => each !== '') ?? ''
  const words = cell('text')
  const isDrawing = /\{[^{}]*\\p[1-9]/.test(words)
  return {
    speaker: speakerLabel(cell('name', 'actor')),
    text: isDrawing ? '' : plainCaptionText(words.replace(/\{[^{}]*\}/g, '').replace(/\\[Nnh]/g, ' ')),
    time: readTime(cell('start')),
    endTime: readTime(cell('end')),
    utterance: null,
  }
}
