import { openZip, unpack } from '../../exchange/read-zip.ts'
import type { Archive, OriginalFile } from '../../model/archive.ts'
import type { FindSpans } from './find-names.ts'
import type { State } from './walk-log.ts'

/** Hashes of the files that sources or translations ever came from, by the hash of a text they were read as. */
export function originalsOf(
  changes: Archive['changes'],
  isTouched: (source: string, texts: readonly string[]) => boolean,
): ReadonlySet<string> {
  const texts = new Map<string, Set<string>>()
  const files = new Map<string, Set<string>>()
  for (const { edits } of changes)
    for (const { kind, id, before, after } of edits) {
      if (kind !== 'source' && kind !== 'translation') continue
      for (const fields of [before, after]) {
        for (const name of ['content', 'firstContent', 'of']) put(texts, id, fields?.[name])
        const original = fields?.original
        if (typeof original === 'object' && original !== null) put(files, id, Reflect.get(original, 'hash'))
      }
    }
  const gone = new Set<string>()
  for (const [id, hashes] of files)
    if (isTouched(id, [...(texts.get(id) ?? [])])) for (const hash of hashes) gone.add(hash)
  return gone
}

/** Hashes of files in whose bytes a name stands as it is, also packed in a zip (as in a .docx). */
export function filesNaming(
  originals: ReadonlyMap<string, OriginalFile>,
  names: FindSpans,
): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { hash, bytes } of originals.values())
    if (textsIn(bytes)?.some((text) => names(text).length > 0)) found.add(hash)
  return found
}

/** Hashes of files in which names cannot be looked for: PDFs, pictures, recordings. What was read from them may lack
    what stands in them. */
export function unreadFiles(originals: ReadonlyMap<string, OriginalFile>): ReadonlySet<string> {
  return new Set(
    [...originals.values()].filter(({ bytes }) => textsIn(bytes) === null).map(({ hash }) => hash),
  )
}

/** What a file says, in every way it may be read; null for one that cannot be looked into. */
function textsIn(bytes: Uint8Array): readonly string[] | null {
  const [a, b] = bytes
  if (a === 0x50 && b === 0x4b) return textsInZip(bytes)
  const encodings =
    a === 0xff || a === 0xfe
      ? ['utf-16le', 'utf-16be']
      : a === 0xd0 && b === 0xcf
        ? ['windows-1252', 'utf-16le']
        : isBinary(bytes)
          ? null
          : ['utf-8', 'windows-1252']
  return encodings?.map((encoding) => new TextDecoder(encoding).decode(bytes)) ?? null
}

/** A PDF may begin like a text. */
function isBinary(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x25 && bytes[1] === 0x50) || bytes.subarray(0, 4096).includes(0)
}

function textsInZip(bytes: Uint8Array): readonly string[] | null {
  const opened = openZip(bytes)
  if (!opened.ok) return null
  return [...opened.zip.entries.keys()].flatMap((name) => {
    if (!/\.(?:xml|rels|txt|html?)$/i.test(name)) return []
    const unpacked = unpack(opened.zip, name)
    const text = unpacked.ok ? new TextDecoder().decode(unpacked.bytes) : ''
    // Words can be cut up by tags.
    return [text, text.replace(/<[^>]*>/gu, '')]
  })
}

function put(to: Map<string, Set<string>>, id: string, value: unknown): void {
  if (typeof value !== 'string') return
  const known = to.get(id)
  if (known) known.add(value)
  else to.set(id, new Set([value]))
}

/** Names that something went by, for taking them out of the labels of changes. */
export function callsOf({ fields }: State): readonly string[] {
  const original: unknown = fields.original
  const file: unknown =
    typeof original === 'object' && original !== null ? Reflect.get(original, 'name') : undefined
  return [fields.name, fields.pseudonym, fields.label, fields.title, file].filter(
    (each): each is string => typeof each === 'string' && each.trim().length > 1,
  )
}
