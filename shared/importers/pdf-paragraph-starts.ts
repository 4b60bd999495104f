import { labelKind } from './label-grammar.ts'
import { labelLine } from './label-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import { commonest, quantile } from './pdf-signs.ts'

/** Says for each line, by its number, whether it begins a paragraph: by a gap above it, an indent, a label, a change of
    size or of bold and regular type, or because the line above ended before it had to. */
export function startsParagraph(lines: readonly PdfLine[]): (at: number) => boolean {
  const measure = measured(lines)
  const labelled = labelsOf(lines)
  return (at) => {
    const line = lines[at]
    const above = lines[at - 1]
    if (line === undefined || above === undefined) return true
    if (line.labelled || labelled.has(at)) return true
    if (labelled.get(at - 1) === 'alone') return true
    if (Math.abs(line.size - above.size) > 0.15 * Math.max(line.size, above.size)) return true
    if (typeChanges(above, line)) return true
    // Where lines begin and end cannot be compared between directions.
    if (above.rtl !== line.rtl) return !line.follows || isGap(above, line, measure)
    if (!line.follows) return !runsOn(above, line, measure)
    if (isGap(above, line, measure)) return true
    if (measure.hanging && isIndented(line, measure)) return false
    return isIndent(above, line, measure) || !isFull(above, line, measure)
  }
}

interface Measure {
  readonly pitch: number
  /** By column: where lines begin mostly, and how far they reach. */
  readonly edges: ReadonlyMap<string, { readonly left: number; readonly right: number }>
  /** Paragraphs begin with an indent. */
  readonly indents: boolean
  /** All but the first line of a paragraph are indented. */
  readonly hanging: boolean
}

function measured(lines: readonly PdfLine[]): Measure {
  const pitches = lines.flatMap((line, i) => {
    const above = lines[i - 1]
    const pitch = above !== undefined && line.follows ? line.base - above.base : 0
    return pitch > 0 && pitch < 4 * line.size ? [pitch] : []
  })
  const edges = new Map<string, { left: number; right: number }>()
  for (const column of new Set(lines.map((line) => line.column))) {
    const own = lines.filter((line) => line.column === column)
    const left = commonest(own.map(leading), 3)
    edges.set(column, { left, right: quantile(own.map(reach), 0.98) })
  }
  const partly: Measure = { pitch: quantile(pitches, 0.2), edges, indents: false, hanging: false }
  const indented = lines.flatMap((line, i) => {
    const above = lines[i - 1]
    return above !== undefined && line.follows && isIndented(line, partly) && !isIndented(above, partly)
      ? [{ line, above }]
      : []
  })
  const hanging = indented.filter(
    ({ line, above }) => labelLine(above.text) !== null && labelLine(line.text) === null,
  )
  const isHanging = indented.length >= 3 && hanging.length >= indented.length * 0.6
  return { ...partly, hanging: isHanging, indents: !isHanging && indented.length >= lines.length * 0.05 }
}

/** Distance of a line's beginning from the side it is read from. */
function leading(line: PdfLine): number {
  return line.rtl ? -line.right : line.left
}

function reach(line: PdfLine): number {
  return line.rtl ? -line.left : line.right
}

function isGap(above: PdfLine, line: PdfLine, { pitch }: Measure): boolean {
  return line.base - above.base > Math.max(1.4 * pitch, 1.05 * line.size)
}

function isIndented(line: PdfLine, { edges }: Measure): boolean {
  return leading(line) > (edges.get(line.column)?.left ?? 0) + step(line)
}

/** In from the line above, or out again. */
function isIndent(above: PdfLine, line: PdfLine, measure: Measure): boolean {
  const by = leading(line) - leading(above)
  if (by > step(line)) return isIndented(line, measure)
  return by < -step(line) && leading(line) < (measure.edges.get(line.column)?.left ?? 0) - step(line)
}

/** How far in counts as in. Engines are not sure of the widths of words that run from the right. */
function step({ rtl, size }: PdfLine): number {
  return (rtl ? 2.2 : 0.8) * size
}

/** Whether the line above ended because it had to: its last word goes on below, or the first word below would not
    have fitted on it. */
function isFull(above: PdfLine, line: PdfLine, { edges }: Measure): boolean {
  if (/\p{L}[-\u2010\u00ad]$/u.test(above.text) && /^\p{Ll}/u.test(line.text)) return true
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0
  const sign = (line.right - line.left) / Math.max(1, line.text.length)
  const right = edges.get(above.column)?.right ?? 0
  return reach(above) + (word + 1) * sign > right - 1.5 * above.size
}

/** Whether a paragraph goes on over the end of a page or column. */
function runsOn(above: PdfLine, line: PdfLine, measure: Measure): boolean {
  const isNext = line.page !== above.page || line.column !== above.column
  if (!isNext || !isFull(above, line, measure)) return false
  if (/^\p{Ll}/u.test(line.text) || !SENTENCE_END.test(above.text)) return true
  return measure.indents && !isIndented(line, measure)
}

function typeChanges(above: PdfLine, line: PdfLine): boolean {
  const wasBold = above.bold >= above.text.length
  const isBold = line.bold >= line.text.length
  return wasBold ? line.bold === 0 : isBold && !above.endsBold
}

const SENTENCE_END = /[.?!:…。？！]["”’»)\]]*$/u

/** Lines that begin with a label met twice or more, or with a role or code. */
function labelsOf(lines: readonly PdfLine[]): ReadonlyMap<number, 'alone' | 'before'> {
  const found = lines.map((line) => labelLine(line.text))
  const counts = new Map<string, number>()
  for (const each of found) if (each !== null) counts.set(each.label, (counts.get(each.label) ?? 0) + 1)
  const labels = new Map<number, 'alone' | 'before'>()
  for (const [i, each] of found.entries()) {
    if (each === null) continue
    const kind = labelKind(each.label)
    const wanted = kind === 'handle' ? 4 : kind === 'role' || kind === 'code' ? 1 : 2
    const isAfterEnd = kind !== 'handle' && SENTENCE_END.test(lines[i - 1]?.text ?? '')
    const sure = each.style === 'time' || each.style === 'bracket' || isAfterEnd
    if (sure || (counts.get(each.label) ?? 0) >= wanted) labels.set(i, each.alone ? 'alone' : 'before')
  }
  return labels
}
