import { unzipEntry } from '../zip/unzip-entry.ts'
import { type ZipEntry, zipDirectory } from '../zip/zip-directory.ts'
import { isOutside, swells, totalSize, type ZipLimits } from '../zip/zip-limits.ts'
import type { ImportProblem } from './source-draft.ts'

/** The parts of a Word document that are read, as text. */
export interface DocxParts {
  readonly ok: true
  readonly document: string
  readonly styles: string
  readonly footnotes: string
  readonly endnotes: string
  readonly comments: string
  readonly properties: string
  readonly hasMacros: boolean
  /** Parts that hold page headers and footers. */
  readonly pageParts: number
}

/** Opens a Word document after looking at its directory: nothing is unpacked that is too large, lies about its
    size or points outside; each trouble is one sentence. */
export function openDocx(bytes: Uint8Array): DocxParts | ImportProblem {
  const entries = containerParts(bytes)
  if (entries === null)
    return problem('This Word document is cut off or damaged: copy or download it once more.')
  const trouble = directoryProblem(entries)
  if (trouble !== null) return problem(trouble)
  const main = entries.find((entry) => /^word\/document\d?\.xml$/i.test(entry.name))
  if (main === undefined) return problem(otherZip(entries))
  if (main.locked)
    return problem('This Word document is locked with a password: take the password off and save it again.')
  const document = partText(bytes, main)
  if (document === 'size') return problem(tooMuchProblem)
  if (document === null)
    return problem('This Word document is damaged: open it in Word, repair it and save it again.')
  const part = (name: string): string => {
    const entry = entries.find((each) => each.name.toLowerCase() === name.toLowerCase())
    const text = entry === undefined ? null : partText(bytes, entry)
    return text === 'size' ? '' : (text ?? '')
  }
  return {
    ok: true,
    document,
    styles: part('word/styles.xml'),
    footnotes: part('word/footnotes.xml'),
    endnotes: part('word/endnotes.xml'),
    comments: part('word/comments.xml'),
    properties: part('docProps/core.xml'),
    hasMacros: entries.some((entry) => /vbaProject\.bin$/i.test(entry.name)),
    pageParts: entries.filter((entry) => /^word\/(?:header|footer)\d*\.xml$/.test(entry.name)).length,
  }
}

const MEGABYTE = 1024 * 1024
const BOMB = 'This file is packed in a way that could fill the computer, so it was left closed'

/** The sentence for a container that lies about its size, or whose text is far larger than any. */
export const tooMuchProblem = `${BOMB}: it holds more than it states, or more text than 64 MB.`

/** What a document may hold at most: its parts, and how far they may grow. */
const DOCUMENT_LIMITS: ZipLimits = {
  entries: 10_000,
  entrySize: 512 * MEGABYTE,
  totalSize: 512 * MEGABYTE,
  ratio: 300,
  swellingFrom: 8 * MEGABYTE,
}

/** The directory of a container; null where it is cut off or damaged. */
export function containerParts(bytes: Uint8Array): readonly ZipEntry[] | null {
  const directory = zipDirectory(bytes)
  return directory.ok ? directory.entries : null
}

/** What is wrong with a container's directory (too many parts, too large, names outside itself); null for a sound one. */
export function directoryProblem(entries: readonly ZipEntry[]): string | null {
  const limits = DOCUMENT_LIMITS
  if (entries.length > limits.entries)
    return `${BOMB}: it has ${entries.length} parts of ${limits.entries} allowed.`
  const total = totalSize(entries)
  if (total > limits.totalSize)
    return `${BOMB}: it would unpack to ${Math.round(total / MEGABYTE)} of 512 MB allowed.`
  if (entries.some((entry) => swells(entry, limits)))
    return `${BOMB}: one part would grow more than ${limits.ratio} times.`
  return entries.some((entry) => isOutside(entry.name))
    ? 'This file names parts outside itself (“../”), as no document does, so it was left closed.'
    : null
}

function otherZip(entries: readonly ZipEntry[]): string {
  const has = (start: string): boolean => entries.some((entry) => entry.name.startsWith(start))
  if (has('xl/'))
    return 'This is an Excel workbook (XLSX), not a Word document: save its text as DOCX or plain text.'
  if (has('ppt/'))
    return 'This is a PowerPoint presentation (PPTX), not a Word document: save its text as DOCX or plain text.'
  if (has('Index/Document.iwa') || has('Index.zip'))
    return 'This is a Pages document, not a Word document: export it from Pages as DOCX.'
  if (has('[Content_Types].xml'))
    return 'This Word document has no text part: open it in Word, repair it and save it again.'
  return 'This is a ZIP archive, not a Word document: unpack it first and bring in the files inside.'
}

/** A thousand pages of words with all their marks, in bytes unpacked; pictures are never unpacked. */
export const LARGEST_PART = 64 * MEGABYTE

/** One part as text; `size` where it holds more than it states or than is read at once, null where it is damaged. */
export function partText(bytes: Uint8Array, entry: ZipEntry): string | 'size' | null {
  if (entry.size > LARGEST_PART) return 'size'
  const unpacked = unzipEntry(bytes, entry)
  if (unpacked === 'size') return 'size'
  if (typeof unpacked === 'string') return null
  const wide =
    unpacked[0] === 0xff && unpacked[1] === 0xfe
      ? 'utf-16le'
      : unpacked[0] === 0xfe && unpacked[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(wide).decode(unpacked)
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
