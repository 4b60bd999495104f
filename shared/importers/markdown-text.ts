import type { Cut } from './uncut.ts'

/** Markdown as plain text, line by line: every line of it is a line of the source. */
export interface PlainMarkdown {
  readonly text: string
  /** Lines that hold no label: headings, code and tables. */
  readonly skipped: ReadonlySet<number>
  readonly headings: ReadonlySet<number>
  /** Signs of emphasis and escapes taken off. */
  readonly marks: number
  /** Addresses of links and pictures. */
  readonly links: readonly string[]
  /** HTML comments left out. */
  readonly comments: number
  /** Where each line begins in the Markdown without its comments (at last, where one more would), and what they were. */
  readonly starts: readonly number[]
  readonly cuts: readonly Cut[]
}

/** Takes Markdown's signs off a text with LF line ends. Headings keep their words, code and tables stay as they are,
    list signs stay, links keep their words. */
export function plainMarkdown(markdown: string): PlainMarkdown {
  const found: Found = {
    skipped: new Set(),
    headings: new Set(),
    marks: 0,
    links: [],
    comments: 0,
    starts: [],
    cuts: [],
  }
  const lines = withoutComments(markdown, found).split('\n')
  let length = 0
  for (const line of lines) {
    found.starts.push(length)
    length += line.length + 1
  }
  found.starts.push(length)
  let fence: string | null = null
  const plain = lines.map((line, i) => {
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1]
    if (fence !== null || mark !== undefined) {
      found.skipped.add(i)
      if (fence === null) fence = mark ?? null
      else if (mark?.startsWith(fence) && line.trim() === mark) fence = null
      return line
    }
    return plainLine(lines, i, found)
  })
  return { ...found, text: plain.join('\n') }
}

interface Found {
  readonly skipped: Set<number>
  readonly headings: Set<number>
  marks: number
  readonly links: string[]
  comments: number
  readonly starts: number[]
  readonly cuts: Cut[]
}

function plainLine(lines: readonly string[], i: number, found: Found): string {
  const line = lines[i] ?? ''
  if (/^\s{0,3}\|.*\|\s*$/.test(line)) {
    found.skipped.add(i)
    return line
  }
  const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line)
  if (heading !== null) return headingText((heading[1] ?? '').replace(/[ \t]+#+[ \t]*$/, ''), i, found)
  if (/^(?:=+|-{3,})\s*$/.test(lines[i + 1] ?? '') && isUnderlined(lines, i))
    return headingText(line, i, found)
  if (/^(?:=+|-{3,})\s*$/.test(line) && i > 0 && isUnderlined(lines, i - 1)) return ''
  return inlineText(line, found).trimEnd()
}

/** A line above `===`; above `---` only a short one that stands by itself, as a rule may follow any paragraph. */
function isUnderlined(lines: readonly string[], i: number): boolean {
  const line = lines[i] ?? ''
  if (line.trim() === '' || line.length > 120 || /^\s*(?:[-*>|#]|```)/.test(line)) return false
  return (
    (lines[i + 1] ?? '').startsWith('=') || ((lines[i - 1] ?? '').trim() === '' && !/[.:?!]\s*$/.test(line))
  )
}

function headingText(words: string, i: number, found: Found): string {
  const text = inlineText(words, found).trim()
  if (text !== '') found.headings.add(i)
  found.skipped.add(i)
  return text
}

function withoutComments(markdown: string, found: Found): string {
  if (!markdown.includes('<!--')) return markdown
  let out = ''
  let from = 0
  for (let at = markdown.indexOf('<!--'); at !== -1; at = markdown.indexOf('<!--', from)) {
    const end = markdown.indexOf('-->', at + 4)
    if (end === -1) break
    out += markdown.slice(from, at)
    from = end + 3
    found.cuts.push({ at: out.length, length: from - at })
    found.comments += 1
  }
  return out + markdown.slice(from)
}

function inlineText(line: string, found: Found): string {
  if (!MARKED.test(line)) return line
  // Escaped signs wait in the private use area while the others are taken off.
  const guarded = line.replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => {
    found.marks += 1
    return `\uE000${String.fromCharCode(0xe100 + sign.charCodeAt(0))}`
  })
  const bare = withoutEmphasis(withoutLinks(guarded, found), found)
  return bare.replace(/\uE000([\uE100-\uE17F])/g, (_, sign: string) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xe100),
  )
}

const MARKED = /[\\*_[<`~&]/

function withoutLinks(line: string, found: Found): string {
  if (!/[[<]/.test(line)) return line
  const linked = line.replace(
    /!?\[([^[\]]{0,500})\]\(\s*<?([^()\s<>]{0,1000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)>?(?:\s+"[^"]{0,300}")?\s*\)/g,
    (_, words: string, address: string) => {
      if (address !== '') found.links.push(address)
      return words
    },
  )
  return linked
    .replace(/<(https?:\/\/[^<>\s]{1,1000}|[^<>\s@]{1,80}@[^<>\s@]{1,80})>/g, '$1')
    .replace(
      /<\/?(?:b|i|u|em|strong|br|p|span|sup|sub|mark|small|div|center)(?:\s[^<>]{0,300})?\/?>/gi,
      () => {
        found.marks += 1
        return ''
      },
    )
}

function withoutEmphasis(line: string, found: Found): string {
  const off = (text: string, pattern: RegExp): string =>
    text.replace(pattern, (_, words: string) => {
      found.marks += 1
      return words
    })
  let text = line
  if (text.includes('`')) text = off(text, /`([^`]{1,500})`/g)
  if (text.includes('*')) for (const pattern of STARS) text = off(text, pattern)
  if (text.includes('_')) for (const pattern of UNDERLINES) text = off(text, pattern)
  if (text.includes('~~')) text = off(text, /~~([^~]{1,500})~~/g)
  return text.includes('&')
    ? text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (all, name: string) => ENTITIES[name] ?? all)
    : text
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}
const STARS = [3, 2, 1].map(
  (count) =>
    new RegExp(String.raw`(?<![*\\])\*{${count}}(?![\s*])([^*\n]{0,20000}?[^*\s])\*{${count}}(?!\*)`, 'g'),
)
const UNDERLINES = [2, 1].map(
  (count) =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_])_{${count}}(?![\s_])([^_\n]{0,20000}?[^_\s])_{${count}}(?![\p{L}\p{N}_])`,
      'gu',
    ),
)
