import type { Archive } from '../../model/archive.ts'
import type { Fields } from '../change.ts'
import { type ErasurePlan, fieldKey, valuesByKey } from './erasure-plan.ts'
import { type Scrub, scrubValue } from './scrub-fields.ts'
import { type State, stateKey } from './walk-log.ts'

/** Fields in which something stood at any time. Their earlier wordings go: half-typed names may stand in them. */
export interface RewrittenFields {
  /** What each was in the end, scrubbed; by `fieldKey`. */
  readonly fixed: ReadonlyMap<string, unknown>
  /** Ids of what was deleted before and had something of it: it goes from the history. */
  readonly deleted: ReadonlySet<string>
}

/** Looks through every state of the log. */
export function rewrittenFields(
  { changes, project }: Archive,
  last: ReadonlyMap<string, State>,
  { scrub, gone }: Pick<ErasurePlan, 'scrub' | 'gone'>,
): RewrittenFields {
  const fixed = new Map<string, unknown>()
  const deleted = new Set<string>()
  for (const { edits } of changes)
    for (const { kind, id, after } of edits) {
      if (!after || gone.has(id)) continue
      for (const field of fieldsWith(kind === 'question' ? { ...scrub, quotes: () => [] } : scrub, after)) {
        const state = last.get(stateKey(kind, id))
        if (!state) continue
        if (!isThere(project, state)) deleted.add(id)
        else fixed.set(fieldKey(kind, id, field), scrubbed(field, state.fields, scrub))
      }
    }
  return { fixed, deleted }
}

function isThere(project: Archive['project'], { kind, id, fields }: State): boolean {
  if (kind !== 'turn' && kind !== 'coding') return project.tables[kind].has(id)
  const lists: ReadonlyMap<string, readonly { readonly id: string }[]> =
    kind === 'turn' ? project.turns : project.codings
  return (lists.get(String(fields.source)) ?? []).some((each) => each.id === id)
}

function fieldsWith(scrub: Scrub, fields: Fields): readonly string[] {
  const found: string[] = []
  for (const name in fields) {
    const value = fields[name]
    if (scrubValue(name, value, scrub) === value) continue
    if (!valuesByKey.has(name)) found.push(name)
    else
      for (const [key, each] of entriesOf(value))
        if (scrubValue(key, each, scrub) !== each) found.push(`${name}.${key}`)
  }
  return found
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function scrubbed(field: string, fields: Fields, scrub: Scrub): unknown {
  const [name = '', key] = field.split('.')
  if (key === undefined) return scrubValue(name, fields[name], scrub)
  const values: unknown = fields[name]
  return typeof values === 'object' && values !== null
    ? scrubValue(key, Reflect.get(values, key), scrub)
    : undefined
}
