import type { PdfItem, PdfPage } from './pdf-port.ts'
import { isEastAsianSign } from './pdf-signs.ts'

/** What stands at one height of a page, from left to right. */
export interface PdfRow {
  readonly page: number
  readonly items: readonly PdfItem[]
  readonly base: number
}

/** A stretch of a row without a wide gap in it. Lengths in points from the page's upper left. */
export interface PdfChunk {
  readonly text: string
  /** How many units at its start are bold. */
  readonly bold: number
  readonly endsBold: boolean
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly base: number
  readonly size: number
  readonly rtl: boolean
}

/** A page's upright text as rows from top to bottom. Blank stretches stay, since they part words. */
export function pageRows(page: PdfPage): readonly PdfRow[] {
  const upright = page.items.filter((item) => !item.turned).toSorted((a, b) => a.base - b.base)
  const rows: { page: number; items: PdfItem[]; base: number }[] = []
  for (const item of upright) {
    const row = rows.at(-1)
    const size = Math.max(item.size, row?.items[0]?.size ?? 0)
    if (row !== undefined && item.base - row.base <= 0.35 * size) row.items.push(item)
    else rows.push({ page: page.number, items: [item], base: item.base })
  }
  return rows
    .filter((row) => row.items.some(isInk))
    .map((row) => ({ ...row, items: row.items.toSorted((a, b) => a.left - b.left) }))
}

/** Whether something can be seen. */
export function isInk(item: PdfItem): boolean {
  return /\S/.test(item.text)
}

/** A row parted where a gap of two letters' width and more stands in it. */
export function rowChunks(row: PdfRow): readonly PdfChunk[] {
  const chunks: PdfItem[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const item of row.items) {
    const last = chunks.at(-1)
    if (last === undefined) chunks.push([item])
    else if (isInk(item) && item.left - right > GAP * item.size && last.some(isInk)) chunks.push([item])
    else last.push(item)
    if (isInk(item)) right = Math.max(right, item.left + item.width)
  }
  return chunks.filter((items) => items.some(isInk)).map((items) => chunkOf(items, row.base))
}

/** In sizes of the letters. */
const GAP = 2

function chunkOf(items: readonly PdfItem[], base: number): PdfChunk {
  const ink = items.filter(isInk)
  const rtl = isRightToLeft(ink)
  const pieces = wordedPieces(rtl ? rightToLeft(items) : items, rtl)
  const raw = pieces.map((piece) => piece.text).join('')
  const text = (ODD_SIGN.test(raw) ? raw.replace(ODD_SIGNS, ' ') : raw).toWellFormed().trim()
  const lead = raw.length - raw.trimStart().length
  let bold = 0
  let plain = false
  for (const piece of pieces) {
    if (/\S/.test(piece.text)) plain ||= !piece.bold
    if (!plain) bold += piece.text.length
  }
  return {
    text,
    bold: Math.max(0, Math.min(text.length, bold - lead)),
    endsBold: ink.at(rtl ? 0 : -1)?.bold ?? false,
    left: ink.reduce((least, item) => Math.min(least, item.left), Number.POSITIVE_INFINITY),
    right: ink.reduce((most, item) => Math.max(most, item.left + item.width), Number.NEGATIVE_INFINITY),
    top: ink.reduce((least, item) => Math.min(least, item.top), Number.POSITIVE_INFINITY),
    bottom: ink.reduce((most, item) => Math.max(most, item.top + item.height), Number.NEGATIVE_INFINITY),
    base,
    size: ink.reduce((most, item) => Math.max(most, item.size), 0),
    rtl,
  }
}

/** Control signs and line ends have no place inside a line. */
const ODD_SIGN = /[\p{Cc}\u2028\u2029\ufeff]/u
const ODD_SIGNS = /[\p{Cc}\u2028\u2029\ufeff]/gu

interface Piece {
  readonly text: string
  readonly bold: boolean
}

/** The stretches in reading order with a space where a gap or a blank parts them. */
function wordedPieces(items: readonly PdfItem[], rtl: boolean): readonly Piece[] {
  const pieces: Piece[] = []
  let before: PdfItem | undefined
  let blank = false
  for (const item of items) {
    if (!isInk(item)) {
      blank = true
      continue
    }
    const gap = before === undefined ? 0 : gapBetween(before, item, rtl)
    if (before !== undefined && needsSpace(before, item, gap, blank))
      pieces.push({ text: ' ', bold: item.bold })
    pieces.push({ text: item.text, bold: item.bold })
    before = item
    blank = false
  }
  return pieces
}

function gapBetween(before: PdfItem, item: PdfItem, rtl: boolean): number {
  return rtl && item.left < before.left
    ? before.left - item.left - item.width
    : item.left - before.left - before.width
}

function needsSpace(before: PdfItem, item: PdfItem, gap: number, blank: boolean): boolean {
  if (/\s$/.test(before.text) || /^\s/.test(item.text)) return false
  const east = isEastAsianSign(before.text.at(-1) ?? '') && isEastAsianSign(item.text.charAt(0))
  return east ? gap > 0.8 * item.size : (blank && gap > 0.05 * item.size) || gap > 0.15 * item.size
}

function isRightToLeft(items: readonly PdfItem[]): boolean {
  if (!items.some((item) => SOME_RTL.test(item.text))) return false
  let right = 0
  let left = 0
  for (const { text } of items) {
    right += text.match(RTL_LETTERS)?.length ?? 0
    left += text.match(LTR_LETTERS)?.length ?? 0
  }
  return right > 0 && right >= left
}

const SOME_RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const RTL_LETTERS = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu
const LTR_LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu

/** From the right; neighbours that run left to right, such as two English words, keep their own order. */
function rightToLeft(items: readonly PdfItem[]): readonly PdfItem[] {
  const runs: PdfItem[][] = []
  for (const item of items.toReversed()) {
    const run = runs.at(-1)
    const first = run?.[0]
    const goesOn = first !== undefined && isLatin(first) && (isLatin(item) || !isInk(item))
    if (goesOn) run?.unshift(item)
    else runs.push([item])
  }
  return runs.flat().map((item) => (NEUTRAL.test(item.text) ? { ...item, text: backwards(item.text) } : item))
}

/** Signs without a direction of their own come as they are seen, from the left. */
const NEUTRAL = /^[^\p{L}\p{N}]+$/u

function backwards(text: string): string {
  return Array.from(text).toReversed().join('')
}

function isLatin(item: PdfItem): boolean {
  return LATIN.test(item.text)
}

const LATIN =
  /^[^\p{Script=Hebrew}\p{Script=Arabic}]*[\p{Script=Latin}\p{N}][^\p{Script=Hebrew}\p{Script=Arabic}]*$/u
