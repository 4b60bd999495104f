import { cleanCell } from './survey-cells.ts'

/** Where a survey's headings stand, and how its columns are called. */
export interface SurveyHeadings {
  /** One a column, on one line, no two alike. */
  readonly headings: readonly string[]
  /** Which of the rows holds them, from 0. */
  readonly row: number
  /** Where the answers begin, from 0. */
  readonly body: number
}

/** The headings of a survey from its first rows: programs write one row, two (question and part of it) or three
    (short name, question, a number of their own). */
export function surveyHeadings(rows: readonly (readonly string[])[]): SurveyHeadings {
  const [first = [], second = [], third = []] = rows
  if (isImportIds(third)) return { headings: named(second, first), row: 1, body: 3 }
  if (isImportIds(second)) return { headings: named(first, []), row: 0, body: 2 }
  if (second.some((cell) => /^(?:open-ended response|response)$/i.test(cell.trim())))
    return { headings: named(joined(first, second), []), row: 0, body: 2 }
  return { headings: named(first, []), row: 0, body: 1 }
}

/** Whether a heading is put as a question, or is as long as one. */
export function isQuestion(heading: string): boolean {
  return /[?？؟]/.test(heading) || heading.length > 45
}

function isImportIds(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => /^\{\s*"+ImportId"+\s*:/.test(cell))
}

/** A question over several columns stands above the first of them only; below it, what each column asks of it. */
function joined(above: readonly string[], below: readonly string[]): readonly string[] {
  let last = ''
  return Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
    const own = (above[at] ?? '').trim()
    const part = (below[at] ?? '').trim()
    if (own !== '') last = own
    return /^(?:open-ended response|response|)$/i.test(part) ? own || last : `${last}: ${part}`
  })
}

function named(headings: readonly string[], instead: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return headings.map((cell, at) => {
    const words = cleanCell(cell).replaceAll('\n', ' ') || cleanCell(instead[at] ?? '').replaceAll('\n', ' ')
    const heading = words === '' ? `Column ${at + 1}` : words.slice(0, 2000).toWellFormed()
    const before = seen.get(heading.toLowerCase()) ?? 0
    seen.set(heading.toLowerCase(), before + 1)
    return before === 0 ? heading : `${heading} (${before + 1})`
  })
}
