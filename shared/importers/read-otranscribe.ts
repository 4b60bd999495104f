import type { DecodedText } from './decode-text.ts'
import { escapedPositions } from './escaped-positions.ts'
import { sourceNameOf } from './file-name.ts'
import { type HtmlPiece, htmlPieces } from './html-pieces.ts'
import { jsonTextSpan } from './json-places.ts'
import { facts, member, milliseconds } from './json-values.ts'
import type { ImportOutcome } from './source-draft.ts'
import { draftTimedText, holdsWords, type TimedPieces, type TypedWords } from './timed-text.ts'

/** oTranscribe's file (.otr): JSON whose `text` is HTML with time marks in it; only its text is read. Null for other
    JSON. */
export function fromOtranscribe(json: unknown, fileName: string, decoded: DecodedText): ImportOutcome | null {
  const html = member(json, 'text')
  const isItsOwn = ['media', 'media-source', 'media-time'].some((key) => member(json, key) !== undefined)
  if (typeof html !== 'string' || !(isItsOwn || /<span[^<>]{0,200}\bdata-timestamp=/i.test(html))) return null
  const pieces = otranscribePieces(html, positionsIn(decoded.text))
  if (!holdsWords(pieces)) {
    const problem = 'This oTranscribe file holds no words: export the transcript from oTranscribe once more.'
    return { ok: false, problem }
  }
  const draft = draftTimedText(pieces, decoded, {
    name: sourceNameOf(fileName),
    format: 'otr',
    layout: 'oTranscribe transcript (OTR)',
    attributes: facts({ Recording: member(json, 'media') }),
    notices: [],
  })
  return { ok: true, draft }
}

const BLOCK = /^(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr)$/

/** A time mark's own text (`0:12`) is left out: its exact time stands beside the text. */
function otranscribePieces(html: string, placeOf: (position: number) => number): TimedPieces {
  const pieces: (TypedWords | number)[] = []
  let inMark = 0
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') {
      if (inMark === 0) pieces.push(placed(piece.text.replace(/\s+/g, ' '), piece, placeOf))
    } else if (piece.kind === 'open' && piece.attributes.has('data-timestamp')) {
      const time = milliseconds(piece.attributes.get('data-timestamp') ?? '', 1000)
      if (time !== null) pieces.push(time)
      inMark = time === null ? inMark : 1
    } else if (BLOCK.test(piece.name)) {
      pieces.push(placed('\n', piece, placeOf))
      inMark = 0
    } else if (inMark > 0 && piece.name === 'span') inMark += piece.kind === 'open' ? 1 : -1
  }
  return pieces
}

/** Where positions of the HTML stand in the JSON, which writes some signs with two or six. */
function positionsIn(json: string): (position: number) => number {
  const { from = 0 } = jsonTextSpan(json, 'text') ?? {}
  return escapedPositions(from, (at) => (json.charAt(at) !== '\\' ? 1 : json.charAt(at + 1) === 'u' ? 6 : 2))
}

function placed(
  text: string,
  piece: Pick<HtmlPiece, 'from' | 'to'>,
  placeOf: (position: number) => number,
): TypedWords {
  return { text, from: placeOf(piece.from), to: placeOf(piece.to) }
}
