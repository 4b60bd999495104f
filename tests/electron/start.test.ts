import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { electronBinary, findElectron } from '../../electron/find-electron.ts'
import { isBuilt } from '../../electron/is-built.ts'
import { hasScreen, openingCommand } from '../../electron/open-browser.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function put(root: string, path: string, minute: number, text = ''): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
  const time = new Date(Date.UTC(2026, 0, 1, 0, minute))
  await utimes(join(root, path), time, time)
  await utimes(dirname(join(root, path)), time, time)
}

async function tree(builtAt: number): Promise<string> {
  const root = await temporaryFolder()
  for (const path of ['electron/main.ts', 'renderer/app/main.tsx', 'shared/bridge.ts'])
    await put(root, path, 10)
  for (const folder of ['renderer']) await utimes(join(root, folder), new Date(0), new Date(0))
  for (const path of ['main/main.js', 'preload/preload.cjs', 'renderer/index.html'])
    await put(root, `out/${path}`, builtAt)
  return root
}

test('what was built after the last change is not built again', async () => {
  expect(await isBuilt(await tree(11))).toBe(true)
})

test('a source changed since, deep in a folder, asks for a new build', async () => {
  const root = await tree(11)
  await put(root, 'renderer/features/reader/reader-screen.tsx', 12)
  expect(await isBuilt(root)).toBe(false)
})

test('a build that is missing or was broken off is made anew', async () => {
  expect(await isBuilt(await tree(9))).toBe(false)
  const root = await temporaryFolder()
  await put(root, 'electron/main.ts', 1)
  await put(root, 'out/main/main.js', 2)
  expect(await isBuilt(root)).toBe(false)
})

test('Electron is found where its installer put it', async () => {
  const root = await temporaryFolder()
  await put(root, 'node_modules/electron/path.txt', 1, 'electron')
  expect(electronBinary(root)).toBeNull()
  await put(root, 'node_modules/electron/dist/electron', 1)
  expect(electronBinary(root)).toBe(join(root, 'node_modules/electron/dist/electron'))
})

test('fetching Electron is tried once, and said', async () => {
  const root = await temporaryFolder()
  const said: string[] = []
  await put(root, 'node_modules/electron/package.json', 1, '{"version": "45.4.1"}')
  await put(root, 'node_modules/electron/install.js', 1, 'process.exit(1)')
  expect(findElectron(root, (sentence) => said.push(sentence))).toBeNull()
  expect(said).toEqual([
    'Fetching Electron for the desktop window, once (about 110 MB)…',
    'Electron could not be fetched here, so Loam opens in your browser. To try again: npx install-electron',
  ])
  expect(findElectron(root, (sentence) => said.push(sentence))).toBeNull()
  expect(said).toHaveLength(2)
})

test('a fetched Electron is used at once', async () => {
  const root = await temporaryFolder()
  const folder = join(root, 'node_modules/electron')
  const installs = `const fs = require('fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron')`
  await put(root, 'node_modules/electron/package.json', 1, '{"version": "45.4.1"}')
  await put(root, 'node_modules/electron/install.js', 1, installs)
  expect(findElectron(root, () => undefined)).toBe(join(folder, 'dist/electron'))
})

test('the browser opens as each system does it, and only where there is a screen', () => {
  const address = 'http://127.0.0.1:4884/'
  expect(openingCommand('linux', address)).toEqual(['xdg-open', address])
  expect(openingCommand('darwin', address)).toEqual(['open', address])
  expect(openingCommand('win32', address)).toEqual(['cmd', '/c', 'start', '', address])
  expect(hasScreen('linux', {})).toBe(false)
  expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasScreen('darwin', {})).toBe(true)
})
