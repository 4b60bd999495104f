import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerFromBuilt } from '../../electron/app-protocol.ts'
import { readBuiltFile } from '../../electron/built-files.ts'
import { HEADER_POLICY } from '../../electron/content-policy.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function builtFolder(): Promise<string> {
  const folder = await temporaryFolder()
  const built = join(folder, 'renderer')
  await mkdir(join(built, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'not for the window')
  await writeFile(join(built, 'index.html'), '<!doctype html>')
  await writeFile(join(built, 'assets/index-1a2b.js'), 'export {}')
  await writeFile(join(built, '.env.txt'), 'hidden')
  await writeFile(join(built, 'unknown.exe'), 'MZ')
  await symlink(join(folder, 'secret.txt'), join(built, 'link.txt'))
  return built
}

const ask = async (address: string, method = 'GET') =>
  answerFromBuilt(await builtFolder())(new Request(address, { method }))

test('the page is served with its content policy', async () => {
  const answer = await ask('app://loam/')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('<!doctype html>')
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('content-security-policy')).toBe(HEADER_POLICY)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('scripts have the media type that modules need', async () => {
  const answer = await ask('app://loam/assets/index-1a2b.js')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test.each(['app://loam/none.js', 'app://loam/assets', 'app://loam/unknown.exe', 'app://loam/.env.txt'])(
  'nothing is found at %s',
  async (address) => {
    const answer = await ask(address)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-security-policy')).toBe(HEADER_POLICY)
  },
)

test('another host of the same scheme is refused', async () => {
  expect((await ask('app://other/index.html')).status).toBe(403)
})

test('writing is refused', async () => {
  expect((await ask('app://loam/', 'POST')).status).toBe(405)
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..\\secret.txt',
  '/%5c..%5csecret.txt',
  '/assets/%00/../../../secret.txt',
  '//../secret.txt',
  '/C:/secret.txt',
  '/%E0%A4%A',
  '/link.txt',
])('no path leads out of the built window: %s', async (path) => {
  expect(await readBuiltFile(await builtFolder(), path)).toBeNull()
})
