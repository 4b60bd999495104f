import { expect, test } from 'vitest'
import { windowOptions } from '../../electron/window-options.ts'

const given = { preload: '/loam/out/preload/preload.cjs', dark: false, developing: false, place: {} }

test('a window is sandboxed, isolated and without Node', () => {
  expect(windowOptions(given).webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
  })
})

test('a window checks no spelling, so that no dictionary is ever fetched', () => {
  expect(windowOptions(given).webPreferences?.spellcheck).toBe(false)
})

test('developer tools are there only while developing', () => {
  expect(windowOptions(given).webPreferences?.devTools).toBe(false)
  expect(windowOptions({ ...given, developing: true }).webPreferences?.devTools).toBe(true)
})

test('a window opens with the ground of its theme', () => {
  expect(windowOptions(given).backgroundColor).not.toBe(
    windowOptions({ ...given, dark: true }).backgroundColor,
  )
})

test('a window opens where it stood and keeps its smallest size', () => {
  const options = windowOptions({ ...given, place: { x: 5, y: 6, width: 1000, height: 700 } })
  expect(options).toMatchObject({ x: 5, y: 6, width: 1000, height: 700, minWidth: 900, minHeight: 600 })
})
