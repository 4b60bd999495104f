import { isOwnAddress } from './app-protocol.ts'

/** What is known of the frame that sent a message. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
  readonly sender: { readonly id: number }
}

/** True when a message comes from the main frame of Loam's own page in a window that Loam opened. */
export function isOwnSender(event: Sender, ownWindow: (contentsId: number) => boolean): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnAddress(frame.url) && ownWindow(event.sender.id)
}

/** Refuses a message that does not come from Loam's own page, by throwing. */
export function demandOwnSender(event: Sender, ownWindow: (contentsId: number) => boolean): void {
  if (!isOwnSender(event, ownWindow)) throw new Error('This message does not come from Loam’s own window.')
}
