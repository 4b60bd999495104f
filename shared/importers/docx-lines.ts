import { normaliseText } from '../text/normalise-text.ts'
import { cellTime, type TurnColumns, turnColumns } from './docx-tables.ts'
import type { RunningText } from './draft-text.ts'
import { cleanLabel, labelKind } from './label-grammar.ts'
import { type LabelLine, labelLine } from './label-lines.ts'
import type { Origin } from './origin.ts'
import type { Recognised } from './recognise-turns.ts'
import type { DraftTurn } from './source-draft.ts'
import type { DocxItem, DocxParagraph } from './walk-docx.ts'

/** A Word document as lines of running text. */
export interface DocxLines {
  readonly running: RunningText
  /** Paragraphs and table rows with something in them. */
  readonly paragraphs: number
  readonly adverts: readonly string[]
  /** What stands in columns of a transcript table besides time, speaker and text. */
  readonly otherCells: readonly string[]
}

/** Lays a document's paragraphs and tables out as lines: one a paragraph, more where it has line breaks. Rows of a
    transcript table become turns; rows of other tables lines with tabs between the cells. */
export function docxLines(
  items: readonly DocxItem[],
  isHeading: (paragraph: DocxParagraph) => boolean,
  isAdvert: (text: string) => boolean,
): DocxLines {
  const page = newPage()
  for (const item of items) {
    if (item.kind === 'table') addTable(page, item.rows, item.numbers)
    else if (isAdvert(item.paragraph.text)) page.adverts.push(item.paragraph.text)
    else addParagraph(page, item.paragraph, isHeading(item.paragraph))
  }
  const stated = page.turns.length === 0 ? {} : { stated: statedTurns(page) }
  const running = {
    text: page.lines.join('\n'),
    skipped: page.skipped,
    headings: page.headings,
    known: page.known,
    originsOf: () => page.origins,
    ...stated,
  }
  return { running, paragraphs: page.paragraphs, adverts: page.adverts, otherCells: page.otherCells }
}

interface Page {
  readonly lines: string[]
  length: number
  paragraphs: number
  readonly skipped: Set<number>
  readonly headings: Set<number>
  readonly known: Map<number, LabelLine>
  readonly turns: DraftTurn[]
  readonly labels: string[]
  readonly origins: Origin[]
  readonly adverts: string[]
  readonly otherCells: string[]
}

function newPage(): Page {
  return {
    lines: [],
    length: 0,
    paragraphs: 0,
    skipped: new Set(),
    headings: new Set(),
    known: new Map(),
    turns: [],
    labels: [],
    origins: [],
    adverts: [],
    otherCells: [],
  }
}

/** Adds the lines of a text that hold something, from paragraphs with these numbers; the index of the first of them. */
function addLines(page: Page, text: string, numbers: readonly (number | undefined)[] = []): number {
  const first = page.lines.length
  const lines = normaliseText(text).text.split('\n')
  for (const [i, line] of lines.entries()) {
    const bare = line.trimEnd()
    if (bare.trim() === '') continue
    addOrigin(page, page.length, numbers.length === lines.length ? numbers[i] : numbers[0])
    page.lines.push(bare)
    page.length += bare.length + 1
  }
  if (page.lines.length > first) page.paragraphs += 1
  return first
}

function addOrigin(page: Page, start: number, paragraph: number | undefined): void {
  const last = page.origins.at(-1)?.place
  if (paragraph === undefined || (last?.kind === 'paragraph' && last.paragraph === paragraph)) return
  page.origins.push({ start, place: { kind: 'paragraph', paragraph } })
}

function addParagraph(page: Page, paragraph: DocxParagraph, heading: boolean): void {
  const first = addLines(page, paragraph.text, [paragraph.number])
  const line = page.lines[first]
  if (line === undefined) return
  if (heading && labelLine(line)?.time == null) {
    for (let i = first; i < page.lines.length; i += 1) {
      page.headings.add(i)
      page.skipped.add(i)
    }
    return
  }
  const bold = labelLine(line) === null ? boldLabel(paragraph, line) : null
  if (bold !== null) page.known.set(first, bold)
}

/** A label that only bold type sets off from the words behind it, or that stands bold on a line of its own. */
function boldLabel(paragraph: DocxParagraph, line: string): LabelLine | null {
  const leading = paragraph.text.length - paragraph.text.replace(/^\s+/, '').length
  const bold = Math.min(
    line.length,
    paragraph.bold - (paragraph.text.startsWith(line.slice(0, 1)) ? 0 : leading),
  )
  if (bold <= 0 || bold > 60) return null
  const label = cleanLabel(line.slice(0, bold))
  const kind = labelKind(label)
  if (kind === null || kind === 'handle') return null
  const spoken = bold + (/^\s*/.exec(line.slice(bold))?.[0].length ?? 0)
  return { label, spoken, alone: spoken >= line.length, style: 'bare', time: null, endTime: null }
}

/** For each line of each cell of a table the number of its paragraph. */
type TableNumbers = readonly RowNumbers[]
type RowNumbers = readonly (readonly number[])[]

function addTable(page: Page, rows: readonly (readonly string[])[], numbers: TableNumbers = []): void {
  const columns = turnColumns(rows)
  for (const [i, row] of rows.entries()) {
    const own = numbers[i] ?? []
    if (columns === null) addPlainRow(page, row, own, rows.length > 1)
    else if (i >= columns.titles) addTurnRow(page, row, own, columns)
  }
}

/** A row as one line with tabs between the cells. */
function addPlainRow(page: Page, row: readonly string[], numbers: RowNumbers, isSkipped: boolean): void {
  const cells = row.map((cell) => cell.replace(/\s*\n\s*/g, ' '))
  const start = page.length
  const filled = cells.findIndex((cell) => cell !== '')
  const first = addLines(page, cells.join('\t'), [numbers[filled]?.[0]])
  if (isSkipped && row.length > 2) page.skipped.add(first)
  if (page.lines.length !== first + 1) return
  let at = start
  for (const [i, cell] of cells.entries()) {
    if (i > filled && cell !== '') addOrigin(page, at, numbers[i]?.[0])
    at += cell.length + 1
  }
}

function addTurnRow(page: Page, row: readonly string[], numbers: RowNumbers, columns: TurnColumns): void {
  const label = cleanLabel(row[columns.speaker] ?? '')
  const start = page.length
  const first = addLines(page, row[columns.text] ?? '', numbers[columns.text])
  const others = row.filter(
    (cell, i) => cell !== '' && i !== columns.speaker && i !== columns.text && i !== columns.time,
  )
  page.otherCells.push(...others)
  if (first === page.lines.length) return
  const end = page.length - 1
  const last = page.turns.at(-1)
  if (label === '' && last !== undefined) {
    page.turns[page.turns.length - 1] = { ...last, end }
    return
  }
  const time = columns.time === null ? null : cellTime(row[columns.time] ?? '')
  page.turns.push({
    label: start,
    start,
    end,
    speaker: speakerIndex(page.labels, label),
    time,
    endTime: null,
  })
}

function speakerIndex(labels: string[], label: string): number | null {
  if (label === '') return null
  const at = labels.indexOf(label)
  return at === -1 ? labels.push(label) - 1 : at
}

function statedTurns(page: Page): Recognised {
  return {
    verdict: 'stated',
    turns: page.turns,
    labels: page.labels,
    headEnd: page.turns[0]?.start ?? 0,
    weak: [],
  }
}
