import type { PdfReader } from '../../shared/importers/pdf-port.ts'
import {
  characterMapName,
  type PdfParsing,
  pdfReaderOn,
  pdfTimeLimit,
  wordsOnly,
} from '../../shared/importers/pdf-session.ts'

/** Reads PDFs in a worker: parsing runs in a worker of its own, which is ended when a file takes too long. */
export const readPdf: PdfReader = pdfReaderOn({ start: startParsing, wait, watch })

function wait(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds))
}

function watch() {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<'time'>((settle) => {
    timer = setTimeout(() => settle('time'), pdfTimeLimit)
  })
  return { over, stop: () => clearTimeout(timer) }
}

async function startParsing(): Promise<PdfParsing> {
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
    open: (data) => getDocument({ ...wordsOnly, data, worker: parser, BinaryDataFactory: CharacterMaps }),
  }
}

/** Gives pdf.js the character maps of East Asian fonts, which lie beside the window. */
class CharacterMaps {
  async fetch(wanted: { kind: string; filename: string }): Promise<Uint8Array> {
    const answer = await fetch(new URL(`../cmaps/${characterMapName(wanted)}`, self.location.href))
    if (!answer.ok) throw new Error('No such character map')
    return new Uint8Array(await answer.arrayBuffer())
  }
}
