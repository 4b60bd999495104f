import { type OpenZip, unpack } from './read-zip.ts'

/** The one .qde at the top of the zip, whatever it is called. */
export function findProjectEntry(
  zip: OpenZip,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly problem: string } {
  const found = [...zip.entries.keys()].filter((name) => /^[^/\\]+\.qde$/i.test(name))
  const [name] = found
  if (name === undefined)
    return { ok: false, problem: 'it holds no project.qde, so it is not a REFI-QDA project' }
  if (found.length > 1)
    return { ok: false, problem: `it holds ${found.length} projects (${found.join(', ')}) instead of one` }
  return { ok: true, name }
}

/** Finds the texts that a project.qde names. Only files inside the zip are ever read; case does not matter. */
export function sourceTexts(zip: OpenZip): (path: string) => string | null {
  const names = new Map([...zip.entries.keys()].map((name) => [name.toLowerCase(), name]))
  return (path) => {
    const scheme = /^([a-z]+):\/\//i.exec(path)?.[1]?.toLowerCase()
    if (scheme !== undefined && scheme !== 'internal') return null
    const file = path.replace(/^internal:\/\//i, '').toLowerCase()
    const name = names.get(`sources/${file}`) ?? names.get(file)
    const unpacked = name === undefined ? undefined : unpack(zip, name)
    return unpacked?.ok ? decodeText(unpacked.bytes) : null
  }
}

/** The standard says UTF-8; a byte order mark may say otherwise. */
function decodeText(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
}
