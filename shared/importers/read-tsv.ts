import type { Speech } from './caption-speech.ts'
import type { DecodedText } from './decode-text.ts'
import { milliseconds, plainLine, speakerLabel } from './json-values.ts'
import { notice } from './notice.ts'
import { draftRecognised } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'

/** Whisper's table: a header `start⇥end⇥text`, times as whole milliseconds (as seconds where they have a fraction),
    maybe a column for the speaker. Lines without times belong to the row above. */
export function readTsv(fileName: string, decoded: DecodedText): ImportOutcome {
  const [header = '', ...lines] = decoded.text.trimStart().split('\n')
  const columns = header.toLowerCase().trim().split('\t')
  const filled = lines.filter((line) => /\S/.test(line))
  const unit = filled.some((line) => /^\d{1,9}\.\d/.test(line)) ? 1000 : 1
  const strays = filled.filter((line) => !isRow(line))
  const found = {
    layout: 'Whisper transcript (TSV)',
    speeches: wholeRows(filled).map((row) => rowSpeech(row, columns, unit)),
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

function wholeRows(lines: readonly string[]): readonly string[] {
  const rows: string[][] = []
  for (const line of lines) {
    const row = rows.at(-1)
    if (row === undefined || isRow(line)) rows.push([line])
    else row.push(line)
  }
  return rows.map((row) => row.join(' '))
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
