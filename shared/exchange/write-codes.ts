import { same } from '../change/same.ts'
import type { Code } from '../model/entities.ts'
import { codeDescription, codeWords, readCodeDescription } from './code-description.ts'
import { guid, noteTarget } from './standard-names.ts'
import { xmlElement, xmlNote, xmlTextElement } from './write-xml.ts'

/** Codes as nested elements, siblings in their order. `extra` adds what stands between description and children;
    `coded` are codes with codings. */
export function codesXml(
  codes: readonly Code[],
  extra: (code: Code) => readonly string[] = () => [],
  coded: ReadonlySet<string> = new Set(),
): string[] {
  const below = codesByParent(codes)
  const element = (code: Code): string =>
    xmlElement('Code', codeAttributes(code, coded), [
      xmlTextElement('Description', codeDescription(code)),
      ...extra(code),
      ...(below.get(code.id) ?? []).map(element),
    ])
  return (below.get(null) ?? []).map(element)
}

/** Codes by the parent they stand below, in order; those whose parent is not there stand at the top. */
export function codesByParent(codes: readonly Code[]): ReadonlyMap<string | null, readonly Code[]> {
  const known = new Set<string>(codes.map((code) => code.id))
  const below = new Map<string | null, Code[]>()
  for (const code of [...codes].sort(byOrder)) {
    const parent = code.parent !== undefined && known.has(code.parent) ? code.parent : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(code)
    else below.set(parent, [code])
  }
  return below
}

/** Every code with how deep it stands and the names above it, parents before their children. */
export function codesInTree(
  codes: readonly Code[],
): { readonly code: Code; readonly path: readonly string[] }[] {
  const below = codesByParent(codes)
  const walk = (parent: string | null, path: readonly string[]): { code: Code; path: readonly string[] }[] =>
    (below.get(parent) ?? []).flatMap((code) => {
      const names = [...path, code.name]
      return [{ code, path: names }, ...walk(code.id, names)]
    })
  return walk(null, [])
}

/** What the standard has no words for, as a note inside the code: where it comes from, what else it is called; and its
    definition, include, exclude and example apart where the description alone would not tell them apart. Nothing where
    there is nothing of the kind. */
export function codeNote(code: Code, coded: ReadonlySet<string> = new Set()): string {
  const { from, key, aliases, section } = code
  const words = codeWords(code)
  const isClear =
    same(readCodeDescription(codeDescription(code) ?? ''), words) || Object.keys(words).length === 0
  const note = {
    from,
    key,
    aliases,
    section,
    ...(isClear ? {} : { words }),
    ...(code.codable === false && coded.has(code.id) ? { codable: false } : {}),
    ...(isShort(code.colour) ? { colour: code.colour } : {}),
  }
  return Object.values(note).some((value) => value !== undefined) ? xmlNote(noteTarget, note) : ''
}

/** A code with codings is always said to be codable: tools take one that is not for a heading and drop its codings. */
function codeAttributes(code: Code, coded: ReadonlySet<string>): Record<string, string | undefined> {
  return {
    guid: guid(code.id),
    name: code.name,
    isCodable: code.codable === false && !coded.has(code.id) ? 'false' : 'true',
    color: colourOf(code),
  }
}

/** A colour with six digits, as every tool reads it. */
function colourOf({ colour }: Code): string | undefined {
  if (isShort(colour)) return colour.replace(/[0-9a-f]/gi, '$&$&')
  return colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined
}

function isShort(colour: string | undefined): colour is string {
  return colour !== undefined && /^#[0-9a-f]{3}$/i.test(colour)
}

function byOrder(a: Code, b: Code): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1
}
