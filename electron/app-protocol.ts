import { readBuiltFile } from './built-files.ts'
import { SECURITY_HEADERS } from './content-policy.ts'

/** The scheme under which the window is loaded in Electron. */
export const APP_SCHEME = 'app'

/** The window's own address in Electron; its origin owns the projects, so it never changes. */
export const APP_ADDRESS = 'app://loam/'

/** What Electron must know of the scheme before it is ready: it is a secure origin with storage of its own. */
export const APP_SCHEME_PRIVILEGES = {
  scheme: APP_SCHEME,
  // Without `stream` a player would wait for the whole recording, and could not jump.
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
} as const

/** True when an address is one of the window's own. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === 'loam'
}

/** Answers a request for a recording by its handle. */
export type AnswerRecording = (handle: string, request: Request) => Promise<Response>

/** Answers requests to app://loam/ with files of the built window, and with recordings by their handles where
    `recording` is given, and nothing else: 404 for every other path, 403 for another host, 405 for anything but
    reading. */
export function answerFromBuilt(
  folder: string,
  recording?: AnswerRecording,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refused(405, 'Only reading is possible here.')
    if (!isOwnAddress(request.url)) return refused(403, 'This address is not part of Loam.')
    const handle = /^\/recording\/([\w-]{1,64})$/.exec(new URL(request.url).pathname)?.[1]
    if (recording && handle !== undefined) return recording(handle, request)
    const file = await readBuiltFile(folder, new URL(request.url).pathname)
    if (file === null) return refused(404, 'There is no such file in Loam.')
    const body = request.method === 'HEAD' ? null : file.bytes
    return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.mediaType } })
  }
}

function refused(status: number, sentence: string): Response {
  const headers = { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(sentence, { status, headers })
}
