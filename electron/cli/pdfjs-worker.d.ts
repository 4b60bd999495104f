declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** Takes files apart; answers what comes in at the port. */
  export const WorkerMessageHandler: { initializeFromPort(port: unknown): void }
}
