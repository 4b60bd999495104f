import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whileClosing } from '../../renderer/app/while-closing.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Something that takes so many milliseconds, as a window of this kind closes. */
function closing(kind: 'electron' | 'browser', takes: number, fails = false) {
  const told = { going: 0, notes: [] as string[], ended: '' }
  const work = new Promise<void>((settle, fail) =>
    setTimeout(() => (fails ? fail(new Error('The disk is full')) : settle()), takes),
  )
  const desk = { kind, goingOn: () => told.going++ }
  whileClosing(work, desk, (text) => told.notes.push(text)).then(
    () => (told.ended = 'written'),
    () => (told.ended = 'failed'),
  )
  return told
}

test('a long writing is told to the desktop every second, and once to the person', async () => {
  const told = closing('electron', 12_300)
  await vi.advanceTimersByTimeAsync(12_200)
  expect(told).toEqual({ going: 12, notes: ['Backing up before closing…'], ended: '' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toMatchObject({ going: 12, ended: 'written' })
})

test('what is written at once is told to nobody, and what fails is told no longer', async () => {
  const quick = closing('electron', 100)
  const failing = closing('electron', 2_500, true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(quick).toEqual({ going: 0, notes: [], ended: 'written' })
  expect(failing).toMatchObject({ going: 2, ended: 'failed' })
})

test('in a browser nobody waits, so nothing is told', async () => {
  const told = closing('browser', 5_000)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(told).toEqual({ going: 0, notes: [], ended: 'written' })
})
