import type { EntityKind } from '../../model/entities.ts'
import type { Project } from '../../model/project.ts'
import type { Edit, Fields } from '../change.ts'
import { lookUp, nameIn } from './look-up.ts'
import { fieldsOf } from './words-of-values.ts'

/** What of a kind comes into mine, beside how much of it there is: of codings, by whom. */
export interface ComingIn {
  readonly kind: EntityKind
  /** Whose codings; absent: the kind as a whole. */
  readonly by?: string
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** How many mine has now, theirs has, and mine has after the merge. */
  readonly here: number
  readonly there: number
  readonly after: number
  /** What the first of them are called. */
  readonly names: { readonly [A in Act]: readonly string[] }
}

export type Act = 'added' | 'changed' | 'removed'

/** Counts what a merge brings, in the order in which a team looks at it; kinds that nothing comes in of are left out,
    and what has no names of its own has none. Codings are also told by coder, after all of them. */
export function comingIn(
  edits: readonly Edit[],
  copies: { readonly mine: Project; readonly theirs: Project; readonly merged: Project },
): readonly ComingIn[] {
  const { mine, theirs, merged } = copies
  const byKind = grouped(edits, ({ kind }) => kind)
  const lines: ComingIn[] = []
  for (const kind of order) {
    const some = byKind.get(kind)
    if (!some) continue
    const counts = { here: countOf(mine, kind), there: countOf(theirs, kind), after: countOf(merged, kind) }
    lines.push({ kind, ...acts(some), ...counts, names: namesOf(some, merged, mine) })
    if (kind === 'coding') lines.push(...byCoder(some, copies))
  }
  return lines
}

const order: readonly EntityKind[] = [
  'coding',
  'code',
  'memo',
  'source',
  'participant',
  'speaker',
  'turn',
  'translation',
  'restriction',
  'question',
  'attribute',
  'coder',
  'report',
  'prose',
  'quoteChoice',
  'proposal',
  'codebookVersion',
  'assignment',
  'round',
  'adjudication',
  'erasure',
  'inquiry',
]

function acts(edits: readonly Edit[]): Record<Act, number> {
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const edit of edits) counts[actOf(edit)]++
  return counts
}

function actOf({ before, after }: Edit): Act {
  return before === null ? 'added' : after === null ? 'removed' : 'changed'
}

function countOf({ tables, turns, codings }: Project, kind: EntityKind): number {
  if (kind !== 'turn' && kind !== 'coding') return tables[kind].size
  let count = 0
  for (const list of (kind === 'turn' ? turns : codings).values()) count += list.length
  return count
}

const namesAtMost = 40

function namesOf(edits: readonly Edit[], merged: Project, mine: Project): ComingIn['names'] {
  const look = lookUp([merged, mine], () => undefined)
  const names: Record<Act, string[]> = { added: [], changed: [], removed: [] }
  for (const edit of edits) {
    const list = names[actOf(edit)]
    if (edit.kind === 'coding' || edit.kind === 'turn' || list.length >= namesAtMost) continue
    // Of the entity as a whole: an edit may speak of a name behind a pseudonym alone.
    const name = nameIn(look.entity(edit.kind, edit.id))
    if (name !== undefined) list.push(name)
  }
  return names
}

type Copies = Parameters<typeof comingIn>[1]

/** Coders go by their names: the same person may have another id in the other copy. */
function byCoder(edits: readonly Edit[], { mine, theirs, merged }: Copies): ComingIn[] {
  const nameOf = (project: Project, id: unknown) =>
    project.tables.coder.get(String(id))?.name ?? mine.tables.coder.get(String(id))?.name ?? 'Somebody'
  const own = new Map(edits.map((edit) => [edit.id, coderIn(edit)]))
  const known = codersOfCodings([merged, mine], own)
  const groups = grouped(edits, ({ id }) => nameOf(merged, known.get(id)))
  const [here, there, after] = [mine, theirs, merged].map((project) =>
    codingsByCoder(project, (id) => nameOf(project, id)),
  )
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([by, some]) => ({
      kind: 'coding',
      by,
      ...acts(some),
      here: here?.get(by) ?? 0,
      there: there?.get(by) ?? 0,
      after: after?.get(by) ?? 0,
      names: { added: [], changed: [], removed: [] },
    }))
}

function coderIn({ before, after }: Edit): string | undefined {
  const { coder } = { ...fieldsOf(before), ...fieldsOf(after) } satisfies Fields
  return typeof coder === 'string' ? coder : undefined
}

/** Edits that do not speak of the coder are looked up. */
function codersOfCodings(
  projects: readonly Project[],
  own: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [id, coder] of own) if (coder !== undefined) found.set(id, coder)
  if (found.size === own.size) return found
  for (const { codings } of projects)
    for (const list of codings.values())
      for (const { id, coder } of list) if (own.has(id) && !found.has(id)) found.set(id, coder)
  return found
}

function codingsByCoder({ codings }: Project, nameOf: (id: string) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const list of codings.values())
    for (const { coder } of list) counts.set(coder, (counts.get(coder) ?? 0) + 1)
  const byName = new Map<string, number>()
  for (const [coder, count] of counts) {
    const name = nameOf(coder)
    byName.set(name, (byName.get(name) ?? 0) + count)
  }
  return byName
}

function grouped<K>(edits: readonly Edit[], keyOf: (edit: Edit) => K): ReadonlyMap<K, readonly Edit[]> {
  const groups = new Map<K, Edit[]>()
  for (const edit of edits) {
    const key = keyOf(edit)
    const group = groups.get(key)
    if (group) group.push(edit)
    else groups.set(key, [edit])
  }
  return groups
}
