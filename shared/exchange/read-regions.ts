import {
  idIn,
  keepInWords,
  leftoverTitle,
  type PassageRead,
  type StandardContext,
  type TextRead,
} from './read-context.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'

/** Where the places that a source marks in its pages, pictures or recordings stand in its text: as the text's own
    passage of the same identity, as words of their own found there once, or between two times of a transcript. Those
    that run on over a page, and those that only repeat a text's passage, come once. What marks no words is kept in
    words. Without a text, everything is. */
export function regionPassages(
  context: StandardContext,
  outer: XmlElement,
  read: Pick<TextRead, 'text' | 'passages' | 'times' | 'name'> | null,
): readonly PassageRead[] {
  const placed: PassageRead[] = []
  const twins = new Map((read?.passages ?? []).map((each) => [idIn(each.element, 'guid', ''), each]))
  let last: Region | undefined
  for (const element of outer.children.filter(({ name }) => regions.has(name))) {
    const twin = twins.get(idIn(element, 'guid', 'none'))
    const goesOn = last && continues(element, last.element) ? last.passage : undefined
    const known = twin ?? goesOn
    const span =
      known?.span ?? (read && (spanOfWords(context, element, read.text) ?? spanOfTimes(element, read)))
    if (!span) {
      leaveRegion(context, outer, element)
      continue
    }
    const passage = {
      element,
      codings: known ? furtherCodings(context, element, known) : childrenOf(element, 'Coding'),
      span,
    }
    placed.push(passage)
    last = { element, passage: known ?? passage }
  }
  return placed
}

interface Region {
  readonly element: XmlElement
  readonly passage: PassageRead
}

const regions: ReadonlySet<string> = new Set([
  'PDFSelection',
  'PictureSelection',
  'AudioSelection',
  'VideoSelection',
])

/** A quote that runs on over a page's end stands once more on the next page, under the same name and codes. */
function continues(element: XmlElement, before: XmlElement): boolean {
  const name = element.attributes.get('name')
  const page = (each: XmlElement) => Number(each.attributes.get('page'))
  const codes = new Set(codesOf(before))
  return (
    name !== undefined &&
    name === before.attributes.get('name') &&
    page(element) === page(before) + 1 &&
    codesOf(element).every((code) => codes.has(code))
  )
}

function codesOf(element: XmlElement): string[] {
  return childrenOf(element, 'Coding').map(codeOf)
}

function codeOf(coding: XmlElement): string {
  return idIn(childOf(coding, 'CodeRef'), 'targetGUID', '')
}

function furtherCodings(
  context: StandardContext,
  element: XmlElement,
  known: PassageRead,
): readonly XmlElement[] {
  const there = new Set(known.codings.map(codeOf))
  const codings = childrenOf(element, 'Coding')
  const further = codings.filter((coding) => !there.has(codeOf(coding)))
  const twice = codings.length - further.length
  context.tally.lost(
    'coded segments',
    'the same quote stands on the page and in the text, and came in once',
    twice,
  )
  return further
}

function spanOfWords(
  context: StandardContext,
  element: XmlElement,
  text: string,
): PassageRead['span'] | null {
  const own = childOf(element, 'Representation')
  const path = own?.attributes.get('plainTextPath')
  const words = (
    childOf(own, 'PlainTextContent')?.text ?? (path === undefined ? '' : (context.textAt(path) ?? ''))
  ).trim()
  const start = words.length < 3 ? -1 : text.indexOf(words)
  return start < 0 || text.indexOf(words, start + 1) >= 0 ? null : { start, end: start + words.length }
}

function spanOfTimes(
  { attributes }: XmlElement,
  { times, text }: Pick<TextRead, 'times' | 'text'>,
): PassageRead['span'] | null {
  const [begin, end] = [attributes.get('begin'), attributes.get('end')]
  if (begin === undefined || end === undefined) return null
  const start = positionAt(times, Number(begin))
  const stop = positionAt(times, Number(end))
  if (start === undefined || stop === undefined || start >= stop) return null
  return { start, end: Math.min(stop, text.length) }
}

function positionAt(times: readonly number[], time: number): number | undefined {
  const at = times.findIndex((each, i) => i % 2 === 1 && each === time)
  return at < 0 ? undefined : times[at - 1]
}

function leaveRegion(context: StandardContext, outer: XmlElement, element: XmlElement): void {
  const codings = childrenOf(element, 'Coding')
  const why = `they mark a place in a page, picture or recording, not words; kept in the memo “${leftoverTitle}”`
  context.tally.lost('coded segments', why, codings.length)
  const comment = childOf(element, 'Description')?.text
  if (comment) {
    context.tally.found('comments')
    context.tally.lost('comments', why)
  }
  const codes = codings.map((coding) => context.codeName(codeOf(coding)))
  const says = [placeInWords(element), element.attributes.get('name'), codes.join(', '), comment].filter(
    Boolean,
  )
  const name = outer.attributes.get('name') || 'Unnamed source'
  keepInWords(context, `Places marked in “${name}”`, says.join(' — '))
}

function placeInWords({ attributes }: XmlElement): string {
  const corner = ['firstX', 'firstY', 'secondX', 'secondY'].map((each) => attributes.get(each))
  const page = attributes.get('page')
  const area = corner[0] === undefined ? '' : `area ${corner.join(', ')}`
  const [begin, end] = [attributes.get('begin'), attributes.get('end')]
  const time = begin === undefined ? '' : `${Number(begin) / 1000} s to ${Number(end) / 1000} s`
  return [page === undefined ? '' : `page ${page}`, area, time].filter(Boolean).join(', ')
}
