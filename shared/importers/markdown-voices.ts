import { type TurnColumns, turnColumns } from './docx-tables.ts'
import { labelKind } from './label-grammar.ts'
import { bareLabel, type LabelLine, labelLine } from './label-lines.ts'
import type { PlainMarkdown } from './markdown-text.ts'

/** Markdown whose voices stand in headings or in a table, so that they can be recognised. */
export interface VoicedMarkdown extends Pick<PlainMarkdown, 'text' | 'skipped' | 'headings'> {
  /** Labels that headings are, by line. */
  readonly known: ReadonlyMap<number, LabelLine>
}

/** Headings that are a name with a time, or a role or code, become labels; rows of a table that are turns become lines
    with tabs between their cells. Every line stays on its line. */
export function markdownVoices({ text, skipped, headings }: PlainMarkdown): VoicedMarkdown {
  const lines = text.split('\n')
  const known = headingLabels(lines, headings)
  const rows = turnRows(lines, skipped)
  if (known.size === 0 && rows.size === 0) return { text, skipped, headings, known }
  const isFreed = (i: number): boolean => known.has(i) || rows.has(i)
  return {
    text: lines.map((line, i) => rows.get(i) ?? line).join('\n'),
    skipped: new Set([...skipped].filter((i) => !isFreed(i))),
    headings: new Set([...headings].filter((i) => !known.has(i))),
    known,
  }
}

function headingLabels(
  lines: readonly string[],
  headings: ReadonlySet<number>,
): ReadonlyMap<number, LabelLine> {
  const labels = [...headings].flatMap((i): readonly (readonly [number, LabelLine])[] => {
    const line = lines[i] ?? ''
    const timed = labelLine(line)
    if (timed?.alone === true && timed.time !== null) return [[i, timed]]
    const bare = bareLabel(line)
    const kind = bare === null ? null : labelKind(bare.label)
    return bare !== null && (kind === 'role' || kind === 'code') ? [[i, bare]] : []
  })
  const voices = new Set(labels.map(([, { label }]) => label))
  const isTalk = voices.size >= 2 && labels.length >= 4 && voices.size * 2 <= labels.length
  const toldApart = labels.some(([, { label, time }]) => time !== null || labelKind(label) === 'role')
  return new Map(isTalk && toldApart && labels.length >= headings.size * 0.5 ? labels : [])
}

/** Tables whose first columns are who speaks, maybe when, and the words. */
function turnRows(lines: readonly string[], skipped: ReadonlySet<number>): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (let at = 0; at < lines.length; at += 1) {
    if (!isRow(lines, skipped, at)) continue
    let end = at
    while (isRow(lines, skipped, end)) end += 1
    const cells = lines.slice(at, end).map(cellsOf)
    const isRule = (row: readonly string[]): boolean => row.every((cell) => /^:?-{1,}:?$/.test(cell))
    const rows = cells.filter((row) => !isRule(row))
    const columns = turnColumns(rows)
    if (columns !== null && isTalk(rows.slice(columns.titles), columns))
      cells.forEach((row, i) => {
        found.set(at + i, isRule(row) ? '' : row.join('\t'))
      })
    at = end
  }
  return found
}

/** Who speaks and maybe when stand first, the words behind them; two voices and more speak, each of them again. */
function isTalk(rows: readonly (readonly string[])[], { speaker, text, time }: TurnColumns): boolean {
  const names = rows.map((row) => row[speaker] ?? '').filter((name) => name !== '')
  const voices = new Set(names)
  const words = rows.reduce((sum, row) => sum + (row[text] ?? '').split(' ').length, 0)
  return (
    text === (time === null ? 1 : 2) &&
    speaker < text &&
    voices.size >= 2 &&
    voices.size * 2 <= names.length + 1 &&
    words >= rows.length * 3
  )
}

function isRow(lines: readonly string[], skipped: ReadonlySet<number>, at: number): boolean {
  return skipped.has(at) && /^\s{0,3}\|.*\|\s*$/.test(lines[at] ?? '')
}

function cellsOf(line: string): readonly string[] {
  const cells = line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
  return cells.map((cell) => cell.replaceAll('\\|', '|').replaceAll('**', '').replace(/\s+/g, ' ').trim())
}
