/** What a watched window offers the benchmark. Times are milliseconds. */
export interface Watch {
  /** The longest task since the last time this was asked. */
  longestTask(): number
  /** Runs something and gives the time until this selector finds something and a frame with it was painted. */
  until(act: () => void, selector: string): Promise<number>
  /** Waits for the next press of a key, and tells what it cost. */
  awaitKey(): void
  keyCost(): Promise<KeyCost>
  /** Scrolls an element by so many pixels in each frame; the time from each frame to the next. */
  scroll(selector: string, pixels: number, frames: number): Promise<readonly number[]>
}

/** What one press of a key cost: the main thread's work for it and for the frame that shows it, the time until that
    frame, and the time until the save state read "Saved" again (null when it never changed). */
export interface KeyCost {
  readonly work: number
  readonly painted: number
  readonly durable: number | null
}

/** Begins watching; runs inside the page before anything of Loam, so it stands alone. */
export function watchWindow(): void {
  let tasks: number[] = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })

  /** The task right after the next frame: when it runs, that frame's style, layout and paint are done. */
  const afterFrame = () =>
    new Promise<{ readonly began: number; readonly ended: number }>((done) => {
      requestAnimationFrame(() => {
        const began = performance.now()
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done({ began, ended: performance.now() })
        port2.postMessage(0)
      })
    })
  const nextTask = () =>
    new Promise<number>((done) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(0)
    })

  let tell: ((cost: KeyCost) => void) | null = null
  let told: Promise<KeyCost> | null = null
  addEventListener(
    'keydown',
    () => {
      const waiting = tell
      if (!waiting) return
      tell = null
      const pressed = performance.now()
      const handled = nextTask()
      const durable = savedAgain(pressed)
      void afterFrame().then(async ({ began, ended }) => {
        const done = await handled
        const work = done < began ? done - pressed + (ended - began) : ended - pressed
        waiting({ work, painted: ended - pressed, durable: await durable })
      })
    },
    { capture: true },
  )

  /** The save state leaves "Saved" and comes back to it. */
  const savedAgain = (since: number) =>
    new Promise<number | null>((done) => {
      const state = document.querySelector('[role="status"][aria-label="Save state"]')
      if (!state) return done(null)
      let left = false
      const observer = new MutationObserver(() => {
        if (state.textContent !== 'Saved') left = true
        else if (left) end(performance.now() - since)
      })
      const end = (time: number | null) => {
        observer.disconnect()
        done(time)
      }
      observer.observe(state, { childList: true, characterData: true, subtree: true })
      setTimeout(() => end(null), 1500)
    })

  const watch: Watch = {
    longestTask: () => {
      const longest = Math.max(0, ...tasks)
      tasks = []
      return longest
    },
    until: async (act, selector) => {
      const start = performance.now()
      act()
      while (!document.querySelector(selector)) await afterFrame()
      return (await afterFrame()).ended - start
    },
    awaitKey: () => {
      told = new Promise((settle) => {
        tell = settle
      })
    },
    keyCost: () => told ?? Promise.reject(new Error('No key was waited for')),
    scroll: async (selector, pixels, frames) => {
      const element = document.querySelector(selector)
      if (!element) throw new Error(`There is no ${selector}`)
      const gaps: number[] = []
      let last = await new Promise<number>(requestAnimationFrame)
      for (let i = 0; i < frames; i++) {
        element.scrollTop += pixels
        const now = await new Promise<number>(requestAnimationFrame)
        gaps.push(now - last)
        last = now
      }
      return gaps
    },
  }
  Object.assign(globalThis, { watch })
}
