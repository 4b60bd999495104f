import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerRecording } from '../../electron/answer-recording.ts'
import { answerFromBuilt } from '../../electron/app-protocol.ts'
import { openBackupPlaces } from '../../electron/backups.ts'
import { bridgeHandlers, type WindowSide } from '../../electron/bridge-handlers.ts'
import { byteRange } from '../../electron/byte-range.ts'
import { HEADER_POLICY } from '../../electron/content-policy.ts'
import { openRecentFiles } from '../../electron/recent-files.ts'
import { bytesOf, temporaryFolder } from './temporary-folder.ts'

/** A desk whose person chooses one file, and the window's own origin behind it. */
async function desk(name = 'recording-03.mp3', bytes: Uint8Array = bytesOf('0123456789')) {
  const folder = await temporaryFolder()
  const path = join(folder, name)
  await writeFile(path, bytes)
  const side: WindowSide = {
    chooseFiles: async () => [path],
    choosePlace: async () => null,
    print: async () => bytesOf(''),
  }
  const list = join(await temporaryFolder(), 'recordings.json')
  const start = async () => {
    const recordings = await openRecentFiles(list)
    const ask = bridgeHandlers(
      side,
      await openRecentFiles(join(await temporaryFolder(), 'recent.json')),
      recordings,
      await openBackupPlaces(await temporaryFolder(), async () => true),
    )
    const answer = answerFromBuilt(folder, (handle, request) => answerRecording(handle, request, recordings))
    return { ask, fetched: (address: string, init?: RequestInit) => answer(new Request(address, init)) }
  }
  const { ask, fetched } = await start()
  const opened = await ask.chooseRecording('Link a recording')
  return { path, folder, start, ask, fetched, opened }
}

/** The recording that was chosen; throws when it was refused. */
function given<T extends { readonly ok: boolean } | null>(opened: T): Extract<T, { readonly ok: true }> {
  if (!isGiven(opened)) throw new Error(JSON.stringify(opened))
  return opened
}

function isGiven<T extends { readonly ok: boolean } | null>(
  opened: T,
): opened is Extract<T, { readonly ok: true }> {
  return opened?.ok === true
}

const ranged = (range: string) => ({ headers: { Range: range } })

test('a chosen recording gives its name, its length and its ends, and an address without its path', async () => {
  const { opened, folder } = await desk('recording-03.mp3', new Uint8Array(200_000).fill(7))
  const { name, bytes, first, last, address } = given(opened)
  expect([name, bytes, first.length, last.length]).toEqual(['recording-03.mp3', 200_000, 65_536, 65_536])
  expect(address).toMatch(/^app:\/\/loam\/recording\/[\w-]{36}$/)
  expect(JSON.stringify(opened)).not.toContain(folder)
})

test('the player gets the whole, or the stretch it asks for, under the content policy', async () => {
  const { fetched, opened } = await desk()
  const { address } = given(opened)
  const whole = await fetched(address)
  expect([whole.status, await whole.text(), whole.headers.get('content-type')]).toEqual([
    200,
    '0123456789',
    'audio/mpeg',
  ])
  expect(whole.headers.get('accept-ranges')).toBe('bytes')
  expect(whole.headers.get('content-security-policy')).toBe(HEADER_POLICY)
  const part = await fetched(address, ranged('bytes=3-5'))
  expect([
    part.status,
    await part.text(),
    part.headers.get('content-range'),
    part.headers.get('content-length'),
  ]).toEqual([206, '345', 'bytes 3-5/10', '3'])
  expect(await (await fetched(address, ranged('bytes=7-'))).text()).toBe('789')
  expect(await (await fetched(address, ranged('bytes=-2'))).text()).toBe('89')
  const outside = await fetched(address, ranged('bytes=10-'))
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  const head = await fetched(address, { method: 'HEAD' })
  expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '10'])
})

test('a recording plays again after a restart, and says nothing once it is gone', async () => {
  const { path, folder, start, opened } = await desk()
  const handle = given(opened).handle ?? ''
  const again = await start()
  const reopened = given(await again.ask.openRecording(handle))
  expect(await (await again.fetched(reopened.address)).text()).toBe('0123456789')
  await rename(path, join(folder, 'elsewhere.mp3'))
  expect(await again.ask.openRecording(handle)).toBeNull()
  expect((await again.fetched(reopened.address)).status).toBe(404)
})

test('the handle of a recording plays it and does nothing else: it is not written to and not read as a whole', async () => {
  const { ask, opened, start, path, fetched } = await desk()
  const { handle, address } = given(opened)
  expect((await ask.saveAgain(handle ?? '', bytesOf('x'))).ok).toBe(false)
  expect(await ask.readAgain(handle ?? '')).toBeNull()
  expect(await (await fetched(address)).text()).toBe('0123456789')
  expect(await (await start()).ask.openRecording(path)).toBeNull()
})

test.each([
  ['app://loam/recording/00000000-0000-4000-8000-000000000000', 404],
  ['app://loam/recording/', 404],
  ['app://loam/recording/../recording-03.mp3', 404],
  ['app://loam/recording/..%2frecording-03.mp3', 404],
  ['app://other/recording/x', 403],
])('nothing is played at %s', async (address, status) => {
  expect((await (await desk()).fetched(address)).status).toBe(status)
})

test('a recording cannot be written to through its address', async () => {
  const { fetched, opened } = await desk()
  expect((await fetched(given(opened).address, { method: 'POST' })).status).toBe(405)
})

test('what is no sound or video is refused, and so is what cannot be read', async () => {
  expect((await desk('notes.txt')).opened).toMatchObject({ ok: false })
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'folder.mp3'))
  const side = {
    chooseFiles: async () => [join(folder, 'gone.mp3')],
    choosePlace: async () => null,
    print: async () => bytesOf(''),
  }
  const list = () => openRecentFiles(join(folder, 'list.json'))
  const ask = bridgeHandlers(
    side,
    await list(),
    await list(),
    await openBackupPlaces(folder, async () => true),
  )
  expect(await ask.chooseRecording('Link')).toEqual({
    ok: false,
    problem: '“gone.mp3” could not be opened: it is not there.',
  })
})

test('an empty recording is answered without a body', async () => {
  const { fetched, opened } = await desk('empty.wav', new Uint8Array())
  const answer = await fetched(given(opened).address)
  expect([answer.status, await answer.text()]).toEqual([200, ''])
})

test('stretches of bytes are read as players write them', () => {
  const asked = (header: string | null) => byteRange(header, 100)
  expect(asked('bytes=0-')).toEqual({ start: 0, end: 100 })
  expect(asked('bytes=10-19')).toEqual({ start: 10, end: 20 })
  expect(asked('bytes=90-500')).toEqual({ start: 90, end: 100 })
  expect(asked('bytes=-10')).toEqual({ start: 90, end: 100 })
  expect(asked('bytes=-500')).toEqual({ start: 0, end: 100 })
  expect([asked('bytes=100-'), asked('bytes=-0')]).toEqual(['outside', 'outside'])
  for (const header of [null, '', 'bytes=-', 'bytes=5-4', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b'])
    expect(asked(header)).toBeNull()
})
