import type { Pause } from '../../shared/change/slices.ts'

/** Starts a stretch of long work: what it gives, asked wherever the work may be interrupted, lets the window do
    something else once this slice has used up its milliseconds. */
export function givingWay(slice = 8): Pause {
  let end = performance.now() + slice
  return () => {
    if (performance.now() < end) return null
    return nextSlice().then(() => {
      end = performance.now() + slice
    })
  }
}

declare global {
  interface Window {
    /** In newer browsers; goes on before other waiting work, after what the person does. */
    readonly scheduler?: { readonly yield?: () => Promise<void> }
  }
}

function nextSlice(): Promise<void> {
  const scheduler = globalThis.window?.scheduler
  return scheduler?.yield ? scheduler.yield() : nextTask()
}

function nextTask(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      go()
    }
    port2.postMessage(null)
  })
}
