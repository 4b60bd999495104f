import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readBuiltFile } from './built-files.ts'
import { SECURITY_HEADERS } from './content-policy.ts'

/** The port on which Loam stands in the browser. It never changes: the origin owns the projects. */
export const LOAM_PORT = 4884

/** How the server names itself, so that a second start recognises the first. */
export const SERVER_NAME = 'Loam'

/** A running server of the built window, reachable from this computer only. */
export interface ServedLoam {
  readonly ok: true
  /** The address to open, without a slash at its end. */
  readonly address: string
  close(): Promise<void>
}

/** Why the window is not served: the port is taken, or the system refused. */
export interface NotServed {
  readonly ok: false
  readonly taken: boolean
  readonly problem: string
}

/** Serves the built window in `folder` at 127.0.0.1. Port 0 takes any free one, for tests. */
export function serveLoam(folder: string, port: number): Promise<ServedLoam | NotServed> {
  const server = createServer((request, response) => void answer(folder, server, request, response))
  return new Promise((resolve) => {
    server.once('error', (trouble) => resolve(notServed(port, trouble)))
    server.listen(port, '127.0.0.1', () => resolve(served(server)))
  })
}

/** The sentence for a taken port. */
export function portTaken(port: number): string {
  return (
    `Loam needs port ${port} on this computer, and another program is using it: ` +
    'close that program, then start Loam again.'
  )
}

function served(server: Server): ServedLoam {
  return {
    ok: true,
    address: `http://127.0.0.1:${portOf(server)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function notServed(port: number, trouble: Error): NotServed {
  const code = 'code' in trouble ? trouble.code : null
  if (code === 'EADDRINUSE') return { ok: false, taken: true, problem: portTaken(port) }
  const problem = `Loam could not be served on port ${port} of this computer: ${trouble.message}.`
  return { ok: false, taken: false, problem }
}

function portOf(server: Server): number {
  const bound = server.address()
  return typeof bound === 'object' && bound !== null ? bound.port : 0
}

async function answer(folder: string, server: Server, request: IncomingMessage, response: ServerResponse) {
  response.setHeader('Server', SERVER_NAME)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  const port = portOf(server)
  const { host } = request.headers
  // Another name that points here would be another origin: no page of someone else's may read ours.
  if (host === `localhost:${port}`) return redirect(response, `http://127.0.0.1:${port}/`)
  if (host !== `127.0.0.1:${port}`) return refuse(response, 421, 'This name does not belong to Loam.')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(response, 405, 'Only reading is possible here.')
  }
  const file = await readBuiltFile(folder, pathnameOf(request.url ?? '/'))
  if (file === null) return refuse(response, 404, 'There is no such file in Loam.')
  const caching = file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache'
  response.writeHead(200, {
    'Content-Type': file.mediaType,
    'Content-Length': file.bytes.length,
    'Cache-Control': caching,
  })
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

/** The path exactly as asked: the URL parser would fold "/../" away before it can be refused. */
function pathnameOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '/'
}

function redirect(response: ServerResponse, address: string): void {
  // Projects live at one origin; under the other name none of them would be there.
  response.writeHead(307, { Location: address }).end()
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`${sentence}\n`)
}
