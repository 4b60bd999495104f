import type { EntityKind } from '../../model/entities.ts'
import type { Fields } from '../change.ts'
import { rewriteTable } from './rewrite-ids.ts'
import { mergedKinds, tableOf, type WorkingCopy } from './working-copy.ts'

/** Gives what stands for the same thing in several copies one id: mine, or the base's where mine has it no longer.
    Things with the same id are the same; others are recognised by what they are (`tellsApart`). Turns are left to
    `mergeTurns`, which sees where they stand. */
export function uniteIds(base: WorkingCopy, mine: WorkingCopy, theirs: WorkingCopy): void {
  const inBase = new Map<string, string>()
  const inTheirs = new Map<string, string>()
  for (const kind of mergedKinds) {
    rewriteTable(base, kind, inBase)
    rewriteTable(theirs, kind, inTheirs)
    if (kind === 'turn') continue
    // Names of codes count with the code above them, so each level is known only when the one above it is.
    for (let found = true; found; ) {
      const old = matched(kind, tableOf(base, kind), [tableOf(mine, kind)])
      const both = new Map([...old].filter(([from, to]) => has(theirs, kind, from) && !has(theirs, kind, to)))
      apply(base, kind, old, inBase)
      apply(theirs, kind, both, inTheirs)
      // What mine only renamed is no candidate by its new name: it was there before, and theirs knew it.
      const made = new Map([...tableOf(mine, kind)].filter(([id]) => !has(base, kind, id)))
      const fresh = matched(kind, tableOf(theirs, kind), [made, tableOf(base, kind)], tableOf(mine, kind))
      apply(theirs, kind, fresh, inTheirs)
      found = kind === 'code' && old.size + fresh.size > 0
    }
  }
}

/** Ids in one table by the ids that the same things have in others. What is in `besides` is known too, but no
    candidate. */
export function matched(
  kind: EntityKind,
  table: ReadonlyMap<string, Fields>,
  known: readonly ReadonlyMap<string, Fields>[],
  besides: ReadonlyMap<string, Fields> = new Map(),
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const isKnown = (id: string) => besides.has(id) || known.some((each) => each.has(id))
  let fresh = [...table.values()].filter(({ id }) => !isKnown(String(id))).sort(byId)
  const taken = new Set<string>()
  for (const key of tellsApart[kind] ?? []) {
    if (fresh.length === 0) return found
    for (const others of known) {
      const free = [...others.values()].filter(({ id }) => !table.has(String(id)) && !taken.has(String(id)))
      const byKey = grouped(free, key)
      fresh = fresh.filter((fields) => {
        const words = key(fields)
        const twin = words === null ? undefined : byKey.get(words)?.shift()
        if (twin === undefined) return true
        found.set(String(fields.id), twin)
        taken.add(twin)
        return false
      })
    }
  }
  return found
}

function has(copy: WorkingCopy, kind: EntityKind, id: string): boolean {
  return tableOf(copy, kind).has(id)
}

function apply(
  copy: WorkingCopy,
  kind: EntityKind,
  ids: ReadonlyMap<string, string>,
  all: Map<string, string>,
): void {
  for (const [from, to] of ids) all.set(from, to)
  rewriteTable(copy, kind, ids)
}

function byId(a: Fields, b: Fields): number {
  return String(a.id) < String(b.id) ? -1 : 1
}

type Key = (fields: Fields) => string | null

function grouped(entities: readonly Fields[], key: Key): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const fields of entities.toSorted(byId)) {
    const words = key(fields)
    if (words === null) continue
    const group = groups.get(words)
    if (group) group.push(String(fields.id))
    else groups.set(words, [String(fields.id)])
  }
  return groups
}

/** What tells things of a kind apart besides their id, the surest first. Names count without case and outer spaces. */
const tellsApart: Partial<Record<EntityKind, readonly Key[]>> = {
  inquiry: [() => 'the inquiry'],
  coder: [by('name')],
  attribute: [by('of', 'name', 'kind')],
  participant: [by('pseudonym', 'name?'), by('pseudonym')],
  question: [by('text', 'version')],
  source: [by('firstContent', 'name'), by('firstContent')],
  code: [by('key'), by('parent?', 'name')],
  speaker: [by('source', 'label')],
  translation: [by('source', 'language', 'translator?', 'content')],
  coding: [by('source', 'content', 'start', 'end', 'code', 'coder', 'layer')],
  restriction: [by('source', 'content', 'start', 'end', 'audience?')],
  memo: [by('kind', 'title?', 'text?', 'about', 'by')],
  report: [by('template', 'title')],
  prose: [by('report', 'place')],
  quoteChoice: [by('report', 'code', 'source', 'coding')],
  assignment: [by('source', 'coder', 'round?')],
}

/** A key of several fields; a thing that lacks one of them (or has it empty) is not recognised by it, unless the
    field's name ends in "?". */
function by(...names: readonly string[]): Key {
  return (fields) => {
    const words: string[] = []
    for (const name of names) {
      const mayLack = name.endsWith('?')
      const word = plain(fields[mayLack ? name.slice(0, -1) : name])
      if (word === '' && !mayLack) return null
      words.push(word)
    }
    return words.join('\u0000')
  }
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value.trim().toLowerCase()
  return value === undefined || value === null ? '' : JSON.stringify(value)
}
