import { type DocFile, tablePart } from './doc-file.ts'

/** A stretch of a document's characters as it lies in the file: from `at` (bytes of the main stream) on, one or two
    bytes a character. Characters are counted over the whole document. */
export interface DocPiece {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly width: 1 | 2
}

/** The stretches that make up an old Word document, in reading order: fast saving scatters them over the file. Null
    where their table is missing or damaged. */
export function docPieces(doc: DocFile): readonly DocPiece[] | null {
  const clx = tablePart(doc, PIECE_TABLE)
  let at = 0
  while (at + 3 <= clx.byteLength && clx.getUint8(at) === 1) at += 3 + clx.getUint16(at + 1, true)
  if (at + 5 > clx.byteLength || clx.getUint8(at) !== 2) return null
  const length = clx.getUint32(at + 1, true)
  const table = at + 5
  const count = Math.floor((length - 4) / 12)
  if (count < 1 || table + length > clx.byteLength) return null
  const pieces: DocPiece[] = []
  let sum = 0
  for (let i = 0; i < count; i += 1) {
    const from = clx.getUint32(table + i * 4, true)
    const to = clx.getUint32(table + i * 4 + 4, true)
    const place = clx.getUint32(table + (count + 1) * 4 + i * 8 + 2, true)
    const isNarrow = (place & 0x40000000) !== 0
    const start = isNarrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff
    const width = isNarrow ? 1 : 2
    const room = Math.floor(Math.max(0, doc.main.byteLength - start) / width)
    if (to <= from) continue
    pieces.push({ from, to: Math.min(to, from + room), at: start, width })
    sum += Math.min(to - from, room)
  }
  // No stretch of the file is read twice, so a table that asks for more than there is lies.
  return sum > doc.main.byteLength ? null : pieces
}

const PIECE_TABLE = 33

/** The characters of one piece. */
export function pieceText({ main }: DocFile, piece: DocPiece): string {
  const length = Math.max(0, piece.to - piece.from) * piece.width
  const bytes = new Uint8Array(main.buffer, main.byteOffset + piece.at, length)
  return new TextDecoder(piece.width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes)
}
