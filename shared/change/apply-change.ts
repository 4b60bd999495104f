import type { Coding, EntityKind, EntityKinds, SmallKind, SourceBoundKind, Turn } from '../model/entities.ts'
import type { SourceId } from '../model/ids.ts'
import type { Project, Table } from '../model/project.ts'
import type { Edit, Fields } from './change.ts'
import { same } from './same.ts'
import { atOnce, isStop, type Slices } from './slices.ts'

/** The project after some edits, or the first edit whose `before` is not how things stand. */
export type Applied =
  | { readonly ok: true; readonly project: Project }
  | { readonly ok: false; readonly edit: Edit; readonly problem: string }

/** Applies the edits of one change. Costs in proportion to the edits and the sources they touch;
    everything untouched is shared with the project before. */
export function applyEdits(project: Project, edits: readonly Edit[]): Applied {
  return atOnce(applyingEdits(project, edits))
}

/** The same as work that can be interrupted, for changes of many edits. */
export function* applyingEdits(project: Project, edits: readonly Edit[]): Slices<Applied> {
  const small = new Map<SmallKind, Edit[]>()
  const bound = new Map<string, [SourceBoundKind, SourceId, Edit[]]>()
  for (const [i, edit] of edits.entries()) {
    if (isStop(i)) yield
    const { kind, source } = edit
    if (kind !== 'turn' && kind !== 'coding') group(small, kind, edit)
    else if (source) groupBySource(bound, kind, source, edit)
    else return { ok: false, edit, problem: `A ${kind} is edited without naming its source` }
  }
  try {
    return { ok: true, project: yield* withBound(yield* withSmall(project, small), [...bound.values()]) }
  } catch (trouble) {
    if (trouble instanceof Refusal) return { ok: false, edit: trouble.edit, problem: trouble.message }
    throw trouble
  }
}

class Refusal extends Error {
  readonly edit: Edit
  constructor(edit: Edit, what: string) {
    super(what)
    this.edit = edit
  }
}

function group(groups: Map<SmallKind, Edit[]>, kind: SmallKind, edit: Edit): void {
  const known = groups.get(kind)
  if (known) known.push(edit)
  else groups.set(kind, [edit])
}

function groupBySource(
  groups: Map<string, [SourceBoundKind, SourceId, Edit[]]>,
  kind: SourceBoundKind,
  source: SourceId,
  edit: Edit,
): void {
  const known = groups.get(kind + source)
  if (known) known[2].push(edit)
  else groups.set(kind + source, [kind, source, [edit]])
}

function* withSmall(project: Project, groups: ReadonlyMap<SmallKind, Edit[]>): Slices<Project> {
  if (groups.size === 0) return project
  const tables = { ...project.tables }
  for (const [kind, edits] of groups)
    Object.assign(tables, { [kind]: yield* editedTable(kind, tables[kind], edits) })
  return { ...project, tables }
}

function* editedTable<K extends SmallKind>(
  kind: K,
  table: Table<EntityKinds[K]>,
  edits: readonly Edit[],
): Slices<Table<EntityKinds[K]>> {
  const next = new Map<string, EntityKinds[K]>(table)
  for (const [i, edit] of edits.entries()) {
    if (isStop(i)) yield
    const entity = edited(kind, next.get(edit.id), edit)
    if (entity) next.set(edit.id, entity)
    else next.delete(edit.id)
  }
  return next
}

function* withBound(
  project: Project,
  groups: readonly [SourceBoundKind, SourceId, Edit[]][],
): Slices<Project> {
  if (groups.length === 0) return project
  const turns = new Map(project.turns)
  const codings = new Map(project.codings)
  for (const [kind, source, edits] of groups) {
    if (kind === 'turn')
      put(turns, source, yield* editedList('turn', turns.get(source) ?? [], edits, compareTurns))
    else put(codings, source, yield* editedList('coding', codings.get(source) ?? [], edits, compareCodings))
    yield
  }
  return { ...project, turns, codings }
}

