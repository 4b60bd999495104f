import type { Coding, EntityKind, SourceBoundKind, Turn } from '../../model/entities.ts'
import { type Project, smallKinds } from '../../model/project.ts'
import type { Fields } from '../change.ts'
import { same } from '../same.ts'

/** A project laid open for comparing: entities of every kind alike, by id, their id among their fields. Whoever merges
    may change it; the project it was opened from stays as it is. */
export type WorkingCopy = ReadonlyMap<EntityKind, Map<string, Fields>>

const none: ReadonlySet<string> = new Set()

const boundKinds: readonly SourceBoundKind[] = ['turn', 'coding']

/** Every kind there is, those that others name before those that name them. */
export const mergedKinds: readonly EntityKind[] = [
  'inquiry',
  'coder',
  'attribute',
  'participant',
  'question',
  'source',
  'code',
  'codebookVersion',
  'round',
  'speaker',
  'turn',
  'translation',
  'coding',
  'restriction',
  'memo',
  'report',
  'prose',
  'quoteChoice',
  'assignment',
  'adjudication',
  'proposal',
  'erasure',
]

/** A project laid open whole. */
export function openCopy(project: Project): WorkingCopy {
  return opened(project, () => none)
}

/** What is left out of copies that are merged: codings, and all turns of a source, that read the same in both. Nothing
    comes of comparing them, and they are the most. Where mine was carried along to another text since `now`, nothing
    of a source is left out. */
export function sameInBoth(mine: Project, theirs: Project, now: Project): LeftOut {
  const found = new Map<string, ReadonlySet<string>>()
  for (const kind of boundKinds) {
    const [here, there, before] = [mine, theirs, now].map((each) => listsOf(each, kind))
    for (const [source, list] of here ?? []) {
      if (before?.get(source) !== list) continue
      const other = there?.get(source) ?? []
      const alikes = alikeIn(list, other)
      const isWhole = alikes.size === list.length && list.length === other.length
      if (kind === 'coding' || isWhole) found.set(kind + source, alikes)
    }
  }
  return (kind, source) => found.get(kind + source) ?? none
}

/** Ids of entities of a source that are left out. */
export type LeftOut = (kind: SourceBoundKind, source: string) => ReadonlySet<string>

/** Lays a project open without what is left out. */
export function opened(project: Project, leftOut: LeftOut): WorkingCopy {
  const copy = new Map<EntityKind, Map<string, Fields>>()
  for (const kind of smallKinds) {
    const table = new Map<string, Fields>()
    for (const entity of project.tables[kind].values()) table.set(entity.id, fieldsOf(entity))
    copy.set(kind, table)
  }
  for (const kind of boundKinds) {
    const table = new Map<string, Fields>()
    for (const [source, list] of listsOf(project, kind)) {
      const without = leftOut(kind, source)
      for (const entity of list) if (!without.has(entity.id)) table.set(entity.id, fieldsOf(entity))
    }
    copy.set(kind, table)
  }
  return copy
}

function listsOf(project: Project, kind: SourceBoundKind): ReadonlyMap<string, readonly (Turn | Coding)[]> {
  return kind === 'turn' ? project.turns : project.codings
}

function alikeIn(list: readonly (Turn | Coding)[], other: readonly (Turn | Coding)[]): ReadonlySet<string> {
  const found = new Set<string>()
  const byId = list === other ? null : new Map(other.map((each): [string, Turn | Coding] => [each.id, each]))
  for (const [i, entity] of list.entries()) {
    const beside = other[i]
    const twin = beside?.id === entity.id ? beside : byId?.get(entity.id)
    if (twin && (twin === entity || alike(fieldsOf(entity), fieldsOf(twin)))) found.add(entity.id)
  }
  return found
}

/** An entity's fields without copying them: nobody changes them in place. */
function fieldsOf(entity: object): Fields {
  if (!isFields(entity)) throw new Error('An entity has no fields')
  return entity
}

function isFields(entity: object): entity is Fields {
  return !Array.isArray(entity)
}

/** Entities of one kind; to be changed in place. */
export function tableOf(copy: WorkingCopy, kind: EntityKind): Map<string, Fields> {
  const table = copy.get(kind)
  if (!table) throw new Error(`There is no kind ${kind}`)
  return table
}

/** Whether two versions of an entity say the same, some fields left aside. */
export function alike(
  a: Fields | undefined,
  b: Fields | undefined,
  aside: ReadonlySet<string> = none,
): boolean {
  if (a === b) return true
  if (!a || !b) return false
  for (const name in a) if (a[name] !== b[name] && !aside.has(name) && !same(a[name], b[name])) return false
  for (const name in b) if (!(name in a) && b[name] != null && !aside.has(name)) return false
  return true
}

/** Some fields of an entity; null where absent. */
export function pick(fields: Fields | undefined, names: readonly string[]): Fields | null {
  return fields ? Object.fromEntries(names.map((name) => [name, fields[name] ?? null])) : null
}
