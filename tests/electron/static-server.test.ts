import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { HEADER_POLICY } from '../../electron/content-policy.ts'
import { LOAM_PORT, portTaken, SERVER_NAME, serveLoam } from '../../electron/static-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function serving() {
  const folder = await temporaryFolder()
  const built = join(folder, 'renderer')
  await mkdir(join(built, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'not for the window')
  await writeFile(join(built, 'index.html'), '<!doctype html>')
  await writeFile(join(built, 'assets/a-1.js'), 'export {}')
  const served = await serveLoam(built, 0)
  if (!served.ok) throw new Error(served.problem)
  onTestFinished(served.close)
  return { port: Number(new URL(served.address).port), address: served.address }
}

interface Asked {
  readonly path?: string
  readonly method?: string
  readonly host?: string
}

/** Asks exactly as given: fetch would tidy the path and set the host itself. */
async function ask(port: number, { path = '/', method = 'GET', host = `127.0.0.1:${port}` }: Asked) {
  return new Promise<{ status: number | undefined; body: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const asking = request(
        { host: '127.0.0.1', port, path, method, headers: { host } },
        async (response) => {
          let body = ''
          for await (const part of response) body += String(part)
          resolve({ status: response.statusCode, body, headers: response.headers })
        },
      )
      asking.on('error', reject)
      asking.end()
    },
  )
}

test('the page is served to this computer with its policy', async () => {
  const { port, address } = await serving()
  expect(address).toBe(`http://127.0.0.1:${port}`)
  const { status, body, headers } = await ask(port, {})
  expect([status, body]).toEqual([200, '<!doctype html>'])
  expect(headers).toMatchObject({
    'content-security-policy': HEADER_POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
    server: SERVER_NAME,
  })
})

test('a file named by its content may be kept for good', async () => {
  const { port } = await serving()
  const { headers } = await ask(port, { path: '/assets/a-1.js?x=1' })
  expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' })
})

test('asking for the headers only gives no body', async () => {
  const { port } = await serving()
  const { status, body, headers } = await ask(port, { method: 'HEAD' })
  expect([status, body, headers['content-length']]).toEqual([200, '', '15'])
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
  const { port } = await serving()
  expect(await ask(port, { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})

test.each(['evil.example', 'evil.example:4884', '127.0.0.1', '127.0.0.1:1', '[::1]:4884'])(
  'a name that is not ours gets nothing: "%s"',
  async (host) => {
    const { port } = await serving()
    const { status, body } = await ask(port, { host })
    expect([status, body]).toEqual([421, 'This name does not belong to Loam.\n'])
  },
)

test('the other name of this computer leads to the origin that owns the projects', async () => {
  const { port, address } = await serving()
  const { status, headers } = await ask(port, { host: `localhost:${port}` })
  expect([status, headers.location]).toEqual([307, `${address}/`])
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/none.html',
  '/%',
])('nothing outside the built window is served: %s', async (path) => {
  const { port } = await serving()
  const { status, body } = await ask(port, { path })
  expect([status, body]).toEqual([404, 'There is no such file in Loam.\n'])
})

test('a taken port is said in one sentence, and no other port is tried', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  onTestFinished(() => void other.close())
  const bound = other.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const served = await serveLoam(await temporaryFolder(), port)
  expect(served).toEqual({ ok: false, taken: true, problem: portTaken(port) })
  expect(portTaken(LOAM_PORT)).toBe(
    'Loam needs port 4884 on this computer, and another program is using it: close that program, then start Loam again.',
  )
})
