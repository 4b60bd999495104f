import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_REMEMBERED, openRecentFiles } from '../../electron/recent-files.ts'
import { SMALLEST } from '../../electron/window-options.ts'
import { keepWindowPlace, placeOnScreens, readWindowPlace } from '../../electron/window-state.ts'
import { temporaryFolder } from './temporary-folder.ts'

const screen = { x: 0, y: 25, width: 1920, height: 1055 }
const beside = { x: 1920, y: 0, width: 2560, height: 1440 }
const place = { x: 2000, y: 100, width: 1200, height: 800, maximised: false }

test('where a window stood is known at the next start', async () => {
  const path = join(await temporaryFolder(), 'Loam', 'window.json')
  expect(await readWindowPlace(path)).toBeNull()
  await keepWindowPlace(path, place)
  expect(await readWindowPlace(path)).toEqual(place)
})

test.each(['', 'not json', '[]', '{"x":1}', '{"x":1,"y":1,"width":"wide","height":1,"maximised":false}'])(
  'a damaged place is as none: %s',
  async (text) => {
    const path = join(await temporaryFolder(), 'window.json')
    await writeFile(path, text)
    expect(await readWindowPlace(path)).toBeNull()
  },
)

test('a window returns to the screen it stood on', () => {
  expect(placeOnScreens(place, [screen, beside])).toEqual({ x: 2000, y: 100, width: 1200, height: 800 })
})

test('a window whose screen is gone opens in the middle of the first', () => {
  expect(placeOnScreens(place, [screen])).toEqual({ width: 1200, height: 800 })
})

test('the first window fits a small screen', () => {
  const small = { x: 0, y: 0, width: 1280, height: 720 }
  expect(placeOnScreens(null, [small])).toEqual({ width: 1280, height: 720 })
})

test('however a window stood, it can be grasped and is large enough', () => {
  const edge = fc.integer({ min: -10_000, max: 10_000 })
  const size = fc.integer({ min: 0, max: 10_000 })
  const stood = fc.record({ x: edge, y: edge, width: size, height: size, maximised: fc.boolean() })
  fc.assert(
    fc.property(stood, (kept) => {
      const { x, y, width = 0, height = 0 } = placeOnScreens(kept, [screen, beside])
      expect(width).toBeGreaterThanOrEqual(SMALLEST.width)
      expect(height).toBeGreaterThanOrEqual(SMALLEST.height)
      if (x === undefined || y === undefined) return
      const graspable = [screen, beside].some(
        (on) => x < on.x + on.width - 100 && x + width > on.x + 100 && y >= on.y - 8 && y < on.y + on.height,
      )
      expect(graspable).toBe(true)
    }),
  )
})

test('a file has the same handle at the next start', async () => {
  const path = join(await temporaryFolder(), 'recent-files.json')
  const handle = await (await openRecentFiles(path)).remember('/inquiries/Ardal.qdpx')
  const again = await openRecentFiles(path)
  expect(again.pathOf(handle)).toBe('/inquiries/Ardal.qdpx')
  expect(await again.remember('/inquiries/Ardal.qdpx')).toBe(handle)
})

test('a handle says nothing of the path, and a made-up one leads nowhere', async () => {
  const recent = await openRecentFiles(join(await temporaryFolder(), 'recent-files.json'))
  expect(await recent.remember('/inquiries/Ardal.qdpx')).toMatch(/^[0-9a-f-]{36}$/)
  expect(recent.pathOf('/inquiries/Ardal.qdpx')).toBeNull()
})

test('the file unused for longest is forgotten first', async () => {
  const recent = await openRecentFiles(join(await temporaryFolder(), 'recent-files.json'))
  const first = await recent.remember('/0.qdpx')
  const second = await recent.remember('/1.qdpx')
  await recent.remember('/0.qdpx')
  for (let file = 2; file <= MOST_REMEMBERED; file++) await recent.remember(`/${file}.qdpx`)
  expect(recent.pathOf(first)).toBe('/0.qdpx')
  expect(recent.pathOf(second)).toBeNull()
})

test('files remembered at once are all kept, in a whole list', async () => {
  const folder = await temporaryFolder()
  const recent = await openRecentFiles(join(folder, 'recent-files.json'))
  await Promise.all(['/a.qdpx', '/b.qdpx', '/c.qdpx'].map((path) => recent.remember(path)))
  const kept: { files: readonly { path: string }[] } = JSON.parse(
    await readFile(join(folder, 'recent-files.json'), 'utf8'),
  )
  expect(kept.files.map((file) => file.path)).toEqual(['/c.qdpx', '/b.qdpx', '/a.qdpx'])
  expect(await readdir(folder)).toEqual(['recent-files.json'])
})

test('a damaged list is begun anew', async () => {
  const path = join(await temporaryFolder(), 'recent-files.json')
  await writeFile(path, '{"files":[{"handle":1,"path":"/x"},{"handle":"h","path":"/y"}')
  expect((await openRecentFiles(path)).pathOf('h')).toBeNull()
  await writeFile(path, '{"files":[{"handle":1,"path":"/x"},{"handle":"h","path":"/y"}]}')
  expect((await openRecentFiles(path)).pathOf('h')).toBe('/y')
})
