/** Answers what is posted to the worker it is loaded in. */
declare module 'pdfjs-dist/build/pdf.worker.min.mjs'
