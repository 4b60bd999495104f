import { type DocFile, tablePart } from './doc-file.ts'

/** From one byte of the main stream up to another, one formatting holds. */
export interface DocRun<Format> {
  readonly from: number
  readonly to: number
  readonly format: Format
}

export interface DocParagraphFormat {
  /** Heading level, 0 for the highest; null for other paragraphs. */
  readonly outline: number | null
  readonly inTable: boolean
  readonly endsRow: boolean
}

export interface DocCharacterFormat {
  readonly bold: boolean
  /** Struck out with changes tracked. */
  readonly deleted: boolean
}

/** Formatting of paragraphs, in order of the bytes it holds for. */
export function paragraphFormats(doc: DocFile): readonly DocRun<DocParagraphFormat>[] {
  return runs(doc, PARAGRAPHS, 13, (page, at) => {
    const short = byteAt(page, at)
    const from = short === 0 ? at + 2 : at + 1
    const length = short === 0 ? byteAt(page, at + 1) * 2 : short * 2 - 1
    return paragraphFormat(stretch(page, from, length))
  })
}

/** Formatting of characters, in order of the bytes it holds for. */
export function characterFormats(doc: DocFile): readonly DocRun<DocCharacterFormat>[] {
  return runs(doc, CHARACTERS, 1, (page, at) => {
    const set = properties(stretch(page, at + 1, byteAt(page, at)))
    return { bold: isOn(set.get(0x0835)), deleted: isOn(set.get(0x0800)) }
  })
}

/** The formatting that holds at a byte; null where none is stated. */
export function formatAt<Format>(sorted: readonly DocRun<Format>[], at: number): Format | null {
  const run = sorted[runAt(sorted, at)]
  return run !== undefined && run.from <= at ? run.format : null
}

/** Index of the first formatting that reaches beyond a byte. */
export function runAt(sorted: readonly DocRun<unknown>[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const CHARACTERS = 12
const PARAGRAPHS = 13
const PAGE = 512
const NOTHING_SET = new DataView(new ArrayBuffer(0))

/** Both kinds stand in pages of 512 bytes: places, then for each run where on the page its properties are. */
function runs<Format>(
  doc: DocFile,
  part: number,
  width: number,
  read: (page: DataView, at: number) => Format,
): readonly DocRun<Format>[] {
  const list = tablePart(doc, part)
  const count = Math.floor((list.byteLength - 4) / 8)
  const found: DocRun<Format>[] = []
  const known = new Set<number>()
  for (let i = 0; i < count; i += 1) {
    const number = list.getUint32((count + 1) * 4 + i * 4, true) & 0x3fffff
    // A page named again and again would make a list far larger than the file.
    if ((number + 1) * PAGE > doc.main.byteLength || known.has(number)) continue
    known.add(number)
    const page = new DataView(doc.main.buffer, doc.main.byteOffset + number * PAGE, PAGE)
    const inPage = Math.min(page.getUint8(PAGE - 1), Math.floor((PAGE - 5) / (4 + width)))
    for (let run = 0; run < inPage; run += 1) {
      const at = page.getUint8((inPage + 1) * 4 + run * width) * 2
      const from = page.getUint32(run * 4, true)
      const to = page.getUint32(run * 4 + 4, true)
      if (to > from) found.push({ from, to, format: read(at > 0 ? page : NOTHING_SET, at) })
    }
  }
  return found.sort((a, b) => a.to - b.to)
}

function paragraphFormat(bytes: DataView): DocParagraphFormat {
  const style = bytes.byteLength >= 2 ? bytes.getUint16(0, true) : 0
  const set = properties(stretch(bytes, 2, bytes.byteLength - 2))
  const level = set.get(0x2640) ?? (style >= 1 && style <= 9 ? style - 1 : 9)
  return {
    outline: level < 9 ? level : null,
    inTable: isOn(set.get(0x2416)),
    endsRow: isOn(set.get(0x2417)),
  }
}

/** Properties that are set, by their number, with their first byte. */
function properties(bytes: DataView): ReadonlyMap<number, number> {
  const set = new Map<number, number>()
  let at = 0
  while (at + 3 <= bytes.byteLength) {
    const number = bytes.getUint16(at, true)
    set.set(number, bytes.getUint8(at + 2))
    at += 2 + operandLength(number, bytes, at + 2)
  }
  return set
}

/** How many bytes belong to a property: told by the highest bits of its number, or by the first byte or two. */
function operandLength(number: number, bytes: DataView, at: number): number {
  const length = [1, 1, 2, 4, 2, 2, 0, 3][number >> 13] ?? 1
  if (length > 0) return length
  return number === 0xd608 && at + 2 <= bytes.byteLength
    ? bytes.getUint16(at, true) + 1
    : bytes.getUint8(at) + 1
}

/** 0x81 turns round what the style says, which is hardly ever bold. */
function isOn(value: number | undefined): boolean {
  return value === 1 || value === 0x81
}

function byteAt(page: DataView, at: number): number {
  return at < page.byteLength ? page.getUint8(at) : 0
}

function stretch(page: DataView, from: number, length: number): DataView {
  const start = Math.min(from, page.byteLength)
  return new DataView(
    page.buffer,
    page.byteOffset + start,
    Math.max(0, Math.min(length, page.byteLength - start)),
  )
}
