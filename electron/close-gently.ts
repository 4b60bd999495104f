/** The part of a window that closing concerns. */
export interface Closable {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  close(): void
}

/** Lets a window close only after it has written what was not yet written; `then` may go on with quitting. */
export function closeGently(window: Closable, flush: () => Promise<void>, then: () => void): void {
  let state: 'open' | 'writing' | 'written' = 'open'
  window.on('close', (event) => {
    if (state === 'written') return
    event.preventDefault()
    if (state === 'writing') return
    state = 'writing'
    void flush().finally(() => {
      state = 'written'
      window.close()
      then()
    })
  })
}
