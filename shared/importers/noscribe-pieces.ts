import type { Numbered } from './cue-place.ts'
import { type HtmlPiece, htmlPieces } from './html-pieces.ts'
import { plainLine } from './json-values.ts'

/** What stands behind one anchor of a noScribe page, up to the next or the end of its paragraph. */
export interface AnchoredText {
  /** Milliseconds as the anchor states them; null for text without an anchor of its own. */
  readonly time: number | null
  readonly endTime: number | null
  /** The speaker's code (`S01`, `//S02` where two speak at once); empty where speakers were not told apart. */
  readonly code: string
  /** Plain text on one line, time marks left out. */
  readonly text: string
  /** Nothing stands before it in its paragraph. */
  readonly opens: boolean
  readonly element: Numbered
}

/** A noScribe page in pieces: lines of its head, then the anchored texts. */
export interface NoScribePage {
  readonly head: readonly string[]
  readonly texts: readonly AnchoredText[]
  /** The recording's file name without its folders; empty where the page does not say. */
  readonly recording: string
}

/** Reads a noScribe page; anchors may enclose their text or stand empty before it. */
export function noScribePage(html: string): NoScribePage {
  const head: string[] = []
  const texts: AnchoredText[] = []
  let anchor = NO_ANCHOR
  let opens = true
  let buffer = ''
  let from: number | null = null
  let to = 0
  let recording = ''
  let inBody = !/<body\b/i.test(html)
  const flush = (): void => {
    const text = plainLine(buffer.replace(/\[\d{1,2}:\d{2}:\d{2}\]/g, ' '))
    buffer = ''
    const element = { number: texts.length + 1, from: from ?? to, to }
    if (text === '') return
    from = null
    if (texts.length === 0 && anchor === NO_ANCHOR) head.push(text)
    else texts.push({ ...anchor, text, opens, element })
    opens = false
  }
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') {
      buffer += inBody ? piece.text : ''
      if (/\S/.test(piece.text)) {
        from ??= piece.from
        to = piece.to
      }
    } else if (piece.name === 'body') inBody = piece.kind === 'open'
    else if (/^(?:p|div|br|li|h[1-6])$/.test(piece.name)) {
      flush()
      if (piece.name !== 'br' || texts.length === 0) anchor = NO_ANCHOR
      opens ||= piece.name !== 'br'
    } else if (piece.kind === 'open') {
      const found = piece.name === 'a' ? readAnchor(piece) : null
      if (found !== null) {
        flush()
        from = piece.from
      }
      anchor = found ?? anchor
      if (piece.name === 'meta') recording = audioSource(piece) ?? recording
    }
  }
  flush()
  return { head, texts, recording }
}

type Anchor = Pick<AnchoredText, 'time' | 'endTime' | 'code'>

const NO_ANCHOR: Anchor = { time: null, endTime: null, code: '' }

function readAnchor(tag: HtmlPiece): Anchor | null {
  const name = tag.kind === 'open' ? (tag.attributes.get('name') ?? '') : ''
  const match = /^ts_(\d{1,10})_(\d{1,10})_(.{0,80})$/s.exec(name)
  if (match === null) return null
  return { time: Number(match[1]), endTime: Number(match[2]), code: plainLine(match[3]) }
}

function audioSource(tag: HtmlPiece): string | null {
  if (tag.kind !== 'open' || tag.attributes.get('name') !== 'audio_source') return null
  return tag.attributes.get('content')?.split(/[\\/]/).at(-1) ?? null
}
