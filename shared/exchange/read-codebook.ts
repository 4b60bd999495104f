import type { Code } from '../model/entities.ts'
import { readCodes, readForeignCodes } from './read-codes.ts'
import { idIn } from './read-context.ts'
import { type ReadReceipt, startTally } from './read-receipt.ts'
import { childOf, childrenOf, readXml, type XmlElement } from './read-xml.ts'

/** A codebook read from a file, its codes parents before children; or one sentence why it cannot be used. */
export type CodebookReading =
  | {
      readonly ok: true
      readonly codes: readonly Code[]
      readonly receipt: ReadReceipt
      /** Sets of codes by name, in words: Loam has no sets. */
      readonly sets: readonly string[]
    }
  | { readonly ok: false; readonly problem: string }

/** Reads a .qdc, or the codebook of a .qde that was given as one. */
export function readCodebookFile(bytes: Uint8Array): CodebookReading {
  if (bytes.length === 0) return { ok: false, problem: 'The file is empty.' }
  const xml = readXml(bytes)
  if (!xml.ok) return { ok: false, problem: `This codebook cannot be read: ${xml.problem}.` }
  const book = xml.root.name === 'Project' ? childOf(xml.root, 'CodeBook') : xml.root
  if (book?.name !== 'CodeBook')
    return {
      ok: false,
      problem: `This is no codebook: it holds a ${xml.root.name} where a CodeBook belongs.`,
    }
  return readBook(book, xml.root)
}

function readBook(book: XmlElement, root: XmlElement): CodebookReading {
  const origin = (book.attributes.get('origin') ?? root.attributes.get('origin') ?? '').trim()
  const tally = startTally()
  const read = /^loam\b/i.test(origin) ? readCodes : readForeignCodes
  const codes = childrenOf(book, 'Codes').flatMap((each) => read(each, tally))
  const names = new Map<string, string>(codes.map((code) => [code.id, code.name]))
  const sets = childrenOf(book, 'Sets').flatMap((each) => childrenOf(each, 'Set'))
  tally.found('sets', sets.length)
  tally.lost('sets', 'Loam has no sets of codes; they are listed here', sets.length)
  const withOrigin = origin === '' ? codes : codes.map((code) => ({ ...code, from: code.from ?? origin }))
  return {
    ok: true,
    codes: /^loam\b/i.test(origin) ? codes : withOrigin,
    receipt: tally.receipt(origin),
    sets: sets.map((set) => setInWords(set, names)),
  }
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
