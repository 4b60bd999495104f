import type { Code } from '../model/entities.ts'
import { type CodeId, readId } from '../model/ids.ts'
import { type CodebookReading, everythingSaid, saidByAny } from './codebook-reading.ts'
import { readCodebookState } from './codebook-state.ts'
import { readMendedXml } from './mend-xml.ts'
import { readCodes, readForeignCodes } from './read-codes.ts'
import { idIn } from './read-context.ts'
import { startTally } from './read-receipt.ts'
import { readNote } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { codesInTree } from './write-codes.ts'

/** Reads a .qdc, or the codebook of a .qde that was given as one. */
export function readCodebookQdc(file: string, bytes: Uint8Array): CodebookReading {
  const { xml, mended } = readMendedXml(bytes)
  if (!xml.ok) return { ok: false, problem: `This codebook cannot be read: ${xml.problem}.` }
  const book = xml.root.name === 'Project' ? childOf(xml.root, 'CodeBook') : xml.root
  if (book?.name !== 'CodeBook')
    return {
      ok: false,
      problem: `This is no codebook: it holds a ${xml.root.name} where a CodeBook belongs.`,
    }
  const read = readBook(file, book, xml.root)
  return read.ok
    ? { ...read, receipt: { ...read.receipt, repairs: [...mended, ...read.receipt.repairs] } }
    : read
}

function readBook(file: string, book: XmlElement, root: XmlElement): CodebookReading {
  const origin = (book.attributes.get('origin') ?? root.attributes.get('origin') ?? '').trim()
  const isOurs = /^loam\b/i.test(origin)
  const tally = startTally()
  const lists = childrenOf(book, 'Codes')
  const read = isOurs ? readCodes : readForeignCodes
  const found = lists.flatMap((each) => read(each, tally)).filter((code) => code.id !== placeholder)
  const codes = inTree(isOurs || origin === '' ? found : found.map((code) => withOrigin(code, origin)))
  const names = new Map<string, string>(codes.map((code) => [code.id, code.name]))
  const sets = childrenOf(book, 'Sets').flatMap((each) => childrenOf(each, 'Set'))
  tally.found('sets', sets.length)
  tally.lost('sets', 'Loam has no sets of codes; they are listed here', sets.length)
  const { codebook, name, description, ...note } = readNote(book)
  const state = isOurs ? readCodebookState(note) : undefined
  return {
    ok: true,
    file,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    codes,
    stated: statedIn(lists),
    says: isOurs && codebook === 1 ? everythingSaid : saidByAny(found, heldByQdc),
    ...(state ? { state } : {}),
    receipt: tally.receipt(origin),
    sets: sets.map((set) => setInWords(set, names)),
  }
}

/** What stands in an empty codebook written by Loam, as the standard has none without codes. */
export const placeholder = '00000000-0000-4000-8000-000000000000'

const heldByQdc = [
  'name',
  'definition',
  'include',
  'exclude',
  'example',
  'colour',
  'codable',
  'parent',
  'order',
] as const

function withOrigin(code: Code, origin: string): Code {
  return { ...code, from: code.from ?? origin }
}

function inTree(codes: readonly Code[]): readonly Code[] {
  return codesInTree(codes).map(({ code }) => code)
}

/** Identities that stand in the file as such. */
function statedIn(lists: readonly XmlElement[]): ReadonlySet<CodeId> {
  const stated = new Set<CodeId>()
  const waiting = [...lists]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    for (const code of childrenOf(element, 'Code')) {
      const id = readId<'code'>(code.attributes.get('guid')?.trim() ?? '')
      if (id) stated.add(id)
      waiting.push(code)
    }
  }
  return stated
}

function setInWords(set: XmlElement, names: ReadonlyMap<string, string>): string {
  // Codebooks call the reference guid, projects targetGUID.
  const members = childrenOf(set, 'MemberCode').map((each) => {
    const id = idIn(each, each.attributes.get('guid') ? 'guid' : 'targetGUID', '')
    return names.get(id) ?? 'a code missing from the file'
  })
  const said = childOf(set, 'Description')?.text.trim()
  return [set.attributes.get('name') ?? 'Unnamed set', members.join(', '), said].filter(Boolean).join(' — ')
}
