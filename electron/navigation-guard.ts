import type { WebContents } from 'electron'
import { APP_ADDRESS, isOwnAddress } from './app-protocol.ts'

/** The part of a window's contents that navigation concerns. */
export type Navigable = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/** Keeps a window on Loam's own page: no other address, no new windows, no embedded pages. Loading the
    page again is allowed, since that is how a person leaves a broken state. */
export function guardNavigation(contents: Navigable): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

function isOwnPage(address: string): boolean {
  if (!isOwnAddress(address)) return false
  const { pathname } = new URL(address)
  return pathname === new URL(APP_ADDRESS).pathname || pathname === '/index.html'
}
