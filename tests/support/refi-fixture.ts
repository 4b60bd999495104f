import { strToU8, zipSync } from 'fflate'
import { type ProjectReading, readProjectFile } from '../../shared/exchange/project-file.ts'
import type { ReadReceipt } from '../../shared/exchange/read-receipt.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Coding, Memo, Source } from '../../shared/model/entities.ts'
import { sourcesInOrder } from '../../shared/model/project.ts'

/** An identity for fixtures: the same word gives the same one, upper case as most tools write. */
export function guid(word: string): string {
  const hex = [...word].reduce(
    (sum, character) => (sum * 33n + BigInt(character.codePointAt(0) ?? 0)) % 2n ** 128n,
    5381n,
  )
  const digits = (hex * 2654435761n * 2654435761n * 40503n + 1n)
    .toString(16)
    .padStart(32, '7')
    .slice(-32)
    .toUpperCase()
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element as XML text. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const head = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  return `<${name}${head}>${children.join('')}</${name}>`
}

/** Text between tags; `words` are kept as they are, CR as a reference, as writers do that keep it. */
export function text(name: string, words: string): string {
  return `<${name}>${escaped(words).replaceAll('\r', '&#13;')}</${name}>`
}

/** A coding of a code by its fixture word, by a user's word. */
export function coding(code: string, of: string, user?: string): string {
  const by = user === undefined ? {} : { creatingUser: guid(user), creationDateTime: '2024-02-01T10:00:00Z' }
  return el(
    'Coding',
    { guid: guid(`coding ${of} ${code}`), ...by },
    el('CodeRef', { targetGUID: guid(code) }),
  )
}

/** A passage from one position to another, coded with some codes. */
export function passage(
  start: number,
  end: number,
  codes: readonly string[],
  more: Attributes = {},
  ...inside: string[]
) {
  const own = guid(`passage ${start} ${end} ${codes.join(' ')}`)
  const codings = codes.map((code) => coding(code, own))
  return el(
    'PlainTextSelection',
    { guid: own, startPosition: start, endPosition: end, ...more },
    ...inside,
    ...codings,
  )
}

/** Codes of a flat codebook. */
export function codebook(...codes: readonly string[]): string {
  const elements = codes.map((name) => el('Code', { guid: guid(name), name, isCodable: 'true' }))
  return el('CodeBook', {}, el('Codes', {}, ...elements))
}

/** A whole project.qde. */
export function project(origin: string, children: readonly string[], more: Attributes = {}): string {
  const xmlns = 'urn:QDA-XML:project:1.0'
  return `<?xml version="1.0" encoding="utf-8"?>${el('Project', { xmlns, name: 'Trial', origin, ...more }, ...children)}`
}

/** A .qdpx holding a project.qde and files beside it. */
export function qdpx(
  qde: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  name = 'project.qde',
) {
  const packed = Object.entries(files).map(([path, words]) => [
    path,
    typeof words === 'string' ? strToU8(words) : words,
  ])
  return zipSync({ [name]: strToU8(qde), ...Object.fromEntries(packed) })
}

/** What came of a fixture: the archive and what a test looks at first. */
export interface Opened {
  readonly archive: Archive
  readonly notes: readonly string[]
  readonly receipt: ReadReceipt
  readonly sources: readonly Source[]
  readonly codings: readonly Coding[]
  readonly memos: readonly Memo[]
  /** Words under each coding, in order of place. */
  readonly quotes: readonly string[]
}

/** Opens a fixture; throws where it cannot be read. */
export function opened(bytes: Uint8Array): Opened {
  const reading: ProjectReading = readProjectFile(bytes)
  if (!reading.ok) throw new Error(reading.problem)
  const { archive, notes, receipt } = reading
  if (!receipt) throw new Error('There is no receipt')
  const sources = sourcesInOrder(archive.project)
  const codings = sources.flatMap(({ id }) => archive.project.codings.get(id) ?? [])
  const quotes = codings.map(
    ({ content, start, end }) => archive.contents.get(content)?.text.slice(start, end) ?? '',
  )
  return {
    archive,
    notes,
    receipt,
    sources,
    codings,
    memos: [...archive.project.tables.memo.values()],
    quotes,
  }
}

/** What a receipt says about one kind of thing: found, came in, and why not. */
export function line({ lines }: ReadReceipt, what: ReadReceipt['lines'][number]['what']) {
  const found = lines.find((each) => each.what === what)
  return found ? [found.found, found.cameIn, ...found.reasons.map(({ why }) => why)] : undefined
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
