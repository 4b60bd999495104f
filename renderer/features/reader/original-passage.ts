import { useMemo } from 'react'
import { type FileAsLines, fileAsLines } from '../../../shared/importers/file-as-lines.ts'
import type { Place } from '../../../shared/importers/origin.ts'
import type { OriginalReading, OriginalStretch } from '../../../shared/importers/read-original.ts'
import { stretchesOfPassage } from '../../../shared/importers/stretches-of-passage.ts'
import type { Span } from '../../../shared/text/positions.ts'
import type { LinePlace, ShownLines } from './original-lines-editor.ts'

/** Where a passage stands in its file. */
export interface OriginalPassage {
  /** Indexes of its stretches, first and last; null where it is not known. */
  readonly stretches: { readonly first: number; readonly last: number } | null
  /** Its places, as far as the file's reader tells them. */
  readonly places: readonly Place[]
}

/** Finds a passage of the source's text of today in the file as it was read again. */
export function originalPassage(reading: OriginalReading, passage: Span): OriginalPassage {
  const stretches = reading.starts && stretchesOfPassage(reading.starts, passage)
  if (!stretches) return { stretches: null, places: [] }
  const within = reading.stretches.slice(stretches.first, stretches.last + 1)
  return { stretches, places: within.flatMap(({ place }) => place ?? []) }
}

/** How a file is looked at: its pages, its lines, the rows of a table, or the paragraphs that Loam read. */
export type OriginalLook = 'pages' | 'lines' | 'rows' | 'paragraphs'

/** How the file of a reading is looked at, by its bytes and by the places its reader tells. */
export function originalLook(
  { encoding, stretches, table }: OriginalReading,
  bytes: Uint8Array,
): OriginalLook {
  const kind = stretches.find(({ place }) => place !== null)?.place?.kind
  if (kind === 'page' || startsAsPdf(bytes)) return 'pages'
  if (kind === 'cell' || table !== null) return 'rows'
  if (kind === 'paragraph') return 'paragraphs'
  return encoding === null ? 'paragraphs' : 'lines'
}

function startsAsPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}

/** A text file's lines to look at, and the marks of a passage's places among them. */
export function useFileLines(bytes: Uint8Array, encoding: string | null, places: readonly Place[]) {
  const file = useMemo(() => fileAsLines(bytes, encoding ?? 'utf-8'), [bytes, encoding])
  const shown = useMemo(
    (): ShownLines => ({ name: 'Original file', lines: file?.lines ?? [], face: 'mono' }),
    [file],
  )
  return { shown, marked: file ? markedPlaces(file, places) : [] }
}

type Marked = readonly (readonly [LinePlace, LinePlace])[]

/** Places of a text file as stretches of its lines; other kinds of places have none. */
export function markedPlaces(file: FileAsLines, places: readonly Place[]): Marked {
  return places.flatMap((place) => {
    if (place.kind !== 'line' && place.kind !== 'cue') return []
    const [from, to] = place.bytes
    return from < to ? [[file.place(from), file.place(to)] as const] : []
  })
}

/** What Loam read from a document, a line a paragraph, with its number or cell beside it; and for each stretch its
    first line (from 1) and the line behind its last. */
export function paragraphLines(stretches: readonly OriginalStretch[]): {
  readonly shown: ShownLines
  readonly starts: readonly number[]
} {
  const lines: string[] = []
  const beside: string[] = []
  const starts: number[] = []
  for (const { place, label, words } of stretches) {
    starts.push(lines.length + 1)
    for (const [i, line] of `${label ? `${label}: ` : ''}${words}`.split('\n').entries()) {
      lines.push(line)
      beside.push(i === 0 ? numberOf(place) : '')
    }
  }
  starts.push(lines.length + 1)
  const shown: ShownLines = {
    name: 'Original file',
    lines,
    beside: (line) => beside[line - 1] ?? '',
    face: 'read',
  }
  return { shown, starts }
}

function numberOf(place: Place | null): string {
  if (place?.kind === 'paragraph') return String(place.paragraph)
  return place?.kind === 'cell' ? place.cell : ''
}
