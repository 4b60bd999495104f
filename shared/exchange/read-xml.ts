import { SaxesParser } from 'saxes'

/** An element with its children; names are without prefix. */
export interface XmlElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own text, children's left out. */
  readonly text: string
  /** What processing instructions directly inside it say, by target. */
  readonly notes: ReadonlyMap<string, string>
}

export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problem: string }

/** Reads an XML file as a tree. Document types are refused, so no entity can grow; so is nesting beyond 2,000. */
export function readXml(bytes: Uint8Array): XmlReading {
  const text = decodeXml(bytes)
  if (text === null) return { ok: false, problem: 'its text is not UTF-8' }
  try {
    return { ok: true, root: parse(text) }
  } catch (trouble) {
    return { ok: false, problem: trouble instanceof Error ? trouble.message : 'it is not XML' }
  }
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

interface Building extends XmlElement {
  readonly attributes: Map<string, string>
  readonly children: Building[]
  text: string
  readonly notes: Map<string, string>
}

function parse(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const open: Building[] = []
  const roots: Building[] = []
  parser.on('error', (trouble) => {
    throw new Error(`it is not well-formed XML (${trouble.message.slice(0, 200)})`)
  })
  parser.on('doctype', () => {
    throw new Error('it declares a document type, which Loam refuses because such files can grow without end')
  })
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new Error(`it is nested more than ${deepest} deep`)
    const attributes = new Map(Object.values(tag.attributes).map((each) => [each.local, each.value]))
    const element = {
      name: tag.local,
      namespace: tag.uri,
      attributes,
      children: [],
      text: '',
      notes: new Map(),
    }
    ;(open.at(-1)?.children ?? roots).push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (part) => addText(open.at(-1), part))
  parser.on('cdata', (part) => addText(open.at(-1), part))
  parser.on('processinginstruction', ({ target, body }) => open.at(-1)?.notes.set(target, body))
  parser.write(text).close()
  const root = roots[0]
  if (!root) throw new Error('it is empty')
  return root
}

function addText(element: Building | undefined, part: string): void {
  if (element) element.text += part
}

function decodeXml(bytes: Uint8Array): string | null {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const label = utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
