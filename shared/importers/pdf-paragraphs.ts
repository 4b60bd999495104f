import { type Joint, jointOf, type SeenWords, seenWords } from './pdf-hyphens.ts'
import type { PdfLine } from './pdf-lines.ts'
import { startsParagraph } from './pdf-paragraph-starts.ts'

/** A paragraph put together from its lines. */
export interface PdfParagraph {
  readonly text: string
  /** How many units at its start are bold. */
  readonly bold: number
  /** Size of its first letters, in points. */
  readonly size: number
  /** Where it stands: one part for each page or column it runs over, each from this unit of the text on. */
  readonly parts: readonly PdfPart[]
  /** Page, column and height of its first line. */
  readonly begins: string
}

export interface PdfPart {
  readonly at: number
  readonly page: number
  /** Left, top, right, bottom. */
  readonly box: readonly [number, number, number, number]
}

/** Paragraphs in reading order, and how many words that were parted at line ends were put together. */
export interface PdfParagraphs {
  readonly paragraphs: readonly PdfParagraph[]
  readonly rejoined: readonly string[]
}

/** Puts lines together to paragraphs. `parted` are lines that begin one for other reasons, such as a cell of a table. */
export function pdfParagraphs(lines: readonly PdfLine[], parted: ReadonlySet<PdfLine>): PdfParagraphs {
  const seen = seenWords(lines.map((line) => line.text))
  const begins = startsParagraph(lines)
  const groups: PdfLine[][] = []
  for (const [i, line] of lines.entries()) {
    if (i === 0 || parted.has(line) || begins(i)) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  const rejoined: string[] = []
  return { paragraphs: groups.map((group) => paragraphOf(group, seen, rejoined)), rejoined }
}

/** Tells lines apart. */
export function lineKey(line: PdfLine | undefined): string {
  return line === undefined ? '' : `${line.page} ${line.column} ${line.top}`
}

function paragraphOf(lines: readonly PdfLine[], seen: SeenWords, rejoined: string[]): PdfParagraph {
  const pieces: string[] = []
  const parts: (PdfPart & { readonly column: string })[] = []
  let length = 0
  let bold = 0
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    const joint = next === undefined ? LAST : jointOf(line.text, next.text, seen)
    if (joint.word !== null) rejoined.push(joint.word)
    const text = line.text.slice(0, line.text.length - joint.cut) + joint.space
    if (bold === length) bold += line.bold < line.text.length ? line.bold : text.length
    addPart(parts, line, length)
    pieces.push(text)
    length += text.length
  }
  return {
    text: pieces.join(''),
    bold: Math.min(bold, length),
    size: lines[0]?.size ?? 0,
    begins: lineKey(lines[0]),
    parts: parts.map(({ at, page, box }) => ({ at, page, box })),
  }
}

const LAST: Joint = { cut: 0, space: '', word: null }

function addPart(parts: (PdfPart & { readonly column: string })[], line: PdfLine, at: number): void {
  const { page, column } = line
  const last = parts.at(-1)
  if (last?.page === page && last.column === column)
    parts[parts.length - 1] = { ...last, box: around(last.box, line) }
  else parts.push({ at, page, column, box: [line.left, line.top, line.right, line.bottom] })
}

function around(box: PdfPart['box'], line: PdfLine): PdfPart['box'] {
  const [left, top, right, bottom] = box
  return [
    Math.min(left, line.left),
    Math.min(top, line.top),
    Math.max(right, line.right),
    Math.max(bottom, line.bottom),
  ]
}
