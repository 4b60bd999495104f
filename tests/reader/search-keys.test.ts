import { expect, test } from 'vitest'
import { isSearchKey } from '../../renderer/parts/search-keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test('Ctrl K and Ctrl Shift F search everything, on a Mac with Command', () => {
  expect(isSearchKey({ ...none, key: 'k', ctrlKey: true })).toBe(true)
  expect(isSearchKey({ ...none, key: 'K', metaKey: true })).toBe(true)
  expect(isSearchKey({ ...none, key: 'F', ctrlKey: true, shiftKey: true })).toBe(true)
})

test('letters alone, and keys the browser has its own use for, do not', () => {
  expect(isSearchKey({ ...none, key: 'k' })).toBe(false)
  expect(isSearchKey({ ...none, key: 'F', shiftKey: true })).toBe(false)
  expect(isSearchKey({ ...none, key: 'f', ctrlKey: true })).toBe(false)
  expect(isSearchKey({ ...none, key: 'k', ctrlKey: true, altKey: true })).toBe(false)
})
