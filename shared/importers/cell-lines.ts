/** A paragraph in a cell: its words, and its number in the document (from 1). */
export interface CellParagraph {
  readonly text: string
  readonly number: number
}

/** The text of a cell, a paragraph a line (more where it has line breaks), and for each line its paragraph's number. */
export interface CellLines {
  readonly text: string
  readonly numbers: readonly number[]
}

/** Puts the paragraphs of a cell together; blank lines at both ends go. */
export function cellLines(paragraphs: readonly CellParagraph[]): CellLines {
  const joined = paragraphs.map((paragraph) => paragraph.text).join('\n')
  const text = joined.trim()
  const numbers = paragraphs.flatMap((paragraph) =>
    Array.from({ length: lineCount(paragraph.text) }, () => paragraph.number),
  )
  const above = lineCount(joined.slice(0, joined.length - joined.trimStart().length)) - 1
  return { text, numbers: numbers.slice(above, above + lineCount(text)) }
}

/** A row of a table inside a cell as a line of that cell. */
export function rowAsLine(row: readonly CellLines[]): CellParagraph {
  return { text: row.map((cell) => cell.text).join('\t'), number: row[0]?.numbers[0] ?? 1 }
}

/** Rows as a table of a document: the words of its cells and, beside them, the paragraphs' numbers. */
export function tableItem(rows: readonly (readonly CellLines[])[]): {
  readonly kind: 'table'
  readonly rows: readonly (readonly string[])[]
  readonly numbers: readonly (readonly (readonly number[])[])[]
} {
  return {
    kind: 'table',
    rows: rows.map((row) => row.map((cell) => cell.text)),
    numbers: rows.map((row) => row.map((cell) => cell.numbers)),
  }
}

function lineCount(text: string): number {
  return text.includes('\n') ? text.split('\n').length : 1
}
