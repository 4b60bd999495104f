import { labelOfCharset, labelOfCodePage } from './rtf-code-pages.ts'

/** What the words of a group are for. */
export type RtfRole = 'body' | 'skip' | 'fonts' | 'info' | 'fact'

/** What holds inside one group of a Rich Text document; the groups inside it begin with the same. */
export interface RtfGroup {
  readonly role: RtfRole
  /** The property of the document its words are, such as "Title"; empty outside. */
  readonly fact: string
  readonly bold: boolean
  readonly deleted: boolean
  /** Fonts for plain words, for words from right to left and for East Asian ones. */
  readonly fonts: Readonly<Record<RtfScript, number | null>>
  readonly script: RtfScript
  /** Signs to pass over behind a `\u`. */
  readonly fallback: number
  readonly inTable: boolean
  readonly outline: number | null
}

export type RtfScript = 'plain' | 'rtl' | 'asian'

export const FIRST_GROUP: RtfGroup = {
  role: 'body',
  fact: '',
  bold: false,
  deleted: false,
  fonts: { plain: null, rtl: null, asian: null },
  script: 'plain',
  fallback: 1,
  inTable: false,
  outline: null,
}

/** The group after a word that only changes how what follows is meant; null for any other word. */
export function afterProperty(group: RtfGroup, name: string, value: number | null): RtfGroup | null {
  const on = value !== 0
  if (name === 'b') return { ...group, bold: on }
  if (name === 'deleted') return { ...group, deleted: on }
  if (name === 'plain')
    return { ...group, bold: false, deleted: false, fonts: FIRST_GROUP.fonts, script: 'plain' }
  if (name === 'f') return { ...group, fonts: { ...group.fonts, plain: value } }
  if (name === 'af') return { ...group, fonts: { ...group.fonts, [group.script]: value } }
  const script = SCRIPTS[name]
  if (script !== undefined) return { ...group, script }
  if (name === 'uc') return { ...group, fallback: Math.max(0, Math.min(value ?? 1, 100)) }
  if (name === 'intbl') return { ...group, inTable: true }
  if (name === 'pard') return { ...group, inTable: false, outline: null }
  return name === 'outlinelevel' ? { ...group, outline: value } : null
}

const SCRIPTS: Readonly<Record<string, RtfScript>> = {
  ltrch: 'plain',
  loch: 'plain',
  hich: 'plain',
  rtlch: 'rtl',
  dbch: 'asian',
}

/** Which encoding each font's bytes are in. */
export interface RtfEncodings {
  readonly word: (name: string, value: number | null) => void
  /** The WHATWG label for bytes in a group. */
  readonly of: (group: RtfGroup) => string
  readonly isSymbol: (group: RtfGroup) => boolean
  /** Code pages named by the document that cannot be read. */
  readonly unknown: () => readonly number[]
}

/** Gathers the document's code page and its fonts' from their control words. */
export function rtfEncodings(): RtfEncodings {
  const labels = new Map<number, string | null>()
  const symbols = new Set<number>()
  const unknown = new Set<number>()
  let standard = 'windows-1252'
  let first: number | null = null
  let font = 0
  const page = (number: number): string | null => {
    const label = labelOfCodePage(number)
    if (label === null && number !== 0) unknown.add(number)
    return label
  }
  const fontOf = (group: RtfGroup): number | null =>
    (group.script === 'plain' ? null : group.fonts[group.script]) ?? group.fonts.plain ?? first
  return {
    word: (name, value) => {
      if (name === 'ansicpg') standard = page(value ?? 0) ?? standard
      else if (name === 'mac') standard = 'macintosh'
      else if (name === 'pc') page(437)
      else if (name === 'pca') page(850)
      else if (name === 'deff') first = value
      else if (name === 'f') font = value ?? 0
      else if (name === 'fcharset') {
        labels.set(font, labelOfCharset(value ?? 1))
        if (value === SYMBOLS) symbols.add(font)
      } else if (name === 'cpg') labels.set(font, page(value ?? 0))
    },
    of: (group) => labels.get(fontOf(group) ?? -1) ?? standard,
    isSymbol: (group) => symbols.has(fontOf(group) ?? -1),
    unknown: () => [...unknown],
  }
}

/** The character set of symbol fonts, whose letters are pictures. */
const SYMBOLS = 2
