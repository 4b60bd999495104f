import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

/** A PDF file whose pages can be drawn. */
export interface OpenedPdf {
  readonly ok: true
  /** How many pages it has. */
  readonly pages: number
  /** One of its pages, from 1. */
  page(number: number): Promise<PdfPage>
  /** Lets go of the file and of everything it needed. */
  close(): void
}

/** One page, as it is looked at. */
export interface PdfPage {
  /** In points, turned as its file says. */
  readonly width: number
  readonly height: number
  /** Draws it on a canvas of its own, so many pixels wide. A newer drawing stops this one: then null. */
  draw(pixels: number): { readonly canvas: Promise<HTMLCanvasElement | null>; stop(): void }
  /** Its words, a line a line. */
  text(): Promise<string>
}

/** Opens a PDF to look at its pages: no scripts, links, forms or attachments of it, nothing from the network; its
    fonts and character tables are read from Loam's own files. Or one sentence about what is wrong with it. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<OpenedPdf | { readonly ok: false; readonly problem: string }> {
  const pdfjs = await import('pdfjs-dist')
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module', name: 'pdf' })
  const worker = pdfjs.PDFWorker.create({ port })
  const end = () => {
    worker.destroy()
    port.terminate()
  }
  try {
    // The library takes what it is given for its own.
    const opening = pdfjs.getDocument({ ...guarded(), worker, data: bytes.slice() })
    const file = await Promise.race([opening.promise, tooLate(OPENING)])
    // A file that keeps the worker busy for ever answers no goodbye either.
    const close = () =>
      void Promise.race([opening.destroy(), tooLate(CLOSING)])
        .catch(() => {})
        .finally(end)
    return opened(file, pdfjs.AnnotationMode.DISABLE, close)
  } catch {
    end()
    return { ok: false, problem: 'Its pages could not be drawn. Save a copy and open it in another program.' }
  }
}

/** In milliseconds. */
const OPENING = 20_000
const CLOSING = 1000

function tooLate(milliseconds: number): Promise<never> {
  return new Promise((_, fail) => setTimeout(() => fail(new Error('Too late')), milliseconds))
}

/** Everything that a page needs besides its file lies beside the window (see `electron.vite.config.ts`). */
function guarded() {
  const beside = (folder: string) => new URL(`${folder}/`, document.baseURI).href
  return {
    cMapUrl: beside('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: beside('standard_fonts'),
    wasmUrl: beside('picture_decoders'),
    // The content policy has no room for WebAssembly: pictures are unpacked by plain scripts of our own.
    useWasm: false,
    useWorkerFetch: true,
    useSystemFonts: false,
    enableXfa: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    maxImageSize: 100_000_000,
    verbosity: 0,
  }
}

function opened(file: PDFDocumentProxy, annotationMode: number, close: () => void): OpenedPdf {
  return {
    ok: true,
    pages: file.numPages,
    page: async (number) => asPage(await file.getPage(number), annotationMode),
    close,
  }
}

function asPage(page: PDFPageProxy, annotationMode: number): PdfPage {
  const { width, height } = page.getViewport({ scale: 1 })
  return {
    width,
    height,
    draw: (pixels) => {
      const viewport = page.getViewport({ scale: Math.min(pixels, mostPixels(width, height)) / width })
      const canvas = document.createElement('canvas')
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      const drawing = page.render({ canvas, viewport, annotationMode })
      return { canvas: drawing.promise.then(() => canvas).catch(stopped), stop: () => drawing.cancel() }
    },
    text: async () => {
      const { items } = await page.getTextContent()
      return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    },
  }
}

function stopped(trouble: unknown): null {
  if (trouble instanceof Error && trouble.name === 'RenderingCancelledException') return null
  throw trouble
}

/** Canvases have a largest area: 16 million pixels are there everywhere. */
function mostPixels(width: number, height: number): number {
  return Math.sqrt((16_000_000 * width) / height)
}
