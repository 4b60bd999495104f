import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname

// Every dependency is bundled, so the packaged app carries no node_modules and starts from one archive.
// The same out/renderer is loaded by Electron and served to browsers.
export default defineConfig({
  main: {
    build: {
      outDir: resolve(here, 'out/main'),
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        input: {
          main: resolve(here, 'electron/main.ts'),
          cli: resolve(here, 'electron/cli.ts'),
          'pdf-thread': resolve(here, 'electron/cli/pdf-thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(here, 'out/preload'),
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'electron/preload.ts') },
        // A sandboxed preload is a single CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    plugins: [react(), sampleInquiry(), partsForPages()],
    worker: { format: 'es' },
    build: {
      outDir: resolve(here, 'out/renderer'),
      emptyOutDir: true,
      sourcemap: false,
      minify: true,
      // Fonts and pictures stay files: the content policy refuses data: fonts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: resolve(here, 'renderer/index.html') },
    },
  },
})

/** Puts the sample inquiry beside the window, so that "Open the sample project" needs nothing else. */
function sampleInquiry() {
  return {
    name: 'sample-inquiry',
    generateBundle(this: {
      emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string
    }) {
      const source = readFileSync(resolve(here, 'sample-data/sample.qdpx'))
      this.emitFile({ type: 'asset', fileName: 'sample.qdpx', source })
    },
  }
}

/** Puts beside the window what a PDF's pages are drawn with when the file itself does not bring it: the fonts every
    reader has to know, the character maps of East Asian fonts, and the unpacking of rarer pictures. */
function partsForPages() {
  const folders = [
    { from: 'cmaps', to: 'cmaps', wanted: /\.bcmap$/ },
    { from: 'standard_fonts', to: 'standard_fonts', wanted: /\.(?:pfb|ttf)$/ },
    { from: 'wasm', to: 'picture_decoders', wanted: /_nowasm_fallback\.js$/ },
  ]
  return {
    name: 'parts-for-pages',
    generateBundle(this: {
      emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string
    }) {
      for (const { from, to, wanted } of folders) {
        const folder = resolve(here, 'node_modules/pdfjs-dist', from)
        for (const file of readdirSync(folder).filter((name) => wanted.test(name)))
          this.emitFile({
            type: 'asset',
            fileName: `${to}/${file}`,
            source: readFileSync(resolve(folder, file)),
          })
      }
    },
  }
}
