import type { MemoSubject } from '../model/entities.ts'
import { derivedId } from './fingerprint.ts'
import {
  idIn,
  idOf,
  keepInWords,
  leftoverTitle,
  type StandardContext,
  type TextRead,
} from './read-context.ts'
import { regionPassages } from './read-regions.ts'
import { readText, sourceIdOf, type TextPlace } from './read-texts.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'

/** Every text of the file, in its order: text sources, texts of PDFs and pictures, transcripts of recordings. What a
    tool writes both as a text source and as a transcript comes once. Sources without any text are left out, and what
    was marked in them is kept in words. */
export function findTexts(context: StandardContext): readonly TextRead[] {
  const elements = knownSources(context)
  const shared = sharedTexts(elements)
  const found: TextRead[] = []
  const ids = new Set<string>()
  for (const element of elements) {
    const places = placesIn(context, element, shared)
    if (places.length === 0) leaveSource(context, element, shared)
    context.tally.found('documents', Math.max(1, places.length))
    for (const place of places) {
      const read = readText(context, withOwnId(place, ids))
      found.push(read)
      if (read.isMissing) context.missing.push(read.name)
      const about: MemoSubject = { kind: 'source', source: read.id }
      for (const each of [place.element, place.transcript, element]) {
        const guid = each?.attributes.get('guid')
        if (guid && !context.places.has(idOf(guid))) context.places.set(idOf(guid), about)
      }
    }
  }
  return found
}

function knownSources({ root, tally }: StandardContext): readonly XmlElement[] {
  const all = childrenOf(root, 'Sources').flatMap((sources) => sources.children)
  for (const { name } of all.filter((each) => !kinds.has(each.name))) {
    tally.found('documents')
    tally.lost('documents', `Loam does not know what a ${name} is`)
  }
  return all.filter(({ name }) => kinds.has(name))
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['TextSource', 'texts'],
  ['PDFSource', 'PDF files'],
  ['PictureSource', 'pictures'],
  ['AudioSource', 'sound recordings'],
  ['VideoSource', 'videos'],
])

/** Transcripts that stand in the file as texts too, by the text's path. */
type SharedTexts = ReadonlyMap<string, XmlElement>

function sharedTexts(elements: readonly XmlElement[]): SharedTexts {
  const texts = new Set(elements.filter(({ name }) => name === 'TextSource').map(pathOf))
  const transcripts = elements.flatMap((element) => childrenOf(element, 'Transcript'))
  return new Map(
    transcripts.flatMap((each) => {
      const path = pathOf(each)
      return path !== undefined && texts.has(path) ? [[path, each] as const] : []
    }),
  )
}

function pathOf({ attributes }: XmlElement): string | undefined {
  return attributes.get('plainTextPath')
}

function placesIn(context: StandardContext, element: XmlElement, shared: SharedTexts): TextPlace[] {
  const name = element.attributes.get('name') || 'Unnamed source'
  const id = sourceIdOf(element, name)
  if (element.name === 'TextSource') {
    const transcript = shared.get(pathOf(element) ?? '')
    return [{ element, outer: element, name, id, ...(transcript ? { transcript } : {}) }]
  }
  if (element.name === 'PDFSource' || element.name === 'PictureSource') {
    const inner = childOf(element, 'Representation') ?? childOf(element, 'TextDescription')
    return inner ? [{ element: inner, outer: element, name, id }] : []
  }
  return transcriptPlaces(context, element, name, shared)
}

function transcriptPlaces(
  context: StandardContext,
  element: XmlElement,
  name: string,
  shared: SharedTexts,
): TextPlace[] {
  const own = ownTranscripts(element, shared)
  const twice = childrenOf(element, 'Transcript').length - own.length
  context.tally.found('documents', twice)
  context.tally.lost(
    'documents',
    'they are transcripts that stand in the file as texts too, and came in once, with their times',
    twice,
  )
  return own.map((each, i) => {
    const called = each.attributes.get('name') || (i > 0 ? `${name} (transcript ${i + 1})` : name)
    return { element: each, outer: i === 0 ? element : each, name: called, id: sourceIdOf(each, called) }
  })
}

function ownTranscripts(element: XmlElement, shared: SharedTexts): readonly XmlElement[] {
  return childrenOf(element, 'Transcript').filter((each) => shared.get(pathOf(each) ?? '') === undefined)
}

/** Two sources of a file may bear one identity; the second gets one derived from it. */
function withOwnId(place: TextPlace, ids: Set<string>): TextPlace {
  let id = place.id
  for (let again = 2; ids.has(id); again++) id = derivedId('again', place.id, String(again))
  ids.add(id)
  return { ...place, id }
}

function leaveSource(context: StandardContext, element: XmlElement, shared: SharedTexts): void {
  const { tally } = context
  const name = element.attributes.get('name') || 'Unnamed source'
  const spoken = childrenOf(element, 'Transcript').some((each) => shared.has(pathOf(each) ?? ''))
  tally.lost(
    'documents',
    spoken
      ? 'they are recordings whose transcripts came in: link the recording in the reader'
      : `they are ${kinds.get(element.name)} without a text of their own`,
  )
  regionPassages(context, element, null)
  const whole = childrenOf(element, 'Coding')
  const why = `they stand on a file without a text; kept in the memo “${leftoverTitle}”`
  tally.lost('coded segments', why, whole.length)
  const codes = whole.map((each) => context.codeName(idIn(childOf(each, 'CodeRef'), 'targetGUID', '')))
  const said = childOf(element, 'Description')?.text
  if (said) {
    tally.found('comments')
    tally.lost('comments', why)
  }
  const values = childrenOf(element, 'VariableValue').map((each) => valueInWords(context, each))
  tally.found('values', values.length)
  tally.lost('values', why, values.length)
  const words = [codes.join(', '), said, values.join('; ')].filter(Boolean)
  keepInWords(context, 'Files without a text', [name, ...words].join(' — '))
}

function valueInWords(context: StandardContext, element: XmlElement): string {
  const variable = context.variableName(idIn(childOf(element, 'VariableRef'), 'targetGUID', ''))
  return `${variable}: ${element.children.find((child) => child.name.endsWith('Value'))?.text ?? ''}`
}
