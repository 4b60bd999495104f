import { same } from '../change/same.ts'
import type { Code } from '../model/entities.ts'
import { codeDescription, codeWords, readCodeDescription } from './code-description.ts'
import { guid, noteTarget } from './standard-names.ts'
import { xmlElement, xmlNote, xmlTextElement } from './write-xml.ts'

/** Codes as nested elements, siblings in their order. `extra` adds what stands between description and children. */
export function codesXml(
  codes: readonly Code[],
  extra: (code: Code) => readonly string[] = () => [],
): string[] {
  const below = codesByParent(codes)
  const element = (code: Code): string =>
    xmlElement('Code', codeAttributes(code), [
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
export function codeNote(code: Code): string {
  const { from, key, aliases, section } = code
  const words = codeWords(code)
  const isClear =
    same(readCodeDescription(codeDescription(code) ?? ''), words) || Object.keys(words).length === 0
  const note = { from, key, aliases, section, ...(isClear ? {} : { words }) }
  return Object.values(note).some((value) => value !== undefined) ? xmlNote(noteTarget, note) : ''
}

function codeAttributes(code: Code): Record<string, string | undefined> {
  const colour = code.colour !== undefined && /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(code.colour)
  return {
    guid: guid(code.id),
    name: code.name,
    isCodable: code.codable === false ? 'false' : 'true',
    color: colour ? code.colour : undefined,
  }
}

function byOrder(a: Code, b: Code): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1
}
