import { type Fonts, type PdfEnginePage, pageText } from './pdf-engine-page.ts'
import type { PdfPage, PdfReading } from './pdf-port.ts'

/** The part of pdf.js that is needed; who knows the platform loads it and hands it in. */
export interface PdfEngine {
  /** Starts opening; the bytes are given away. */
  open(bytes: Uint8Array): PdfEngineTask
  /** Settles when reading has to end, with the reason. */
  readonly over: Promise<'time' | 'damage'>
  /** Settles after so many milliseconds. */
  wait(milliseconds: number): Promise<void>
}

export interface PdfEngineTask {
  readonly promise: Promise<PdfEngineDocument>
  destroy(): Promise<void>
}

export interface PdfEngineDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfEnginePage>
  getMetadata(): Promise<{ readonly info: object }>
}

/** Reads page after page and lets each go before the next one, until the end, the limits or `over`. */
export async function readPdfWith(engine: PdfEngine, bytes: Uint8Array): Promise<PdfReading> {
  const task = engine.open(bytes.slice())
  try {
    const document = await Promise.race([task.promise, engine.over])
    if (typeof document === 'string') return { ok: false, trouble: document === 'time' ? 'slow' : 'damaged' }
    const info = await Promise.race([documentInfo(document), engine.over])
    return { ...(await readPages(document, engine)), ...factsOf(typeof info === 'string' ? {} : info) }
  } catch (error) {
    return { ok: false, trouble: nameOf(error) === 'PasswordException' ? 'locked' : 'damaged' }
  } finally {
    void task.destroy().catch(() => undefined)
  }
}

/** More pages than any transcript has. */
const PAGE_LIMIT = 3000
const ITEM_LIMIT = 400_000
const FAILURES_IN_A_ROW = 40

type PagesRead = Omit<Extract<PdfReading, { ok: true }>, 'facts' | 'form'>

async function readPages(document: PdfEngineDocument, { over, wait }: PdfEngine): Promise<PagesRead> {
  const count = document.numPages
  const fonts: Fonts = { known: new Map(), wait, patient: true }
  const pages: PdfPage[] = []
  const unread: number[] = []
  let items = 0
  const ended = (stopped: PagesRead['stopped']): PagesRead => ({ ok: true, count, pages, unread, stopped })
  for (let number = 1; number <= count; number += 1) {
    if (number > PAGE_LIMIT || items > ITEM_LIMIT) return ended('size')
    const page = await Promise.race([readPage(document, number, fonts), over])
    if (typeof page === 'string') return ended(page)
    if (page === null) unread.push(number)
    else pages.push(page)
    items += page?.items.length ?? 0
    if (number - (pages.at(-1)?.number ?? 0) >= FAILURES_IN_A_ROW) return ended('damage')
  }
  return ended(null)
}

/** Null where a page is damaged. */
async function readPage(document: PdfEngineDocument, number: number, fonts: Fonts): Promise<PdfPage | null> {
  try {
    const page = await document.getPage(number)
    const read = await pageText(page, number, fonts)
    page.cleanup()
    return read
  } catch {
    return null
  }
}

async function documentInfo(document: PdfEngineDocument): Promise<Readonly<Record<string, unknown>>> {
  try {
    return { ...(await document.getMetadata()).info }
  } catch {
    return {}
  }
}

function factsOf(info: Readonly<Record<string, unknown>>): {
  facts: Readonly<Record<string, string>>
  form: boolean
} {
  const facts: Record<string, string> = {}
  for (const key of ['Title', 'Author', 'Subject'] as const) {
    const value = info[key]
    const words = typeof value === 'string' ? value.replace(/[\p{Cc}\s]+/gu, ' ').trim() : ''
    if (words !== '' && !MADE_UP.test(words)) facts[key] = words.slice(0, 500).toWellFormed()
  }
  const made = typeof info.CreationDate === 'string' ? /^D:(\d{4})(\d\d)(\d\d)/.exec(info.CreationDate) : null
  if (made !== null) facts.Created = made.slice(1).join('-')
  return { facts, form: info.IsAcroFormPresent === true || info.IsXFAPresent === true }
}

/** Titles that programs put in by themselves. */
const MADE_UP = /^(?:Microsoft Word - |untitled|about:blank|\(?anonymous\)?$|\(?unspecified\)?$)/i

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}
