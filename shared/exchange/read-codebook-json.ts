import { firstMember, isRecord, member } from '../importers/json-values.ts'
import { withoutPaths } from './code-paths.ts'
import { type CodebookReading, codeFields, everythingSaid, saidByAny } from './codebook-reading.ts'
import { readCodebookState } from './codebook-state.ts'
import { listed } from './named-rows.ts'
import { type Above, type NamedCode, placeCodes } from './place-codes.ts'
import { readColour } from './read-colour.ts'
import { startTally, type Tally } from './read-receipt.ts'
import { codesInTree } from './write-codes.ts'

/** Reads a codebook from JSON: Loam's own, or any list of codes with names, definitions and children. */
export function readCodebookJson(file: string, value: unknown): CodebookReading {
  const top = topOf(value)
  if (top === null)
    return {
      ok: false,
      problem:
        'This JSON holds no list of codes: Loam looks for objects with a “name”, in a list or under “codes”.',
    }
  const tally = startTally()
  const { named, nameless } = namedIn(top, tally)
  tally.repaired('entries without a name were left out', nameless)
  const loam = member(value, 'loam')
  const isOurs = member(loam, 'codebook') === 1
  const placed = placeCodes(named, tally)
  const isFlat = !isOurs && named.every(({ above }) => above.kind === 'nothing')
  const split = isFlat ? withoutPaths(placed.codes) : { codes: placed.codes, moved: 0 }
  tally.repaired('codes were called by a path (“A::B”) and now stand below the code it names', split.moved)
  const codes = codesInTree(split.codes).map(({ code }) => code)
  const state = isOurs ? readCodebookState(loam) : undefined
  const [name, description] = ['name', 'description'].map((key) => textOf(member(value, key)))
  return {
    ok: true,
    file,
    ...(name ? { name } : {}),
    ...(description ? { description } : {}),
    codes,
    stated: placed.stated,
    says: isOurs ? everythingSaid : saidByAny(codes, [...codeFields, 'parent', 'order']),
    ...(state ? { state } : {}),
    receipt: tally.receipt(isOurs ? 'Loam' : 'JSON'),
    sets: [],
  }
}

/** The list of codes in a document: itself, or what stands under a usual name; names with their definitions too. */
function topOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return null
  const found = firstMember(value, ['codes', 'codebook', 'tags', 'children', 'items', 'nodes', 'themes'])
  if (Array.isArray(found)) return found
  if (isRecord(found)) return topOf(found)
  const pairs = Object.entries(value)
  if (pairs.length > 0 && pairs.every(([, text]) => typeof text === 'string'))
    return pairs.map(([name, definition]) => ({ name, definition }))
  return typeof value.name === 'string' ? [value] : null
}

const childWords = ['children', 'codes', 'subcodes', 'subCodes', 'sub_codes', 'items', 'nodes', 'subthemes']

/** Every entry in reading order; deep ones one after another, so that no depth is too deep. */
function namedIn(
  top: readonly unknown[],
  tally: Tally,
): { readonly named: readonly NamedCode[]; readonly nameless: number } {
  const named: NamedCode[] = []
  let nameless = 0
  const waiting: { readonly value: unknown; readonly parent: number | null }[] = top
    .map((value) => ({ value, parent: null }))
    .reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, parent } = next
    const name = nameOf(value)
    const at = name === '' ? parent : named.length
    if (name === '') nameless++
    else named.push({ name, id: idOf(value), above: aboveOf(value, parent), facts: factsOf(value, tally) })
    const below = childWords.map((word) => member(value, word)).find(Array.isArray) ?? []
    for (const child of below.toReversed()) waiting.push({ value: child, parent: at })
  }
  return { named, nameless }
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return textOf(firstMember(value, ['name', 'title', 'label', 'code', 'tag', 'text']))
}

function idOf(value: unknown): string {
  return textOf(firstMember(value, ['id', 'guid', 'uuid']))
}

function aboveOf(value: unknown, parent: number | null): Above {
  if (parent !== null) return { kind: 'entry', at: parent }
  const told = firstMember(value, ['parent', 'parentId', 'parent_id', 'parentGuid'])
  const id = textOf(isRecord(told) ? firstMember(told, ['id', 'guid', 'name']) : told)
  if (id !== '') return { kind: 'told', text: null, id }
  const path = member(value, 'path')
  const names = Array.isArray(path) ? path.map(textOf).filter((each) => each !== '') : []
  return names.length > 1 ? { kind: 'names', names: names.slice(0, -1) } : { kind: 'nothing' }
}

function factsOf(value: unknown, tally: Tally): NamedCode['facts'] {
  const texts = textWords.flatMap(([field, words]) => {
    const text = textOf(firstMember(value, words))
    return text === '' ? [] : [[field, text] as const]
  })
  const stated = textOf(firstMember(value, ['colour', 'color']))
  const colour = readColour(stated)
  if (stated !== '' && !colour) tally.repaired('colours of codes could not be read and were left out')
  const others = firstMember(value, ['aliases', 'otherNames', 'synonyms'])
  const aliases = Array.isArray(others)
    ? others.map(textOf).filter((each) => each !== '')
    : listed(textOf(others))
  const codable = firstMember(value, ['codable', 'isCodable'])
  return {
    ...Object.fromEntries(texts),
    ...(colour ? { colour } : {}),
    ...(codable === false || codable === 'false' ? { codable: false } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
  }
}

const textWords = [
  ['definition', ['definition', 'description', 'meaning', 'comment', 'memo', 'note']],
  ['include', ['include', 'inclusion', 'inclusionCriteria', 'use_when', 'when_to_use']],
  ['exclude', ['exclude', 'exclusion', 'exclusionCriteria', 'when_not_to_use']],
  ['example', ['example', 'examples']],
  ['from', ['from', 'source']],
  ['key', ['key']],
  ['section', ['section']],
] as const

function textOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((each) => each !== '')
      .join('\n')
  return typeof value === 'string' ? value.toWellFormed().trim() : ''
}
