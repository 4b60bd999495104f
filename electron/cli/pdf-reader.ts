import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { PdfReader } from '../../shared/importers/pdf-port.ts'
import {
  characterMapName,
  type PdfParsing,
  pdfReaderOn,
  pdfTimeLimit,
  wordsOnly,
} from '../../shared/importers/pdf-session.ts'

/** Reads PDFs without a window: parsing runs in a thread that does not keep the command line from ending. */
export const readPdf: PdfReader = pdfReaderOn({ start: startThread, wait, watch })

/** In bytes, above what was in use before. */
const memoryLimit = 700 * 1024 * 1024

function wait(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds).unref())
}

function watch() {
  const start = Date.now()
  const memory = process.memoryUsage.rss()
  let timer: ReturnType<typeof setInterval> | undefined
  const over = new Promise<'time'>((settle) => {
    timer = setInterval(() => {
      const grown = process.memoryUsage.rss() - memory
      if (Date.now() - start > pdfTimeLimit || grown > memoryLimit) settle('time')
    }, 50)
  })
  return { over, stop: () => clearInterval(timer) }
}

async function startThread(): Promise<PdfParsing> {
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
  const open: PdfParsing['open'] = (data) =>
    getDocument({ ...wordsOnly, data, worker: parser, BinaryDataFactory: CharacterMaps })
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
  async fetch(wanted: { kind: string; filename: string }): Promise<Uint8Array> {
    const name = characterMapName(wanted)
    return new Uint8Array(await readFile(join(characterMaps(), name)))
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
