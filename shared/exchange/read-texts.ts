import type { SourceId } from '../model/ids.ts'
import { onCharacter } from '../text/positions.ts'
import { contentHash } from './fingerprint.ts'
import { textOfPlaces } from './missing-text.ts'
import { idIn, idOf, type PassageRead, type StandardContext, type TextRead } from './read-context.ts'
import { regionPassages } from './read-regions.ts'
import { readNote, readStructure } from './read-structure.ts'
import { readTranscript } from './read-transcripts.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { chooseReading, type StatedSpan } from './score-positions.ts'
import { type ForeignText, foreignText, usualReading } from './standard-positions.ts'
import { wholeNumber } from './whole-number.ts'

/** A text of the file: a text source, the text of a PDF or picture, or a transcript of a recording. */
export interface TextPlace {
  readonly element: XmlElement
  /** The source's element where it is another. */
  readonly outer: XmlElement
  readonly name: string
  readonly id: SourceId
  /** A recording's transcript that stands in the file as this text source too. */
  readonly transcript?: XmlElement
}

/** Reads one text with the places of its passages. A text missing from the file gets one that only keeps the places,
    so that no coding is lost. */
export function readText(context: StandardContext, place: TextPlace): TextRead {
  const { element, outer, name } = place
  const raw = withoutTripledEnds(context, rawText(context, element))
  const spans = childrenOf(element, 'PlainTextSelection').map(statedSpan)
  const foreign = foreignText(raw ?? textOfPlaces(spans))
  const note = readNote(element)
  const structure = readStructure(note, foreign.text)
  const position = positionsIn(context, place, foreign, raw === null ? null : spans)
  const text = structure?.text ?? foreign.text
  const hash = contentHash(text)
  const at = (written: number) => onCharacter(text, structure ? structure.position(written) : written)
  const start = (stated: number) => at(position.start(stated))
  leaveForms(context, place, raw)
  const passages = childrenOf(element, 'PlainTextSelection').map((selection, i): PassageRead => {
    const span = spans[i] ?? { start: 0, end: 0 }
    return {
      element: selection,
      codings: childrenOf(selection, 'Coding'),
      span: { start: start(span.start), end: at(position.end(span.end)) },
    }
  })
  const heard = place.transcript ?? (element.name === 'Transcript' ? element : undefined)
  const spoken = heard ? readTranscript(context, heard, start) : { times: [], passages: [] }
  const times = spoken.times
  const content = context.contents.get(hash)
  context.contents.set(hash, { hash, text, ...(times.length > 0 ? { syncPoints: times } : content) })
  const read = {
    element,
    elements: outer === element ? [element] : [element, outer],
    id: structure?.earlierTextOf === undefined ? place.id : idOf<'source'>(structure.earlierTextOf),
    name,
    text,
    hash,
    note,
    structure,
    isMissing: raw === null,
    passages: [...passages, ...spoken.passages],
    times,
  }
  return { ...read, passages: [...read.passages, ...regionPassages(context, outer, read)] }
}

/** QualCoder on Windows ends lines with CR, CR and LF: one end, not two. Only where every line does. */
function withoutTripledEnds({ origin }: StandardContext, raw: string | null): string | null {
  if (!raw?.includes('\r\r\n') || !/qualcoder/i.test(origin) || /(?<!\r\r)\n/.test(raw)) return raw
  return raw.replaceAll('\r\r\n', '\r\n')
}

/** What of a source is more than its words. */
function leaveForms(
  { ours, tally }: StandardContext,
  { element, outer }: TextPlace,
  raw: string | null,
): void {
  if (ours) return
  const isRich = element.attributes.get('richTextPath') !== undefined
  if (raw === null && isRich)
    tally.repaired(
      'texts are in the file only as formatted documents, in which positions cannot be counted: bring the documents in by themselves',
    )
  if (raw === null) return
  if (isRich)
    tally.repaired(
      'formatted texts stayed in the file: their plain words came in, on which the codings stand',
    )
  if (outer.name !== 'PDFSource' && outer.name !== 'PictureSource') return
  tally.repaired('PDF files or pictures stayed in the file: their text came in')
}

/** A text's words as they stand in the file; null where they are missing. */
export function rawText(context: StandardContext, element: XmlElement): string | null {
  const inside = childOf(element, 'PlainTextContent')?.text
  if (inside) return inside
  const path = element.attributes.get('plainTextPath')
  const stated = path === undefined ? null : context.textAt(path)
  // An empty element beside a file says nothing.
  if (stated !== null || inside !== undefined) return stated ?? inside ?? null
  const own = element.attributes.get('guid')
  // Some tools forget the path and name the file by the source alone.
  return own === undefined ? null : context.textAt(`internal://${own.replace(/[{}]/g, '')}.txt`)
}

function statedSpan({ attributes }: XmlElement): StatedSpan {
  const [start, end] = [
    wholeNumber(attributes.get('startPosition')),
    wholeNumber(attributes.get('endPosition')),
  ]
  return { start: Math.min(start, end), end: Math.max(start, end), name: attributes.get('name') }
}

/** How this source counts: for Loam's own files as Loam writes them, else as its passages tell. Null for a text that
    is missing: then its places are those stated. */
function positionsIn(
  context: StandardContext,
  { name }: TextPlace,
  foreign: ForeignText,
  spans: readonly StatedSpan[] | null,
): Positions {
  const usual = usualReading(context.origin)
  if (context.ours || !spans) {
    const { toPosition } = foreign.positions(context.ours ? usual : usualReading(''))
    return { start: toPosition, end: toPosition }
  }
  const chosen = chooseReading(foreign, spans, usual)
  if (spans.length > 0) context.tally.read(name, chosen)
  const { toPosition, length } = foreign.positions(chosen.reading)
  // One that lies wholly beyond covers no text, and is told as that.
  const isCut = ({ start, end }: StatedSpan) => (start < 0 || end > length) && start < length && end > 0
  const beyond = spans.filter(isCut).length
  context.tally.repaired(`passages in “${name}” reached beyond its text and were cut at its end`, beyond)
  return { start: toPosition, end: (stated) => toPosition(chosen.reading.endsInside ? stated + 1 : stated) }
}

/** Where starts and ends stand in the text. */
interface Positions {
  start(stated: number): number
  end(stated: number): number
}

/** The identity of a source's element. */
export function sourceIdOf(element: XmlElement, name: string): SourceId {
  return idIn<'source'>(element, 'guid', `source ${name}`)
}
