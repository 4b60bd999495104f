import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** A file of the built window, ready to be sent. */
export interface BuiltFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  /** True when the name holds a hash of the content, so that it may be kept for good. */
  readonly lasting: boolean
}

/** Reads one file of the built window by the path of its address, such as "/assets/x.js"; "/" is the page
    itself. Null for everything that is not a known kind of file inside the folder. */
export async function readBuiltFile(folder: string, pathname: string): Promise<BuiltFile | null> {
  const segments = plainSegments(pathname)
  if (segments === null) return null
  const wanted = segments.length === 0 ? ['index.html'] : segments
  const mediaType = MEDIA_TYPES.get(extname(wanted.at(-1) ?? '').toLowerCase())
  if (mediaType === undefined) return null
  const bytes = await readInside(folder, join(folder, ...wanted))
  return bytes && { bytes, mediaType, lasting: wanted[0] === 'assets' }
}

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.ttf', 'font/ttf'],
  ['.pfb', 'application/octet-stream'],
  ['.wasm', 'application/wasm'],
  ['.webmanifest', 'application/manifest+json'],
  ['.bcmap', 'application/octet-stream'],
  ['.qdpx', 'application/zip'],
  ['.qdc', 'application/xml'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.pdf', 'application/pdf'],
])

function plainSegments(pathname: string): readonly string[] | null {
  const path = decoded(pathname)
  if (path === null || path.includes('\0') || path.includes('\\') || path.includes(':')) return null
  const segments = path.split('/').filter((segment) => segment !== '')
  return segments.some((segment) => segment.startsWith('.')) ? null : segments
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

async function readInside(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    // A link inside the folder may point out of it.
    const [root, target] = await Promise.all([realpath(folder), realpath(path)])
    return target.startsWith(root + sep) ? new Uint8Array(await readFile(target)) : null
  } catch {
    return null
  }
}
