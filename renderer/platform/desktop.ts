import type { Desktop } from '../../shared/bridge.ts'
import { browserDesktop } from './browser.ts'
import { electronDesktop } from './electron.ts'

/** What this window may ask of its surroundings: of Electron where it runs there, else of the browser. */
export function desktop(): Desktop {
  return electronDesktop() ?? browserDesktop
}
