import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { NumberedRequest } from '../../electron/channels.ts'
import { closeGently } from '../../electron/close-gently.ts'
import { windowRequests } from '../../electron/window-requests.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function aWindow() {
  const posted: NumberedRequest[] = []
  const requests = windowRequests((message) => posted.push(message))
  return { posted, requests, kinds: () => posted.map((message) => message.request.kind) }
}

test('a file handed over before the window listens waits for it', () => {
  const { posted, requests } = aWindow()
  const file = { name: 'Ardal.qdpx', bytes: new Uint8Array(), handle: null }
  requests.send({ kind: 'open', file })
  expect(posted).toEqual([])
  requests.listening()
  expect(posted.map((message) => message.request)).toEqual([{ kind: 'open', file }])
  requests.listening()
  expect(posted).toHaveLength(1)
})

test('a page that loads anew gets what was chosen meanwhile once it listens', () => {
  const { requests, kinds } = aWindow()
  requests.listening()
  requests.reloading()
  requests.send({ kind: 'command', command: 'save' })
  expect(kinds()).toEqual([])
  requests.listening()
  expect(kinds()).toEqual(['command'])
})

test('flushing waits until the window has written', async () => {
  const { posted, requests } = aWindow()
  requests.listening()
  let written = false
  const flushing = requests.flush(5_000, 60_000).then(() => {
    written = true
  })
  await vi.advanceTimersByTimeAsync(4_000)
  expect(written).toBe(false)
  requests.done(posted[0]?.number ?? 0)
  await flushing
  expect(written).toBe(true)
})

test('flushing waits no longer than it was told for a window of which nothing is heard', async () => {
  const { requests, kinds } = aWindow()
  requests.listening()
  const flushing = requests.flush(5_000, 60_000)
  await vi.advanceTimersByTimeAsync(5_000)
  await flushing
  expect(kinds()).toEqual(['flush'])
})

test('flushing waits on for as long as the window says that it goes on', async () => {
  const { posted, requests } = aWindow()
  requests.listening()
  let written = false
  const flushing = requests.flush(5_000, 60_000).then(() => {
    written = true
  })
  for (let i = 0; i < 8; i++) {
    await vi.advanceTimersByTimeAsync(4_000)
    requests.going()
  }
  expect(written).toBe(false)
  requests.done(posted[0]?.number ?? 0)
  await flushing
  requests.going()
  expect(vi.getTimerCount()).toBe(0)
})

test('a window that stops saying so is waited for no longer, nor one that says so for ever', async () => {
  const silent = aWindow()
  silent.requests.listening()
  let ended = ''
  const first = silent.requests.flush(5_000, 60_000).then(() => {
    ended += 'silent'
  })
  await vi.advanceTimersByTimeAsync(3_000)
  silent.requests.going()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(ended).toBe('')
  await vi.advanceTimersByTimeAsync(1)
  await first
  const endless = aWindow()
  endless.requests.listening()
  const second = endless.requests.flush(5_000, 60_000)
  const heart = setInterval(endless.requests.going, 1_000)
  await vi.advanceTimersByTimeAsync(60_000)
  await second
  clearInterval(heart)
  expect(vi.getTimerCount()).toBe(0)
})

test('flushing does not wait for a window that hears nothing, or crashes', async () => {
  const { requests } = aWindow()
  await requests.flush(5_000, 60_000)
  requests.listening()
  const flushing = requests.flush(5_000, 60_000)
  requests.reloading()
  await flushing
})

test('a window closes only after it has written, and only once', async () => {
  let close: (event: { preventDefault(): void }) => void = () => undefined
  let held = 0
  let closed = 0
  let flushed = 0
  let after = 0
  const attempt = () => {
    let prevented = false
    close({ preventDefault: () => (prevented = true) })
    if (prevented) held++
    else closed++
  }
  const flush = () => {
    flushed++
    return new Promise<void>((resolve) => setTimeout(resolve, 100))
  }
  closeGently({ on: (_event, listener) => (close = listener), close: attempt }, flush, () => after++)
  attempt()
  attempt()
  expect([held, closed, flushed]).toEqual([2, 0, 1])
  await vi.advanceTimersByTimeAsync(100)
  expect([held, closed, flushed, after]).toEqual([2, 1, 1, 1])
})
