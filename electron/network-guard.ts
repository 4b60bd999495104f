import type { CallbackResponse, OnBeforeRequestListenerDetails } from 'electron'
import { isOwnAddress } from './app-protocol.ts'

/** Refuses every request but those for the window's own files, so that nothing can leave the machine
    whatever a page or a library tries. Developer tools load only while developing. */
export function guardNetwork(
  developing: boolean,
): (
  details: Pick<OnBeforeRequestListenerDetails, 'url'>,
  answer: (response: CallbackResponse) => void,
) => void {
  return (details, answer) => answer({ cancel: !mayLoad(details.url, developing) })
}

/** Chromium's switches that keep it from talking to anyone on its own account. */
export const QUIET_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-quic'],
  ['no-pings'],
  ['no-proxy-server'],
  // No name is ever looked up, whatever asks for it.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
]

function mayLoad(address: string, developing: boolean): boolean {
  if (isOwnAddress(address)) return true
  const protocol = URL.parse(address)?.protocol
  if (protocol === 'data:') return true
  if (protocol === 'blob:') return isOwnAddress(address.slice('blob:'.length))
  // The viewer of developer tools, and nothing it may fetch from elsewhere.
  return developing && protocol === 'devtools:' && address.startsWith('devtools://devtools/')
}
