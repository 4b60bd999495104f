import type { Speech } from './caption-speech.ts'
import { cuePlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { milliseconds, plainLine, speakerLabel } from './json-values.ts'
import { notice } from './notice.ts'
import { draftRecognised } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'

/** Whisper's table: a header `start⇥end⇥text`, times as whole milliseconds (as seconds where they have a fraction),
    maybe a column for the speaker. Lines without times belong to the row above. */
export function readTsv(fileName: string, decoded: DecodedText): ImportOutcome {
  const [header = '', ...lines] = decoded.text.trimStart().split('\n')
  const file = decoded.lines()
  const first = file.indexAt(decoded.text.length - decoded.text.trimStart().length) + 1
  const columns = header.toLowerCase().trim().split('\t')
  const filled = lines.flatMap((line, i) => (/\S/.test(line) ? [{ line, at: first + i }] : []))
  const unit = filled.some(({ line }) => /^\d{1,9}\.\d/.test(line)) ? 1000 : 1
  const strays = filled.flatMap(({ line }) => (isRow(line) ? [] : [line]))
  const found = {
    layout: 'Whisper transcript (TSV)',
    speeches: wholeRows(filled).map((row, i) => ({
      ...rowSpeech(row.text, columns, unit),
      place: cuePlace(i + 1, file.lines(row.first, row.last)),
    })),
    units: filled.length - strays.length,
    attributes: {},
    notices: notice(
      'repaired',
      strays.length,
      ['line without times added to the row above', 'lines without times added to the rows above'],
      strays,
    ),
  }
  return draftRecognised(found, fileName, decoded, 'tsv')
}

function isRow(line: string): boolean {
  return /^-?\d[\d.]{0,15}\t-?\d[\d.]{0,15}(?:\t|$)/.test(line)
}

interface WholeRow {
  readonly text: string
  /** Its first and last line, as indices (from 0) of the text's lines. */
  readonly first: number
  readonly last: number
}

function wholeRows(lines: readonly { readonly line: string; readonly at: number }[]): readonly WholeRow[] {
  const rows: { readonly parts: string[]; readonly first: number; last: number }[] = []
  for (const { line, at } of lines) {
    const row = rows.at(-1)
    if (row === undefined || isRow(line)) rows.push({ parts: [line], first: at, last: at })
    else {
      row.parts.push(line)
      row.last = at
    }
  }
  return rows.map(({ parts, first, last }) => ({ text: parts.join(' '), first, last }))
}

function rowSpeech(row: string, columns: readonly string[], unit: 1000 | 1): Speech {
  const cells = row.split('\t')
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
  const isLast = columns.at(-1) === 'text'
  return {
    speaker: columns.includes('speaker') ? speakerLabel(cell('speaker')) : null,
    text: plainLine(isLast ? cells.slice(columns.length - 1).join(' ') : cell('text')),
    time: milliseconds(cell('start'), unit),
    endTime: milliseconds(cell('end'), unit),
    utterance: null,
  }
}
