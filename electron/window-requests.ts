import type { DesktopRequest } from '../shared/bridge.ts'
import type { NumberedRequest } from './channels.ts'

/** Requests on their way to one window. */
export interface WindowRequests {
  /** Sends a request; while the window does not listen yet, it waits. */
  send(request: DesktopRequest): void
  /** The window listens from now on: what waited is sent. */
  listening(): void
  /** The window loads its page anew and hears nothing until it listens again. */
  reloading(): void
  /** The window has carried out the request with this number. */
  done(number: number): void
  /** The window is still writing what it was asked to write. */
  going(): void
  /** Asks the window to write what is not yet written. Settles when it has; when nothing was heard of it for
      `silence` milliseconds; after `longest` milliseconds, whatever is heard; or at once when it does not listen:
      closing never hangs. */
  flush(silence: number, longest: number): Promise<void>
}

/** Keeps the requests of one window in order; `post` sends one message to it. */
export function windowRequests(post: (message: NumberedRequest) => void): WindowRequests {
  let listens = false
  let number = 0
  let waiting: readonly DesktopRequest[] = []
  const unfinished = new Map<number, () => void>()
  const waitOn = new Set<() => void>()
  const postNow = (request: DesktopRequest) => post({ number: ++number, request })
  return {
    send(request) {
      if (listens) postNow(request)
      else waiting = [...waiting, request]
    },
    listening() {
      listens = true
      const held = waiting
      waiting = []
      for (const request of held) postNow(request)
    },
    reloading() {
      listens = false
      for (const finish of unfinished.values()) finish()
    },
    done: (finished) => unfinished.get(finished)?.(),
    going() {
      for (const wait of waitOn) wait()
    },
    flush: (silence, longest) =>
      new Promise((resolve) => {
        if (!listens) return resolve()
        postNow({ kind: 'flush' })
        const mine = number
        const finish = () => {
          clearTimeout(timer)
          clearTimeout(end)
          unfinished.delete(mine)
          waitOn.delete(wait)
          resolve()
        }
        const wait = () => {
          clearTimeout(timer)
          timer = setTimeout(finish, silence)
        }
        let timer = setTimeout(finish, silence)
        const end = setTimeout(finish, longest)
        unfinished.set(mine, finish)
        waitOn.add(wait)
      }),
  }
}
