import type { Archive } from '../../model/archive.ts'
import { turnsOf } from '../../model/project.ts'
import type { Erasure } from '../../model/team-entities.ts'
import type { Fields } from '../change.ts'
import { erasedWords } from './cut-text.ts'
import type { State } from './walk-log.ts'

/** What rewritten fields are in the copy that erased, for another copy. */
export interface HeldFields {
  /** By `fieldKey`; undefined: it is not there. */
  readonly fixed: ReadonlyMap<string, unknown>
  /** Ids of what cannot stand without a field that nobody knows any more. */
  readonly gone: ReadonlySet<string>
  /** Names that this copy has where the holder has something put in their place. */
  readonly names: readonly string[]
}

/** Looks rewritten fields up in the copy that holds the tombstones. Where it has the thing no longer, a text becomes
    "[erased]". `last` is what the other copy knew of everything last. */
export function heldFields(
  last: ReadonlyMap<string, State>,
  holder: Archive,
  erasures: readonly Erasure[],
): HeldFields {
  const fixed = new Map<string, unknown>()
  const gone = new Set<string>()
  const names = new Set<string>()
  for (const { fields, put } of erasures)
    for (const key of fields) {
      const [kind = '', id = '', field = ''] = key.split(' ')
      const state = last.get(`${kind} ${id}`)
      if (!state) continue
      const held = heldBy(holder, state)
      const was = valueIn(state.fields, field)
      const now = held ? valueIn(held, field) : unknownInstead(field, was)
      if (held === null && now === undefined && field !== 'original') gone.add(id)
      fixed.set(key, now)
      for (const name of namesBetween(was, now, put)) names.add(name)
    }
  return { fixed, gone, names: [...names] }
}

function heldBy({ project }: Archive, { kind, id, fields }: State): Fields | null {
  const found =
    kind === 'turn' || kind === 'coding' ? inSource(project, kind, fields, id) : project.tables[kind].get(id)
  return found ? { ...found } : null
}

function inSource(
  project: Archive['project'],
  kind: 'turn' | 'coding',
  fields: Fields,
  id: string,
): object | undefined {
  for (const source of project.tables.source.values()) {
    if (source.id !== fields.source) continue
    const list = kind === 'turn' ? turnsOf(project, source.id) : (project.codings.get(source.id) ?? [])
    return list.find((each) => each.id === id)
  }
  return undefined
}

function valueIn(fields: Fields, field: string): unknown {
  const [name = '', key] = field.split('.')
  const value = fields[name]
  if (key === undefined) return value
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function unknownInstead(field: string, was: unknown): unknown {
  return typeof was === 'string' && field !== 'firstContent' ? erasedWords : undefined
}

/** What stood where something was put, if the rest of a text is still the same. */
function namesBetween(was: unknown, now: unknown, put: string): readonly string[] {
  if (typeof was !== 'string' || typeof now !== 'string' || put === '' || !now.includes(put)) return []
  const parts = now.split(put).map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'))
  const found = new RegExp(`^${parts.join('(.{2,80}?)')}$`, 'su').exec(was)
  return found ? found.slice(1).map((each) => each.trim()) : []
}