function put<E>(bySource: Map<SourceId, readonly E[]>, source: SourceId, list: readonly E[]): void {
  if (list.length > 0) bySource.set(source, list)
  else bySource.delete(source)
}

function* editedList<K extends SourceBoundKind>(
  kind: K,
  list: readonly EntityKinds[K][],
  edits: readonly Edit[],
  compare: (a: EntityKinds[K], b: EntityKinds[K]) => number,
): Slices<EntityKinds[K][]> {
  const byId = new Map<string, EntityKinds[K]>()
  const touched = new Set(edits.map((edit) => edit.id))
  for (const entity of list) if (touched.has(entity.id)) byId.set(entity.id, entity)
  for (const [i, edit] of edits.entries()) {
    if (isStop(i)) yield
    const entity = edited(kind, byId.get(edit.id), edit)
    if (entity) byId.set(edit.id, entity)
    else byId.delete(edit.id)
  }
  const rest = list.filter((entity) => !touched.has(entity.id))
  return mergeSorted(rest, [...byId.values()].sort(compare), compare)
}

function mergeSorted<E>(a: readonly E[], b: readonly E[], compare: (a: E, b: E) => number): E[] {
  const merged: E[] = []
  let i = 0
  for (const next of b) {
    for (let head = a[i]; head !== undefined && compare(head, next) <= 0; head = a[i]) {
      merged.push(head)
      i++
    }
    merged.push(next)
  }
  for (; i < a.length; i++) merged.push(...a.slice(i, i + 1))
  return merged
}

function edited<K extends EntityKind>(
  kind: K,
  entity: EntityKinds[K] | undefined,
  edit: Edit,
): EntityKinds[K] | null {
  if (edit.before === null) {
    if (entity) throw new Refusal(edit, `This ${kind} is already there`)
    return entityFrom(kind, edit, null)
  }
  if (!entity) throw new Refusal(edit, `This ${kind} is no longer there`)
  if (!agrees(entity, edit.before, edit.after === null))
    throw new Refusal(edit, `This ${kind} was changed meanwhile`)
  return edit.after === null ? null : entityFrom(kind, edit, entity)
}

/** A removal must know the whole entity, an update only its own fields. */
function agrees(entity: object, before: Fields, whole: boolean): boolean {
  const now: Fields = { ...entity, id: null }
  return whole ? same(now, before) : Object.keys(before).every((name) => same(now[name], before[name]))
}

function entityFrom<K extends EntityKind>(kind: K, edit: Edit, base: object | null): EntityKinds[K] {
  const fields: Record<string, unknown> = { ...base, ...edit.after, id: edit.id }
  for (const [name, value] of Object.entries(fields)) if (value === null) delete fields[name]
  if (!isEntity(kind, fields)) throw new Refusal(edit, `This ${kind} is incomplete`)
  return fields
}

const requiredField = {
  inquiry: 'approach',
  coder: 'initials',
  attribute: 'kind',
  participant: 'consent',
  source: 'content',
  speaker: 'source',
  turn: 'end',
  question: 'text',
  code: 'name',
  coding: 'code',
  restriction: 'consent',
  memo: 'about',
  report: 'template',
  prose: 'place',
  quoteChoice: 'use',
  translation: 'stretches',
  codebookVersion: 'codes',
  assignment: 'coder',
  round: 'coders',
  adjudication: 'decided',
  proposal: 'status',
  erasure: 'hashes',
} as const satisfies Record<EntityKind, string>

function isEntity<K extends EntityKind>(kind: K, fields: object): fields is EntityKinds[K] {
  return requiredField[kind] in fields
}

function compareTurns(a: Turn, b: Turn): number {
  return a.label - b.label || a.end - b.end || order(a.id, b.id)
}

function compareCodings(a: Coding, b: Coding): number {
  return a.start - b.start || a.end - b.end || order(a.id, b.id)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
