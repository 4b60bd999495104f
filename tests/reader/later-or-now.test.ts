import { expect, test } from 'vitest'
import { laterOrNow } from '../../renderer/features/reader/later-or-now.ts'

/** Noting with a clock that only moves when told. */
function noting() {
  let noted = 0
  let waiting: (() => void) | null = null
  const wait = (run: () => void) => {
    waiting = run
    return () => {
      if (waiting === run) waiting = null
    }
  }
  const { later, now } = laterOrNow(() => noted++, wait)
  return { later, now, noted: () => noted, pass: () => waiting?.() }
}

test('a place is noted once after the last of many steps', () => {
  const { later, noted, pass } = noting()
  later()
  later()
  expect(noted()).toBe(0)
  pass()
  pass()
  expect(noted()).toBe(1)
})

test('who leaves at once is noted where they are, and not again afterwards', () => {
  const { later, now, noted, pass } = noting()
  later()
  now()
  expect(noted()).toBe(1)
  pass()
  now()
  expect(noted()).toBe(1)
})

test('who leaves without having moved is not noted anew', () => {
  const { now, noted } = noting()
  now()
  expect(noted()).toBe(0)
})
