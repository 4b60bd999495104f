import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { recordingMediaType } from '../shared/recording/recording-kind.ts'
import { byteRange } from './byte-range.ts'
import { SECURITY_HEADERS } from './content-policy.ts'
import type { RecentFiles } from './recent-files.ts'

/** Answers a request for a recording by its handle, in the stretch of bytes that the player asks for, so that it can
    jump. 404 for a handle never given and a file that is gone, 416 for a stretch outside the file. The file is
    streamed, and closed as soon as the player has what it wants. */
export async function answerRecording(
  handle: string,
  request: Request,
  recordings: RecentFiles,
): Promise<Response> {
  const path = recordings.pathOf(handle)
  const mediaType = path === null ? null : recordingMediaType(path)
  if (path === null || mediaType === null)
    return new Response(null, { status: 404, headers: SECURITY_HEADERS })
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return new Response(null, { status: 404, headers: SECURITY_HEADERS })
  const facts = await file.stat()
  const range = byteRange(request.headers.get('range'), facts.size)
  const isEmpty = request.method === 'HEAD' || !facts.isFile() || range === 'outside' || facts.size === 0
  if (isEmpty) await file.close()
  if (!facts.isFile()) return new Response(null, { status: 404, headers: SECURITY_HEADERS })
  const headers = { ...SECURITY_HEADERS, 'Content-Type': mediaType, 'Accept-Ranges': 'bytes' }
  if (range === 'outside')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${facts.size}` },
    })
  const { start, end } = range ?? { start: 0, end: facts.size }
  const body = isEmpty ? null : streamed(file.createReadStream({ start, end: end - 1 }))
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(end - start),
      ...(range ? { 'Content-Range': `bytes ${start}-${end - 1}/${facts.size}` } : {}),
    },
  })
}

/** A player that jumps lets go of one stream and asks for another; that is no fault of the file. */
function streamed(stream: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reading = stream[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await reading.next()
        if (next.done) controller.close()
        else controller.enqueue(new Uint8Array(next.value))
      } catch (trouble) {
        controller.error(trouble)
      }
    },
    cancel() {
      stream.destroy()
    },
  })
}
