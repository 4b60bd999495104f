import { SaxesParser } from 'saxes'
import { xmlEncodings } from './xml-encoding.ts'

/** An element with its children; names are without prefix. */
export interface XmlElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: XmlValues
  readonly children: readonly XmlElement[]
  /** Its own text, children's left out. */
  readonly text: string
  /** What processing instructions directly inside it say, by target. */
  readonly notes: ReadonlyMap<string, string>
}

/** Attributes by their names without prefix. */
export interface XmlValues {
  get(name: string): string | undefined
}

export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problem: string }

/** What is said of a file that is in none of the encodings it may be in. */
export const notUtf8 = 'its text is not UTF-8'

/** Reads an XML file as a tree, part by part, so that its text is never there a second time. Document types are
    refused, so no entity can grow; so are nesting beyond 2,000 and more than ten million elements. */
export function readXml(bytes: Uint8Array, encodings = xmlEncodings(bytes)): XmlReading {
  let problem = notUtf8
  for (const encoding of encodings)
    try {
      return { ok: true, root: parse(bytes, encoding) }
    } catch (trouble) {
      problem = trouble instanceof Error ? trouble.message : 'it is not XML'
      if (problem !== notUtf8) break
    }
  return { ok: false, problem }
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** All children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

const deepest = 2000
const most = 10_000_000
/** Bytes given to the parser at once. */
const part = 1 << 18

interface Building extends XmlElement {
  children: Building[]
  text: string
  notes: Map<string, string>
}

function parse(bytes: Uint8Array, encoding: string): XmlElement {
  const { parser, roots } = treeParser()
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let at = 0; at < bytes.length; at += part)
    parser.write(decoded(decoder, bytes.subarray(at, at + part), at + part >= bytes.length))
  parser.close()
  const root = roots[0]
  if (!root) throw new Error('it is empty')
  return root
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, last: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !last })
  } catch {
    throw new Error(notUtf8)
  }
}

function treeParser() {
  const parser = new SaxesParser({ xmlns: false })
  const open: Building[] = []
  const roots: Building[] = []
  const known = sameWords()
  let count = 0
  parser.on('error', (trouble) => {
    throw new Error(`it is not well-formed XML (${trouble.message.slice(0, 200)})`)
  })
  parser.on('doctype', () => {
    throw new Error('it declares a document type, which Loam refuses because such files can grow without end')
  })
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new Error(`it is nested more than ${deepest} deep`)
    if (++count > most) throw new Error(`it holds more than ${most / 1_000_000} million elements`)
    const element = {
      name: known(withoutPrefix(tag.name)),
      namespace: roots[0]?.namespace ?? namespaceOf(tag.name, tag.attributes),
      attributes: new Values(tag.attributes, known),
      children: nothing,
      text: '',
      notes: noNotes,
    }
    const above = open.at(-1)
    if (!above) roots.push(element)
    else if (above.children === nothing) above.children = [element]
    else above.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    // What stands between children is layout.
    if (closed && closed.children !== nothing && closed.text.trim() === '') closed.text = ''
  })
  parser.on('text', (text) => addText(open.at(-1), text))
  parser.on('cdata', (text) => addText(open.at(-1), text))
  parser.on('processinginstruction', ({ target, body }) => addNote(open.at(-1), target, body))
  return { parser, roots }
}

const nothing: Building[] = []
const noNotes = new Map<string, string>()

/** Names and values one after another: a project has a million of them, and a map each would weigh five times as
    much. */
class Values implements XmlValues {
  readonly #pairs: readonly string[]
  constructor(attributes: Readonly<Record<string, string>>, known: (word: string) => string) {
    const pairs: string[] = []
    for (const name in attributes) {
      // What bears a prefix is another vocabulary's.
      if (name.includes(':')) continue
      const value = attributes[name] ?? ''
      pairs.push(known(name), repeated.has(name) ? known(value) : value)
    }
    this.#pairs = pairs
  }
  get(name: string): string | undefined {
    const pairs = this.#pairs
    for (let i = pairs.length - 2; i >= 0; i -= 2) if (pairs[i] === name) return pairs[i + 1]
    return undefined
  }
}

/** Prefixes are taken off by hand: resolving each costs a quarter of the time, grows with the square of the depth, and
    refuses files that forgot to declare one. */
function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function namespaceOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const colon = name.indexOf(':')
  return attributes[colon < 0 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`] ?? ''
}

/** Attributes whose values stand in a file again and again. */
const repeated: ReadonlySet<string> = new Set([
  'creatingUser',
  'modifyingUser',
  'creationDateTime',
  'modifiedDateTime',
  'targetGUID',
])

/** Gives the same string for the same word, so that a name that stands in a file a million times is kept once. */
function sameWords(): (word: string) => string {
  const words = new Map<string, string>()
  return (word) => {
    const there = words.get(word)
    if (there !== undefined) return there
    if (words.size < 100_000) words.set(word, word)
    return word
  }
}

function addText(element: Building | undefined, text: string): void {
  if (element) element.text += text
}

function addNote(element: Building | undefined, target: string, body: string): void {
  if (!element) return
  if (element.notes === noNotes) element.notes = new Map()
  element.notes.set(target, body)
}
