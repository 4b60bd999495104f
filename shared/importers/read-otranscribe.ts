import type { DecodedText } from './decode-text.ts'
import { sourceNameOf } from './file-name.ts'
import { htmlPieces } from './html-pieces.ts'
import { facts, member, milliseconds } from './json-values.ts'
import type { ImportOutcome } from './source-draft.ts'
import { draftTimedText, holdsWords, type TimedPieces } from './timed-text.ts'

/** oTranscribe's file (.otr): JSON whose `text` is HTML with time marks in it; only its text is read. Null for other
    JSON. */
export function fromOtranscribe(json: unknown, fileName: string, decoded: DecodedText): ImportOutcome | null {
  const html = member(json, 'text')
  const isItsOwn = ['media', 'media-source', 'media-time'].some((key) => member(json, key) !== undefined)
  if (typeof html !== 'string' || !(isItsOwn || /<span[^<>]{0,200}\bdata-timestamp=/i.test(html))) return null
  const pieces = otranscribePieces(html)
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
function otranscribePieces(html: string): TimedPieces {
  const pieces: (string | number)[] = []
  let inMark = 0
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') {
      if (inMark === 0) pieces.push(piece.text.replace(/\s+/g, ' '))
    } else if (piece.kind === 'open' && piece.attributes.has('data-timestamp')) {
      const time = milliseconds(piece.attributes.get('data-timestamp') ?? '', 1000)
      if (time !== null) pieces.push(time)
      inMark = time === null ? inMark : 1
    } else if (BLOCK.test(piece.name)) {
      pieces.push('\n')
      inMark = 0
    } else if (inMark > 0 && piece.name === 'span') inMark += piece.kind === 'open' ? 1 : -1
  }
  return pieces
}
