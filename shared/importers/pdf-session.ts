import { type PdfEngine, readPdfWith } from './pdf-engine.ts'
import type { PdfReader, PdfReading } from './pdf-port.ts'

/** Where pdf.js parses: a worker or a thread that lives from one file to the next. */
export interface PdfParsing {
  readonly open: PdfEngine['open']
  /** Settles when it broke down. */
  readonly broken: Promise<'damage'>
  readonly isAlive: () => boolean
  readonly end: () => void | Promise<void>
}

/** What the platform does for reading PDFs. */
export interface PdfPlatform {
  /** Rejects where pdf.js cannot be loaded. */
  start(): Promise<PdfParsing>
  wait(milliseconds: number): Promise<void>
  /** Watches one file: `over` settles when it took too long or too much. */
  watch(): { readonly over: Promise<'time'>; readonly stop: () => void }
}

/** Reads one PDF at a time. pdf.js is loaded with the first of them; parsing that broke down, or was given up, is
    started anew for the next. */
export function pdfReaderOn(platform: PdfPlatform): PdfReader {
  let queue: Promise<unknown> = Promise.resolve()
  let parsing: PdfParsing | null = null

  async function readNext(bytes: Uint8Array): Promise<PdfReading> {
    try {
      parsing ??= await platform.start()
    } catch {
      return { ok: false, trouble: 'no-engine' }
    }
    const { open, broken, isAlive, end } = parsing
    const { over, stop } = platform.watch()
    const engine = { open, wait: platform.wait, over: Promise.race([over, broken]) }
    const reading = await readPdfWith(engine, bytes)
    stop()
    if (reading.ok ? reading.stopped !== null : reading.trouble === 'slow' || !isAlive()) {
      parsing = null
      await end()
    }
    return reading
  }

  return (bytes) => {
    const reading = queue.then(() => readNext(bytes))
    queue = reading.catch(() => undefined)
    return reading
  }
}

/** How pdf.js is asked for words alone: nothing is drawn, nothing is fetched, nothing of the system is used. */
export const wordsOnly = {
  verbosity: 0,
  useWorkerFetch: false,
  useWasm: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 0,
  fontExtraProperties: true,
} as const

/** The longest one file may take, in milliseconds; a hundred pages take less than one second. */
export const pdfTimeLimit = 6000

/** The one kind of file that pdf.js may ask for besides: character maps of East Asian fonts. Throws for any other. */
export function characterMapName({
  kind,
  filename,
}: {
  readonly kind: string
  readonly filename: string
}): string {
  if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error('Only character maps are here')
  return filename
}
