import type { Span } from '../shared/text/positions.ts'

/** The stretch of a file that a request's Range header asks for, end exclusive. Null where it asks for the whole:
    no header, one that is not understood, or several stretches at once. `outside` where the file has none of it. */
export function byteRange(header: string | null, size: number): Span | 'outside' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, from = '', to = ''] = found ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last === 0 ? 'outside' : { start: size - last, end: size }
  }
  const start = Number(from)
  const end = to === '' ? size : Math.min(Number(to) + 1, size)
  if (to !== '' && Number(to) < start) return null
  return start < size ? { start, end } : 'outside'
}
