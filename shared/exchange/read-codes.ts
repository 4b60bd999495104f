import type { Code } from '../model/entities.ts'
import { type CodeId, readId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { type CodeWords, codeDescription, readCodeDescription } from './code-description.ts'
import { withoutPaths } from './code-paths.ts'
import { derivedId } from './fingerprint.ts'
import { readColour } from './read-colour.ts'
import type { Tally } from './read-receipt.ts'
import { fields, list, readNote } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { codesInTree } from './write-codes.ts'

/** Codes nested in a REFI-QDA element, parents before their children. A code that stands there twice comes once: where
    it stands below another, if it does, as OpenQDA lists all codes at the top as well. */
export function readCodes(codes: XmlElement | undefined, tally?: Tally): Code[] {
  const found = new Map<string, Code>()
  let isMoved = false
  const walk = (elements: readonly XmlElement[], parent: CodeId | undefined) => {
    const keys = keysBetween(null, null, elements.length)
    for (const [i, element] of elements.entries()) {
      const code = readCode(element, parent, keys[i] ?? 'V', tally)
      tally?.found('codes')
      const known = found.get(code.id)
      if (known) tally?.lost('codes', 'they stand in the file twice and came in once')
      if (!known) found.set(code.id, code)
      else if (parent && !known.parent && !isAbove(found, code.id, parent)) {
        found.set(code.id, { ...known, parent, order: code.order })
        isMoved = true
      }
      walk(childrenOf(element, 'Code'), code.id)
    }
  }
  walk(childrenOf(codes, 'Code'), undefined)
  const all = [...found.values()]
  return isMoved ? codesInTree(all).map(({ code }) => code) : all
}

/** Whether a code stands above another, or is it. */
function isAbove(codes: ReadonlyMap<string, Code>, above: CodeId, below: CodeId): boolean {
  for (let at: CodeId | undefined = below; at !== undefined; at = codes.get(at)?.parent)
    if (at === above) return true
  return false
}

/** Another tool's codes: those that tools keep flat, with paths for names, become a tree. */
export function readForeignCodes(codes: XmlElement | undefined, tally: Tally): readonly Code[] {
  const read = withoutPaths(readCodes(codes, tally))
  if (read.moved > 0)
    tally.repaired(
      'codes were called by a path (“A::B” or “A\\B”) and now stand below the code it names',
      read.moved,
    )
  return read.codes
}

function readCode(element: XmlElement, parent: CodeId | undefined, order: string, tally?: Tally): Code {
  const name = element.attributes.get('name') ?? 'Unnamed code'
  const stated = element.attributes.get('guid')?.trim() ?? ''
  const description = childOf(element, 'Description')?.text
  const colour = element.attributes.get('color')
  const note = readNote(element)
  const readable = colourOf(colour, note)
  if (colour?.trim() && !readable) tally?.repaired('colours of codes could not be read and were left out')
  return {
    id: readId<'code'>(stated) ?? derivedId('id', stated || `code ${name} ${parent ?? ''}`),
    name,
    ...(parent ? { parent } : {}),
    ...(description ? wordsOf(note, description) : {}),
    ...(readable ? { colour: readable } : {}),
    ...(isGroup(element, note) ? { codable: false } : {}),
    ...noted(note),
    order,
  }
}

type Note = Readonly<Record<string, unknown>>

function isGroup({ attributes }: XmlElement, note: Note): boolean {
  return note.codable === false || /^(false|0)$/i.test(attributes.get('isCodable')?.trim() ?? '')
}

/** The colour as stated, or the short one that Loam wrote it for. */
function colourOf(stated: string | undefined, note: Note): string | undefined {
  const colour = readColour(stated)
  const short = typeof note.colour === 'string' ? note.colour : ''
  const isSame = /^#[0-9a-f]{3}$/i.test(short) && short.replace(/[0-9a-f]/gi, '$&$&') === colour
  return isSame ? short : colour
}

/** What Loam noted about a code it wrote. */
function noted({
  from,
  key,
  section,
  aliases: all,
}: Note): Pick<Code, 'from' | 'key' | 'section' | 'aliases'> {
  const aliases = list(all).filter((each) => typeof each === 'string')
  return {
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof section === 'string' ? { section } : {}),
    ...(Array.isArray(all) ? { aliases } : {}),
  }
}

/** The parts as noted, unless another tool wrote another description since. */
function wordsOf(note: Note, description: string): CodeWords {
  const stated = fields(note.words)
  const words: { -readonly [F in keyof CodeWords]: string } = {}
  for (const field of ['definition', 'include', 'exclude', 'example'] as const) {
    const said = stated[field]
    if (typeof said === 'string') words[field] = said
  }
  return codeDescription(words) === description ? words : readCodeDescription(description)
}
