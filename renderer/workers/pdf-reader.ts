import { type PdfEngine, readPdfWith } from '../../shared/importers/pdf-engine.ts'
import type { PdfReader, PdfReading } from '../../shared/importers/pdf-port.ts'

/** Reads PDFs in a worker: pdf.js is loaded with the first of them, and its parsing runs in a worker of its own, which
    is ended when a file takes too long. One file is read at a time. */
export const readPdf: PdfReader = (bytes) => {
  const reading = queue.then(() => readNext(bytes))
  queue = reading.then(
    () => undefined,
    () => undefined,
  )
  return reading
}

/** In milliseconds; a hundred pages take less than one second. */
const TIME_LIMIT = 6000

function wait(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds))
}

interface Parsing {
  readonly open: PdfEngine['open']
  readonly broken: Promise<'damage'>
  readonly isAlive: () => boolean
  readonly end: () => void
}

let queue: Promise<void> = Promise.resolve()
let parsing: Parsing | null = null

async function readNext(bytes: Uint8Array): Promise<PdfReading> {
  try {
    parsing ??= await startParsing()
  } catch {
    return { ok: false, trouble: 'no-engine' }
  }
  const { open, broken, isAlive, end } = parsing
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'time'>((settle) => {
    timer = setTimeout(() => settle('time'), TIME_LIMIT)
  })
  const reading = await readPdfWith({ open, wait, over: Promise.race([late, broken]) }, bytes)
  clearTimeout(timer)
  if (reading.ok ? reading.stopped !== null : reading.trouble === 'slow' || !isAlive()) {
    end()
    parsing = null
  }
  return reading
}

async function startParsing(): Promise<Parsing> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist')
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module', name: 'pdf' })
  let alive = true
  const broken = new Promise<'damage'>((settle) => {
    const breakOff = () => {
      alive = false
      settle('damage')
    }
    worker.addEventListener('error', breakOff)
    worker.addEventListener('messageerror', breakOff)
  })
  const parser = PDFWorker.create({ port: worker, verbosity: 0 })
  return {
    broken,
    isAlive: () => alive,
    end: () => worker.terminate(),
    open: (data) =>
      getDocument({
        data,
        worker: parser,
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
        BinaryDataFactory: CharacterMaps,
      }),
  }
}

/** Gives pdf.js the character maps of East Asian fonts, which lie beside the window. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename))
      throw new Error('Only character maps are here')
    const answer = await fetch(new URL(`../cmaps/${filename}`, self.location.href))
    if (!answer.ok) throw new Error('No such character map')
    return new Uint8Array(await answer.arrayBuffer())
  }
}
