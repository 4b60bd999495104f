import { type OpenZip, unpack } from './read-zip.ts'

/** The one .qde of the zip, whatever it is called: at its top, or in a folder where somebody packed one. */
export function findProjectEntry(
  zip: OpenZip,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly problem: string } {
  const all = [...zip.entries.keys()].filter(
    (name) => /\.qde$/i.test(name) && !/(?:^|[/\\])(?:\.|__MACOSX)/.test(name),
  )
  const top = all.filter((name) => !/[/\\]/.test(name))
  const found = top.length > 0 ? top : all
  const [name] = found
  if (name === undefined)
    return { ok: false, problem: 'it holds no project.qde, so it is not a REFI-QDA project' }
  if (found.length > 1)
    return { ok: false, problem: `it holds ${found.length} projects (${found.join(', ')}) instead of one` }
  return { ok: true, name }
}

/** Finds the texts that a project.qde names, however it writes the way there: `internal://`, `relative:///`,
    `absolute:///C:/…`, or the bare name. Only files inside the zip are ever read, those beside `qde` first; case and
    braces do not matter. */
export function sourceTexts(zip: OpenZip, qde = 'project.qde'): (path: string) => string | null {
  const names = new Map<string, string>()
  const folder = plainPath(qde).split('/').slice(0, -1).join('/')
  for (const name of zip.entries.keys()) {
    const plain = plainPath(name)
    const inside = folder !== '' && plain.startsWith(`${folder}/`) ? plain.slice(folder.length + 1) : plain
    if (!names.has(inside)) names.set(inside, name)
  }
  return (path) => {
    for (const way of waysTo(path)) {
      const name = names.get(way)
      const unpacked = name === undefined ? undefined : unpack(zip, name)
      if (unpacked?.ok) return decodeText(unpacked.bytes)
    }
    return null
  }
}

/** Names inside the zip that a path may mean: itself, and its last part among the sources. */
function waysTo(path: string): readonly string[] {
  const plain = plainPath(path.trim().replace(/^[a-z]+:\/{2,}/i, ''))
  const last = plain.split('/').at(-1) ?? ''
  const ways = [`sources/${plain}`, plain, `sources/${last}`]
  return [...ways, ...ways.map(withoutEscapes)].filter((way) => last !== '' && way !== '')
}

function plainPath(path: string): string {
  return path
    .replace(/[{}]/g, '')
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .toLowerCase()
}

function withoutEscapes(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The standard says UTF-8; a byte order mark, or bytes that are no UTF-8, say otherwise. */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes)
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
