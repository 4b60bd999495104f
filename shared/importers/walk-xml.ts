import { SaxesParser } from 'saxes'

/** What happens on the way through an XML text; names come without their prefix where it is the main one. */
export interface XmlVisitor {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Walks an XML text from start to end; false where it is ill-formed or brings a DOCTYPE (no entities are expanded).
    Names of Word's own namespace come as `w:…` whatever prefix the file uses; all others as they stand. */
export function walkXml(xml: string, visitor: XmlVisitor): boolean {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let prefix = 'w:'
  let first = true
  let well = true
  const known = (name: string): string =>
    prefix !== 'w:' && name.startsWith(prefix) ? `w:${name.slice(prefix.length)}` : name
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    well = false
    throw new Error('DOCTYPE')
  })
  parser.on('opentag', (tag) => {
    if (first) prefix = wordPrefix(tag.attributes)
    first = false
    visitor.open(known(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => visitor.close(known(tag.name)))
  parser.on('text', visitor.text)
  try {
    for (let at = 0; at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536))
    parser.close()
    return well
  } catch {
    return false
  }
}

/** An attribute of Word's own by its local name. */
export function wordAttribute(attributes: Readonly<Record<string, string>>, local: string): string | null {
  const own = attributes[`w:${local}`]
  if (own !== undefined) return own
  const key = Object.keys(attributes).find((name) => name.endsWith(`:${local}`))
  return key === undefined ? null : (attributes[key] ?? null)
}

function wordPrefix(attributes: Readonly<Record<string, string>>): string {
  const found = Object.entries(attributes).find(
    ([name, value]) => name.startsWith('xmlns') && /\/wordprocessingml(?:\/2006)?\/main$/.test(value),
  )
  if (found === undefined) return 'w:'
  return found[0] === 'xmlns' ? '' : `${found[0].slice('xmlns:'.length)}:`
}
