import './limit-unpacking.ts'
import 'pdfjs-dist/build/pdf.worker.min.mjs'

/* The part of pdf.js that takes files apart, in a worker that can be ended in the middle of anything. */
