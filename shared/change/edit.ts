import type { EntityKind, EntityKinds } from '../model/entities.ts'
import type { Edit, Fields } from './change.ts'
import { same } from './same.ts'
import { atOnce, isStop, type Slices } from './slices.ts'

/** Brings an entity into being. */
export function create<K extends EntityKind>(kind: K, entity: EntityKinds[K]): Edit {
  return { kind, id: entity.id, ...place(kind, entity), before: null, after: fieldsOf(entity) }
}

/** Takes an entity away, keeping all of it in the edit so that undo can bring it back. */
export function remove<K extends EntityKind>(kind: K, entity: EntityKinds[K]): Edit {
  return { kind, id: entity.id, ...place(kind, entity), before: fieldsOf(entity), after: null }
}

/** New values for some fields; undefined takes a field away. Fields that stay the same are left out. */
export function update<K extends EntityKind>(
  kind: K,
  entity: EntityKinds[K],
  changes: { readonly [F in keyof EntityKinds[K]]?: EntityKinds[K][F] | undefined },
): Edit {
  const now: Fields = { ...entity }
  const wanted: Fields = { ...changes }
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const field of Object.keys(wanted)) {
    if (same(now[field], wanted[field])) continue
    before[field] = now[field] ?? null
    after[field] = wanted[field] ?? null
  }
  return { kind, id: entity.id, ...place(kind, entity), before, after }
}

/** True when an edit changes nothing: an update whose fields all stayed the same. */
export function isIdle(edit: Edit): boolean {
  return edit.before !== null && edit.after !== null && Object.keys(edit.after).length === 0
}

/** The edit that takes this one back. */
export function invert(edit: Edit): Edit {
  return { ...edit, before: edit.after, after: edit.before }
}

/** One edit per entity: what several, applied one after another, come to. Idle edits are left out. */
export function combine(edits: readonly Edit[]): Edit[] {
  return atOnce(combining(edits))
}

/** The same as work that can be interrupted, for changes of many edits. */
export function* combining(edits: readonly Edit[]): Slices<Edit[]> {
  const byEntity = new Map<string, Edit>()
  for (const [i, edit] of edits.entries()) {
    if (isStop(i)) yield
    const key = `${edit.kind} ${edit.id}`
    const earlier = byEntity.get(key)
    const joined = earlier ? join(earlier, edit) : edit
    if (joined) byEntity.set(key, joined)
    else byEntity.delete(key)
  }
  yield
  return [...byEntity.values()].filter((edit) => !isIdle(edit))
}

/** The edits that take these back, last one first, as work that can be interrupted. */
export function* inverting(edits: readonly Edit[]): Slices<Edit[]> {
  const inverted: Edit[] = []
  for (const [i, edit] of edits.toReversed().entries()) {
    if (isStop(i)) yield
    inverted.push(invert(edit))
  }
  return inverted
}

function join(first: Edit, then: Edit): Edit | null {
  if (first.before === null)
    return then.after === null ? null : { ...first, after: over(first.after, then.after) }
  if (then.after === null) return { ...then, before: over(then.before, first.before) }
  if (first.after === null) return betweenWholes(first, then)
  return betweenParts(first, over(then.before, first.before), over(first.after, then.after))
}

/** Removed and made anew: what differs between the two. */
function betweenWholes(first: Edit, then: Edit): Edit {
  const names = new Set([...Object.keys(first.before ?? {}), ...Object.keys(then.after ?? {})])
  const whole = (fields: Fields | null) =>
    Object.fromEntries([...names].map((name) => [name, fields?.[name] ?? null]))
  return betweenParts(first, whole(first.before), whole(then.after))
}

function betweenParts(edit: Edit, before: Fields, after: Fields): Edit {
  const differing = Object.keys(after).filter((name) => !same(before[name], after[name]))
  const pick = (fields: Fields) => Object.fromEntries(differing.map((name) => [name, fields[name] ?? null]))
  return { ...edit, before: pick(before), after: pick(after) }
}

function over(base: Fields | null, top: Fields | null): Fields {
  return { ...base, ...top }
}

function fieldsOf(entity: object): Fields {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(entity))
    if (name !== 'id' && value !== undefined) fields[name] = value
  return fields
}

function place(kind: EntityKind, entity: object): Pick<Edit, 'source' | 'content'> {
  const bound = kind === 'turn' || kind === 'coding'
  return {
    ...(bound && hasSource(entity) ? { source: entity.source } : {}),
    ...(hasContent(entity) ? { content: entity.content } : {}),
  }
}

function hasSource(entity: object): entity is { source: NonNullable<Edit['source']> } {
  return 'source' in entity
}

/** Only entities with positions count in a content; a source merely names its own. */
function hasContent(entity: object): entity is { content: NonNullable<Edit['content']> } {
  return 'content' in entity && 'start' in entity
}
