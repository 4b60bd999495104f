import { type MessagePort, workerData } from 'node:worker_threads'
import { limitedUnpacker } from '../../shared/importers/pdf-flate-limit.ts'

/* The part of pdf.js that takes files apart, in a thread that can be ended in the middle of anything. */

const Unpacking = globalThis.DecompressionStream
Object.defineProperty(globalThis, 'DecompressionStream', {
  value: function Limited(name: CompressionFormat) {
    return limitedUnpacker(new Unpacking(name))
  },
})

const port: MessagePort = workerData.port
const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
WorkerMessageHandler.initializeFromPort(port)
port.start()
