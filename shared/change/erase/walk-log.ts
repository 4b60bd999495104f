import type { EntityKind } from '../../model/entities.ts'
import type { Change, Edit, Fields } from '../change.ts'

/** One entity as it stood at some moment of the log. */
export interface State {
  readonly kind: EntityKind
  readonly id: string
  /** Everything it has but its id. */
  readonly fields: Fields
}

/** How things stand while a log is walked along. */
export interface Standing {
  /** By `stateKey`; only what is there. */
  readonly states: ReadonlyMap<string, State>
  /** Keys of what belongs to a source (turns, speakers, codings, translations …), by its id. */
  readonly bySource: ReadonlyMap<string, ReadonlySet<string>>
}

/** Names one entity among all. */
export function stateKey(kind: EntityKind, id: string): string {
  return `${kind} ${id}`
}

/** Gives each change with how things stand after it, before the next is walked. The standing is one and the same all
    along: whoever needs it later must copy. `onBefore` sees how things stand before each change. */
export function* walkLog(
  changes: readonly Change[],
  onBefore: (change: Change, standing: Standing) => void = () => {},
): Generator<{ readonly change: Change; readonly standing: Standing }, Standing> {
  const states = new Map<string, State>()
  const bySource = new Map<string, Set<string>>()
  const standing = { states, bySource }
  for (const change of changes) {
    onBefore(change, standing)
    for (const edit of change.edits) step(edit, states, bySource)
    yield { change, standing }
  }
  return standing
}

/** How things stand at the end of a log. */
export function endOfLog(changes: readonly Change[], onBefore?: Parameters<typeof walkLog>[1]): Standing {
  const walk = walkLog(changes, onBefore)
  for (let next = walk.next(); ; next = walk.next()) if (next.done) return next.value
}

/** What was last known of everything that ever was, by `stateKey`. */
export function lastStates(changes: readonly Change[]): ReadonlyMap<string, State> {
  const last = new Map<string, State>()
  for (const { change, standing } of walkLog(changes)) {
    for (const { kind, id } of change.edits) {
      const state = standing.states.get(stateKey(kind, id))
      if (state) last.set(stateKey(kind, id), state)
    }
  }
  return last
}

/** Everything that belongs to a source at a moment. */
export function membersOf({ states, bySource }: Standing, source: string): readonly State[] {
  return [...(bySource.get(source) ?? [])].flatMap((key) => states.get(key) ?? [])
}

function step(edit: Edit, states: Map<string, State>, bySource: Map<string, Set<string>>): void {
  const { kind, id, after } = edit
  const key = stateKey(kind, id)
  const before = states.get(key)
  if (after === null) {
    states.delete(key)
    bySource.get(String(before?.fields.source))?.delete(key)
    return
  }
  const state = { kind, id, fields: withFields(before?.fields, after) }
  states.set(key, state)
  const { source } = state.fields
  if (typeof source !== 'string') return
  const here = bySource.get(source)
  if (here) here.add(key)
  else bySource.set(source, new Set([key]))
}

function withFields(before: Fields | undefined, after: Fields): Fields {
  const fields: Record<string, unknown> = { ...before, ...after }
  for (const name of Object.keys(fields))
    if (fields[name] === null || fields[name] === undefined) delete fields[name]
  return fields
}
