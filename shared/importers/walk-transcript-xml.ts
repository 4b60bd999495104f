import { SaxesParser } from 'saxes'
import type { ImportProblem } from './source-draft.ts'

/** What happens on the way through a transcript in XML; names come without their prefix, attributes as written. `end` is
    the position behind the tag. */
export interface TranscriptVisitor {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, end: number) => void
  readonly close: (name: string, end: number) => void
  readonly text: (text: string) => void
}

/** Walks a transcript in XML from start to end; null when all went well, otherwise a sentence with the line where it
    stops. A DOCTYPE that only names its rules is passed over; one that brings entities of its own is refused, as is
    nesting deeper than 2,000. `program` names where the file can be saved anew. */
export function walkTranscriptXml(
  xml: string,
  program: string,
  visitor: TranscriptVisitor,
): ImportProblem | null {
  const start = xml.search(/\S/)
  if (xml.length > LIMIT)
    return problem(`This ${program} file is larger than Loam reads at once: split it there.`)
  const linesAbove = xml.slice(0, Math.max(0, start)).split('\n').length - 1
  const parser = new SaxesParser({ xmlns: false, position: true })
  let stop: ImportProblem | null = null
  const stopWith = (why: (line: number) => string): void => {
    stop ??= problem(why(parser.line + linesAbove))
    throw new Stop()
  }
  listen(parser, visitor, stopWith, program, Math.max(0, start))
  try {
    for (let at = Math.max(0, start); at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536))
    parser.close()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  return stop
}

/** Where a tag begins that ends before a position. */
export function tagStart(xml: string, end: number): number {
  return Math.max(0, xml.lastIndexOf('<', end - 1))
}

const LIMIT = 100 * 1024 * 1024
const DEEPEST = 2000

class Stop extends Error {}

function listen(
  parser: SaxesParser<{ xmlns: false; position: true }>,
  visitor: TranscriptVisitor,
  stopWith: (why: (line: number) => string) => void,
  program: string,
  above: number,
): void {
  let depth = 0
  parser.on('error', () =>
    stopWith(
      (line) =>
        `This ${program} file is damaged or cut off at line ${line}: it is not well-formed XML. Save it once more.`,
    ),
  )
  parser.on('doctype', (doctype) => {
    if (doctype.includes('['))
      stopWith(
        () =>
          `This ${program} file defines entities of its own (in its DOCTYPE), which Loam does not follow: save it without them.`,
      )
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > DEEPEST)
      stopWith((line) => `This ${program} file is nested too deeply (line ${line}): save it once more.`)
    visitor.open(localName(tag.name), tag.attributes, above + parser.position)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    visitor.close(localName(tag.name), above + parser.position)
  })
  parser.on('text', visitor.text)
  parser.on('cdata', visitor.text)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
