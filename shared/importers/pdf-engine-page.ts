import type { PdfItem, PdfPage } from './pdf-port.ts'

/** A page of pdf.js, as far as its text goes. */
export interface PdfEnginePage {
  getViewport(wish: { readonly scale: number }): {
    readonly width: number
    readonly height: number
    readonly transform: readonly number[]
  }
  streamTextContent(): { getReader(): PdfTextStream }
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>
  readonly commonObjs: { has(id: string): boolean; get(id: string, found?: (font: unknown) => void): unknown }
  cleanup(): unknown
}

interface PdfTextStream {
  read(): Promise<{ readonly done: boolean; readonly value?: PdfTextPart | undefined }>
  cancel(reason?: unknown): Promise<void>
}

interface PdfTextPart {
  readonly items: readonly unknown[]
  readonly styles: Readonly<Record<string, { readonly ascent: number; readonly descent: number }>>
}

interface EngineItem {
  readonly str: string
  readonly dir: string
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

/** What is known of a document's fonts, by their numbers in the file. */
export interface Fonts {
  readonly known: Map<string, FontStyle>
  readonly wait: (milliseconds: number) => Promise<void>
  /** False once a page took so long to lay out that no more are: then bold type goes unnoticed. */
  patient: boolean
}

interface FontStyle {
  readonly name: string
  readonly bold: boolean
  readonly italic: boolean
}

/** The text of one page with its places. What fonts are called is only told when a page is laid out, so that is done
    for pages with a font not met before, and for pages without text, to see whether anything is on them. */
export async function pageText(page: PdfEnginePage, number: number, fonts: Fonts): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items, styles } = await textOf(page)
  const hasText = items.some((item) => item.str.trim() !== '')
  const pictured = await learnFonts(page, hasText ? items : [], fonts)
  const placed = items.flatMap((item) => placedItem(item, transform, styles[item.fontName], fonts))
  return { number, width, height, items: placed, pictured: !hasText && pictured }
}

/** One page of a book has some thousands. */
const ITEMS_ON_A_PAGE = 100_000

async function textOf(
  page: PdfEnginePage,
): Promise<{ items: readonly EngineItem[]; styles: PdfTextPart['styles'] }> {
  const reader = page.streamTextContent().getReader()
  const items: EngineItem[] = []
  const styles: Record<string, { ascent: number; descent: number }> = {}
  for (;;) {
    const { done, value } = await reader.read()
    if (done || value === undefined) return { items, styles }
    Object.assign(styles, value.styles)
    for (const item of value.items) if (isItem(item) && item.str !== '') items.push(item)
    if (items.length > ITEMS_ON_A_PAGE) {
      await reader.cancel(new Error('Too much on one page')).catch(() => undefined)
      return { items, styles }
    }
  }
}

function isItem(item: unknown): item is EngineItem {
  return typeof item === 'object' && item !== null && 'str' in item && 'transform' in item
}

/** Says whether anything is drawn, where the page had to be laid out; a page that takes long counts as drawn on. */
async function learnFonts(page: PdfEnginePage, items: readonly EngineItem[], fonts: Fonts): Promise<boolean> {
  const unknown = new Set(items.map((item) => item.fontName).filter((name) => !fonts.known.has(name)))
  if (!fonts.patient || (items.length > 0 && unknown.size === 0)) return true
  const drawn = await Promise.race([laidOut(page, unknown, fonts), fonts.wait(PATIENCE)])
  if (drawn === undefined) fonts.patient = false
  for (const id of unknown) if (!fonts.known.has(id)) fonts.known.set(id, styleOf(null))
  return drawn ?? true
}

/** In milliseconds; a page of text takes a few. */
const PATIENCE = 1500

async function laidOut(page: PdfEnginePage, wanted: ReadonlySet<string>, fonts: Fonts): Promise<boolean> {
  try {
    const { fnArray, argsArray } = await page.getOperatorList()
    for (const id of new Set(argsArray.flatMap(fontSetBy)).intersection(wanted)) {
      const font = await new Promise((found) => {
        if (page.commonObjs.has(id)) found(page.commonObjs.get(id))
        else page.commonObjs.get(id, found)
      })
      fonts.known.set(id, styleOf(font))
    }
    return fnArray.length > 0
  } catch {
    return true
  }
}

function fontSetBy(args: unknown): readonly string[] {
  return Array.isArray(args) && args.length === 2 && typeof args[0] === 'string' ? [args[0]] : []
}

function styleOf(font: unknown): FontStyle {
  const known = typeof font === 'object' && font !== null ? font : {}
  const name = 'name' in known && typeof known.name === 'string' ? known.name.replace(/^[A-Z]{6}\+/, '') : ''
  return {
    name,
    bold: HEAVY.test(name) || ('bold' in known && known.bold === true),
    italic: SLANTED.test(name) || ('italic' in known && known.italic === true),
  }
}

const HEAVY = /bold|black|heavy|demi|\bbd\b/i
const SLANTED = /italic|oblique|slanted/i

function placedItem(
  item: EngineItem,
  view: readonly number[],
  style: PdfTextPart['styles'][string] | undefined,
  fonts: Fonts,
): readonly PdfItem[] {
  const [a, b, c, d, left, base] = combined(view, item.transform)
  const size = Math.hypot(c, d)
  if (![a, b, left, base, size, item.width].every((each) => Number.isFinite(each))) return []
  const ascent = within(style?.ascent, 0.4, 1.2, 0.8)
  const descent = within(style?.descent === undefined ? undefined : -style.descent, 0.05, 0.5, 0.22)
  const font = fonts.known.get(item.fontName)
  return [
    {
      text: item.str,
      left,
      base,
      size,
      width: Math.abs(item.width),
      top: base - ascent * size,
      height: (ascent + descent) * size,
      font: font?.name ?? '',
      bold: font?.bold ?? false,
      italic: font?.italic ?? false,
      rtl: item.dir === 'rtl',
      turned: Math.abs(b) > 0.1 * Math.abs(a),
    },
  ]
}

function combined(
  m: readonly number[],
  n: readonly number[],
): readonly [number, number, number, number, number, number] {
  const [m0 = 1, m1 = 0, m2 = 0, m3 = 1, m4 = 0, m5 = 0] = m
  const [n0 = 1, n1 = 0, n2 = 0, n3 = 1, n4 = 0, n5 = 0] = n
  return [
    m0 * n0 + m2 * n1,
    m1 * n0 + m3 * n1,
    m0 * n2 + m2 * n3,
    m1 * n2 + m3 * n3,
    m0 * n4 + m2 * n5 + m4,
    m1 * n4 + m3 * n5 + m5,
  ]
}

function within(value: number | undefined, least: number, most: number, otherwise: number): number {
  return value !== undefined && value >= least && value <= most ? value : otherwise
}
