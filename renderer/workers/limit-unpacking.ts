import { limitedUnpacker } from '../../shared/importers/pdf-flate-limit.ts'

/* Loaded before pdf.js, so that nothing a PDF has packed grows without bounds. */

const Unpacking = globalThis.DecompressionStream
Object.defineProperty(globalThis, 'DecompressionStream', {
  value: function Limited(name: CompressionFormat) {
    return limitedUnpacker(new Unpacking(name))
  },
})
