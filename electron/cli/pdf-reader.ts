import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { type PdfEngine, readPdfWith } from '../../shared/importers/pdf-engine.ts'
import type { PdfReader, PdfReading } from '../../shared/importers/pdf-port.ts'

/** Reads PDFs without a window: pdf.js is loaded with the first of them, and its parsing runs in a thread that lives
    from one file to the next and does not keep the command line from ending. One file is read at a time. */
export const readPdf: PdfReader = (bytes) => {
  const reading = queue.then(() => readNext(bytes))
  queue = reading.then(
    () => undefined,
    () => undefined,
  )
  return reading
}

/** In bytes, above what was in use before. */
const MEMORY_LIMIT = 700 * 1024 * 1024

/** In milliseconds; a hundred pages take less than one second. */
const TIME_LIMIT = 6000

function wait(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds).unref())
}

interface Thread {
  readonly open: PdfEngine['open']
  readonly broken: Promise<'damage'>
  readonly isAlive: () => boolean
  readonly end: () => Promise<void>
}

let queue: Promise<void> = Promise.resolve()
let thread: Thread | null = null

async function readNext(bytes: Uint8Array): Promise<PdfReading> {
  try {
    thread ??= await startThread()
  } catch {
    return { ok: false, trouble: 'no-engine' }
  }
  const { open, broken, isAlive, end } = thread
  const start = Date.now()
  const memory = process.memoryUsage.rss()
  let timer: ReturnType<typeof setInterval> | undefined
  const late = new Promise<'time'>((settle) => {
    timer = setInterval(() => {
      const grown = process.memoryUsage.rss() - memory
      if (Date.now() - start > TIME_LIMIT || grown > MEMORY_LIMIT) settle('time')
    }, 50)
  })
  const reading = await readPdfWith({ open, wait, over: Promise.race([late, broken]) }, bytes)
  clearInterval(timer)
  if (reading.ok ? reading.stopped !== null : reading.trouble === 'slow' || !isAlive()) {
    thread = null
    await end()
  }
  return reading
}

async function startThread(): Promise<Thread> {
  const { port1: port, port2 } = new MessageChannel()
  const worker = new Worker(ownFile('pdf-thread'), {
    workerData: { port: port2 },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: 600 },
    stdout: true,
    stderr: true,
  })
  worker.unref()
  let alive = true
  const broken = new Promise<'damage'>((settle) => {
    const breakOff = () => {
      alive = false
      settle('damage')
    }
    worker.once('error', breakOff)
    worker.once('exit', breakOff)
  })
  const { getDocument, PDFWorker } = await quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
  // pdf.js only knows the browser's ports, which Node's are in all that it uses.
  const parser = PDFWorker.create({ port, verbosity: 0 } as never)
  port.start()
  port.unref()
  const open: PdfEngine['open'] = (data) =>
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
    })
  const end = async () => {
    port.close()
    await worker.terminate()
  }
  return { open, broken, isAlive: () => alive, end }
}

/** While it loads, pdf.js warns of everything that drawing pages would need and reading them does not. */
async function quietly<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const { warn } = console
  console.warn = () => undefined
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}

/** This file's neighbour: TypeScript here, a built file beside the command line or above its parts. */
function ownFile(name: string): URL {
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map(
    (path) => new URL(path, import.meta.url),
  )
  return places.find((place) => existsSync(place)) ?? new URL(`./${name}.js`, import.meta.url)
}

/** Gives pdf.js the character maps of East Asian fonts, from its package or from beside the built window. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename))
      throw new Error('Only character maps are here')
    return new Uint8Array(await readFile(join(characterMaps(), filename)))
  }
}

function characterMaps(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let up = 0; up < 5; up += 1, folder = dirname(folder)) {
    for (const inside of ['renderer/cmaps', 'node_modules/pdfjs-dist/cmaps'])
      if (existsSync(join(folder, inside, 'Adobe-Japan1-UCS2.bcmap'))) return join(folder, inside)
  }
  return folder
}
