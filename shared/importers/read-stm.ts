import { cuePlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import type { Place } from './origin.ts'
import type { ImportOutcome } from './source-draft.ts'
import { statedLabel } from './stated-label.ts'
import { millisecondsOf } from './timeline.ts'
import { type Utterance, utteranceOf } from './utterance.ts'

/** A segment time mark file (STM) as a draft: each row a turn; several recordings stand under their names. */
export function readStm(fileName: string, decoded: DecodedText): ImportOutcome {
  const file = decoded.lines()
  const lines = decoded.text.split('\n').flatMap((line, at) => (/\S/.test(line) ? [{ line, at }] : []))
  const rows = lines.flatMap(({ line, at }) =>
    line.startsWith(';;') ? [] : [{ line, at, row: ROW.exec(line) }],
  )
  const recordings = new Set(rows.flatMap(({ row }) => row?.[1] ?? []))
  const utterances: Utterance[] = []
  const silent: string[] = []
  const strays: string[] = []
  let recording = ''
  let number = 0
  for (const { line, at, row } of rows) {
    if (row !== null) number += 1
    const place = cuePlace(number, file.lines(at, at))
    const utterance = row === null ? null : turnOf(row, place)
    if (row === null) strays.push(line)
    else if (utterance === null) silent.push(line)
    else {
      if (recordings.size > 1 && row[1] !== recording) utterances.push(...headingOf(row[1] ?? '', place))
      recording = row[1] ?? ''
      utterances.push(utterance)
    }
  }
  if (!utterances.some((each) => each.kind === 'speech'))
    return {
      ok: false,
      problem: 'This STM file has no rows with words in them: check that it is the right one.',
    }
  const draft = draftSpeech(utterances, {
    name: sourceNameOf(fileName),
    format: 'stm',
    layout: 'STM transcript',
    units: rows.length - strays.length,
    attributes: recordings.size === 1 ? { Media: [...recordings].join('').slice(0, 500).toWellFormed() } : {},
    encoding: decoded.encoding,
    notices: [
      ...decoded.notices,
      ...notice(
        'dropped',
        silent.length,
        [
          'row without words (a gap or not to be scored) left out',
          'rows without words (gaps or not to be scored) left out',
        ],
        silent,
      ),
      ...notice('dropped', lines.length - rows.length, ['comment line left out', 'comment lines left out']),
      ...notice(
        'dropped',
        strays.length,
        ['line that is no row left out', 'lines that are no rows left out'],
        strays,
      ),
    ],
  })
  return { ok: true, draft }
}

/** Recording, channel, speaker, start, end, maybe a label in angle brackets, words. */
const ROW =
  /^\s*(\S{1,200})[ \t]+(\S{1,8})[ \t]+(\S{1,200})[ \t]+(\d{1,7}(?:\.\d+)?)[ \t]+(\d{1,7}(?:\.\d+)?)(?:[ \t]+<[^<>]{0,100},[^<>]{0,100}>)?(?:[ \t]+(.*))?$/

function turnOf(row: RegExpExecArray, place: Place): Utterance | null {
  const [, , , speaker, from, to, words = ''] = row
  if (speaker === 'inter_segment_gap' || /^ignore_time_segment_in_scoring\s*$/i.test(words)) return null
  const piece = { text: words, time: millisecondsOf(from), endTime: millisecondsOf(to), place }
  return utteranceOf(statedLabel(speaker), [piece])
}

function headingOf(recording: string, place: Place): readonly Utterance[] {
  return [utteranceOf(null, [{ text: recording, time: null, endTime: null, place }], 'heading') ?? []].flat()
}
