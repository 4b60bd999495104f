import { type EditorView, ViewPlugin } from '@codemirror/view'
import { desktop } from '../../platform/desktop.ts'
import { laterOrNow } from './later-or-now.ts'

/** Tells the first position on the screen once scrolling has paused, and at once when the text, the window or Loam is
    left in the middle of it. `leaving` calls back on leaving and gives what ends that. */
export function noteScrolling(note: (at: number) => void, leaving: (now: () => void) => () => void) {
  return ViewPlugin.define((view) => {
    const noting = laterOrNow(() => note(firstOnScreen(view)), inAWhile)
    const stop = leaving(noting.now)
    view.scrollDOM.addEventListener('scroll', noting.later, { passive: true })
    return {
      destroy() {
        stop()
        view.scrollDOM.removeEventListener('scroll', noting.later)
        noting.now()
      },
    }
  })
}

/** Calls back when the window is hidden, loads its page anew or closes. */
export function onLeaving(now: () => void): () => void {
  addEventListener('pagehide', now)
  const heard = desktop().onRequest((request) => {
    if (request.kind === 'flush') now()
  })
  return () => {
    removeEventListener('pagehide', now)
    heard()
  }
}

/** Reading where the text stands makes the browser lay it out, so it waits for a pause of this many milliseconds. */
function inAWhile(run: () => void): () => void {
  const timer = setTimeout(run, 200)
  return () => clearTimeout(timer)
}

/** The position of the first line on the screen. */
function firstOnScreen(view: EditorView): number {
  return view.lineBlockAtHeight(view.scrollDOM.getBoundingClientRect().top - view.documentTop + 8).from
}
