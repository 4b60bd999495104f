import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { isOwnAddress } from '../../electron/app-protocol.ts'
import { demandOwnSender, isOwnSender } from '../../electron/check-sender.ts'
import { guardNavigation, type Navigable } from '../../electron/navigation-guard.ts'
import { guardNetwork } from '../../electron/network-guard.ts'
import { guardPermissions, type PermissionSession } from '../../electron/permissions.ts'

test.each([
  ['app://loam/', true],
  ['app://loam/assets/x.js?y#z', true],
  ['app://loam.example.org/', false],
  ['app://loam@evil/', false],
  ['https://loam/', false],
  ['not an address', false],
])('%s is one of our own addresses: %s', (address, own) => {
  expect(isOwnAddress(address)).toBe(own)
})

function isCancelled(url: string, developing = false): boolean | undefined {
  let cancelled: boolean | undefined
  guardNetwork(developing)({ url }, (response) => {
    cancelled = response.cancel
  })
  return cancelled
}

test.each([
  'https://example.org/',
  'http://127.0.0.1:4884/',
  'http://localhost/',
  'ws://example.org/',
  'wss://example.org/',
  'file:///etc/passwd',
  'ftp://example.org/',
  'blob:https://example.org/1234',
  'app://other/',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://abc/x.js',
  'about:srcdoc',
])('a request for %s is refused', (url) => {
  expect(isCancelled(url)).toBe(true)
})

test.each(['app://loam/', 'blob:app://loam/1234', 'data:image/png;base64,AA=='])(
  'a request for %s is allowed',
  (url) => {
    expect(isCancelled(url)).toBe(false)
  },
)

test('developer tools load while developing, from inside Electron only', () => {
  expect(isCancelled('devtools://devtools/bundled/inspector.html', true)).toBe(false)
  expect(isCancelled('devtools://other/', true)).toBe(true)
  expect(isCancelled('https://example.org/', true)).toBe(true)
})

/** Stands where a window's contents would, and says whether an event was held back. */
function contents() {
  const events = new EventEmitter()
  const opened: { answer: unknown } = { answer: null }
  guardNavigation({
    on: events.on.bind(events),
    setWindowOpenHandler: (decide: () => unknown) => {
      opened.answer = decide()
    },
  } as unknown as Navigable)
  const heldBack = (name: string, event: object) => {
    let held = false
    events.emit(name, { ...event, preventDefault: () => (held = true) })
    return held
  }
  return { heldBack, opened }
}

test('a window goes nowhere but to its own page', () => {
  const { heldBack } = contents()
  expect(heldBack('will-navigate', { url: 'https://example.org/' })).toBe(true)
  expect(heldBack('will-navigate', { url: 'file:///tmp/x.html' })).toBe(true)
  expect(heldBack('will-navigate', { url: 'app://loam/assets/x.js' })).toBe(true)
  expect(heldBack('will-navigate', { url: 'app://loam/#/project/1' })).toBe(false)
  expect(heldBack('will-redirect', { url: 'app://loam/' })).toBe(true)
})

test('no frame inside the page goes anywhere', () => {
  const { heldBack } = contents()
  expect(heldBack('will-frame-navigate', { url: 'app://loam/', isMainFrame: false })).toBe(true)
  expect(heldBack('will-frame-navigate', { url: 'app://loam/', isMainFrame: true })).toBe(false)
})

test('no window opens and no page is embedded', () => {
  const { heldBack, opened } = contents()
  expect(opened.answer).toEqual({ action: 'deny' })
  expect(heldBack('will-attach-webview', {})).toBe(true)
})

type Ask = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void
type Check = (contents: unknown, permission: string, origin: string, details: object) => boolean

/** Both of Electron's ways to a permission, which must agree. */
function permission(name: string, url = 'app://loam/', details: object = { isMainFrame: true }): boolean {
  const given: { ask?: Ask; check?: Check } = {}
  const session = {
    setPermissionRequestHandler: (ask: Ask) => {
      given.ask = ask
    },
    setPermissionCheckHandler: (check: Check) => {
      given.check = check
    },
    setDevicePermissionHandler: (decide: () => boolean) => expect(decide()).toBe(false),
  }
  guardPermissions(session as unknown as PermissionSession)
  const contents = { getURL: () => url }
  let asked = false
  given.ask?.(contents, name, (granted) => (asked = granted), details)
  expect(given.check?.(contents, name, url, details)).toBe(asked)
  return asked
}

test.each(['persistent-storage', 'clipboard-sanitized-write'])('our own page is given %s', (name) => {
  expect(permission(name)).toBe(true)
})

test.each([
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'fileSystem',
  'openExternal',
  'usb',
  'unknown',
])('nobody is given %s', (name) => {
  expect(permission(name)).toBe(false)
})

test('another page, or a frame inside ours, is given nothing', () => {
  expect(permission('persistent-storage', 'https://example.org/')).toBe(false)
  expect(permission('persistent-storage', 'app://loam/', { isMainFrame: false })).toBe(false)
  const foreign = { isMainFrame: true, requestingUrl: 'https://example.org/' }
  expect(permission('persistent-storage', 'app://loam/', foreign)).toBe(false)
})

const ownWindow = (id: number) => id === 1
const own = { senderFrame: { url: 'app://loam/#/x', parent: null }, sender: { id: 1 } }

test('a message from our own page is heard', () => {
  expect(isOwnSender(own, ownWindow)).toBe(true)
  expect(() => demandOwnSender(own, ownWindow)).not.toThrow()
})

test.each([
  ['a frame that is gone', { ...own, senderFrame: null }],
  ['another address', { ...own, senderFrame: { url: 'https://example.org/', parent: null } }],
  ['a frame inside ours', { ...own, senderFrame: { url: 'app://loam/', parent: {} } }],
  ['a window that is not ours', { ...own, sender: { id: 2 } }],
])('a message from %s is refused', (_name, event) => {
  expect(isOwnSender(event, ownWindow)).toBe(false)
  expect(() => demandOwnSender(event, ownWindow)).toThrow('does not come from Loam’s own window')
})
