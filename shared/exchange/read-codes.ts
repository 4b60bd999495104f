import type { Code } from '../model/entities.ts'
import { type CodeId, readId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { readCodeDescription } from './code-description.ts'
import { derivedId } from './fingerprint.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'

/** Codes nested in a REFI-QDA element, parents before their children. A code that stands there twice comes once. */
export function readCodes(codes: XmlElement | undefined): Code[] {
  const found = new Map<string, Code>()
  const walk = (elements: readonly XmlElement[], parent: CodeId | undefined) => {
    const keys = keysBetween(null, null, elements.length)
    for (const [i, element] of elements.entries()) {
      const code = readCode(element, parent, keys[i] ?? 'V')
      if (!found.has(code.id)) found.set(code.id, code)
      walk(childrenOf(element, 'Code'), code.id)
    }
  }
  walk(childrenOf(codes, 'Code'), undefined)
  return [...found.values()]
}

function readCode(element: XmlElement, parent: CodeId | undefined, order: string): Code {
  const name = element.attributes.get('name') ?? 'Unnamed code'
  const stated = element.attributes.get('guid')?.trim() ?? ''
  const description = childOf(element, 'Description')?.text
  const colour = element.attributes.get('color')?.trim()
  return {
    id: readId<'code'>(stated) ?? derivedId('id', stated || `code ${name} ${parent ?? ''}`),
    name,
    ...(parent ? { parent } : {}),
    ...(description ? readCodeDescription(description) : {}),
    ...(colour && /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour) ? { colour } : {}),
    ...(/^(false|0)$/.test(element.attributes.get('isCodable')?.trim() ?? '') ? { codable: false } : {}),
    order,
  }
}
