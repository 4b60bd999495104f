import type { Desktop } from '../../shared/bridge.ts'

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly loamDesktop?: Desktop
  }
}

/** Electron's side of the bridge; null in a browser. */
export function electronDesktop(): Desktop | null {
  return window.loamDesktop ?? null
}
