import { namedEntity } from './html-entities.ts'

/** A tag or a run of text of an HTML text; nothing of it ever runs, and what scripts and styles hold is left out. */
export type HtmlPiece = (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
) & {
  /** From where to where it stands in the HTML. */
  readonly from: number
  readonly to: number
}

/** HTML as tags and texts in order, however ill-formed it is. Entities are read; nesting is not looked at. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = []
  let at = 0
  let quotesHold = true
  while (at < html.length) {
    const open = nextTag(html, at)
    if (open > at)
      pieces.push({ kind: 'text', text: withoutEntities(html.slice(at, open)), from: at, to: open })
    if (open === html.length) break
    let end = html.startsWith('<!--', open)
      ? ending(html, '-->', open + 4)
      : quotesHold
        ? tagEnd(html, open)
        : null
    if (end === null) {
      // One unclosed quote would swallow the rest: from here on tags end at the next sign.
      quotesHold = false
      end = ending(html, '>', open)
    }
    const tag = readTag(html, open, end)
    if (tag !== null) pieces.push(tag)
    at = tag?.kind === 'open' && /^(?:script|style)$/.test(tag.name) ? closeOf(html, tag.name, end) : end
  }
  return pieces
}

/** Text with HTML's entities read; unknown ones stay as they stand. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, entityText) : text
}

const TAG_START = /<(?=[a-z/!?])/gi

function nextTag(html: string, from: number): number {
  TAG_START.lastIndex = from
  return TAG_START.exec(html)?.index ?? html.length
}

function ending(html: string, sign: string, from: number): number {
  const found = html.indexOf(sign, from)
  return found === -1 ? html.length : found + sign.length
}

/** The position behind a tag whose attribute values may hold `>`; null where a quote is never closed. */
function tagEnd(html: string, open: number): number | null {
  let quote = ''
  for (let at = open + 1; at < html.length; at += 1) {
    const sign = html.charAt(at)
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return at + 1
    else if ((sign === '"' || sign === "'") && html.charAt(at - 1) === '=') quote = sign
  }
  return null
}

function readTag(html: string, from: number, to: number): HtmlPiece | null {
  const tag = html.slice(from, to)
  const match = /^<(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(tag)
  if (match === null) return null
  const name = (match[2] ?? '').toLowerCase()
  if (match[1] === '/') return { kind: 'close', name, from, to }
  return { kind: 'open', name, attributes: attributesOf(tag.slice(match[0].length, 20_000)), from, to }
}

const ATTRIBUTE = /([a-z][\w:-]{0,60})\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi

function attributesOf(written: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(written.matchAll(ATTRIBUTE), (match) => [
      (match[1] ?? '').toLowerCase(),
      withoutEntities(match[2] ?? match[3] ?? match[4] ?? ''),
    ]),
  )
}

function closeOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

const ENTITY = /&(?:[a-z][a-z0-9]{1,9}|#\d{1,7}|#x[0-9a-f]{1,6});/gi

function entityText(entity: string): string {
  const written = entity.slice(1, -1)
  if (!written.startsWith('#')) return namedEntity(written) ?? entity
  const name = written.toLowerCase()
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code).toWellFormed() : '\uFFFD'
}
