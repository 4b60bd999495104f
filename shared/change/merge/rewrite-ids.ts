import type { EntityKind } from '../../model/entities.ts'
import type { Fields } from '../change.ts'
import { tableOf, type WorkingCopy } from './working-copy.ts'

/** Ids of one copy by those they have in the other. Permanent ids differ between kinds, so one map serves all. */
export type NewIds = ReadonlyMap<string, string>

/** Gives entities of a kind the ids they have in the other copy, and everything they name too. */
export function rewriteTable(copy: WorkingCopy, kind: EntityKind, ids: NewIds): void {
  if (ids.size === 0) return
  const table = tableOf(copy, kind)
  const rewritten = [...table.values()].map((fields) => rewriteFields(fields, ids))
  table.clear()
  for (const fields of rewritten) table.set(String(fields.id), fields)
}

/** The entity itself where it names nothing that has another id. */
function rewriteFields(fields: Fields, ids: NewIds): Fields {
  let rewritten: Record<string, unknown> | null = null
  for (const name in fields) {
    const value = fields[name]
    const now = name === 'place' ? rewritePlace(value, ids) : rewriteValue(value, ids)
    if (now === value) continue
    rewritten ??= { ...fields }
    rewritten[name] = now
  }
  return rewritten ?? fields
}

function rewriteValue(value: unknown, ids: NewIds): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const now = value.map((each) => rewriteValue(each, ids))
    return now.some((each, i) => each !== value[i]) ? now : value
  }
  const entries = Object.entries(value)
  const now = entries.map(([name, each]): [string, unknown] => [
    ids.get(name) ?? name,
    rewriteValue(each, ids),
  ])
  return now.some(([name, each], i) => name !== entries[i]?.[0] || each !== entries[i]?.[1])
    ? Object.fromEntries(now)
    : value
}

/** A report's place may end with a code's id: `barrier/CODE-ID`. */
function rewritePlace(place: unknown, ids: NewIds): unknown {
  if (typeof place !== 'string') return place
  return place
    .split('/')
    .map((part) => ids.get(part) ?? part)
    .join('/')
}
