import type { EntityKind } from '../../model/entities.ts'
import { readContentHash, readId, type SourceId } from '../../model/ids.ts'
import type { Edit, Fields } from '../change.ts'
import { same } from '../same.ts'
import { alike, mergedKinds, tableOf, type WorkingCopy } from './working-copy.ts'

/** How many entities of a kind come in, change and go. */
export interface Tally {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** The edits that make one state of a project into another, one an entity. */
export function editsTowards(now: WorkingCopy, wanted: WorkingCopy): readonly Edit[] {
  return mergedKinds.flatMap((kind) => editsOf(kind, tableOf(now, kind), tableOf(wanted, kind)))
}

/** Counts edits by kind; kinds without any are left out. */
export function tally(edits: readonly Edit[]): Readonly<Partial<Record<EntityKind, Tally>>> {
  const counts: Partial<Record<EntityKind, Tally>> = {}
  for (const { kind, before, after } of edits) {
    const { added, changed, removed } = counts[kind] ?? { added: 0, changed: 0, removed: 0 }
    counts[kind] = {
      added: added + (before === null ? 1 : 0),
      changed: changed + (before !== null && after !== null ? 1 : 0),
      removed: removed + (after === null ? 1 : 0),
    }
  }
  return counts
}

function editsOf(
  kind: EntityKind,
  now: ReadonlyMap<string, Fields>,
  wanted: ReadonlyMap<string, Fields>,
): Edit[] {
  const edits: Edit[] = []
  for (const [id, fields] of now) {
    const then = wanted.get(id)
    if (!then) edits.push({ kind, id, ...placeOf(kind, fields), before: whole(fields), after: null })
    else if (!alike(fields, then)) edits.push(updated(kind, id, fields, then))
  }
  for (const [id, fields] of wanted)
    if (!now.has(id)) edits.push({ kind, id, ...placeOf(kind, fields), before: null, after: whole(fields) })
  return edits
}

function updated(kind: EntityKind, id: string, now: Fields, then: Fields): Edit {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(now), ...Object.keys(then)])) {
    if (same(now[name], then[name])) continue
    before[name] = now[name] ?? null
    after[name] = then[name] ?? null
  }
  return { kind, id, ...placeOf(kind, now), before, after }
}

function whole(fields: Fields): Fields {
  const { id: _, ...rest } = fields
  return rest
}

function placeOf(kind: EntityKind, { source, content, start }: Fields): Pick<Edit, 'source' | 'content'> {
  const bound = kind === 'turn' || kind === 'coding' ? idOf(source) : null
  const hash = start !== undefined && typeof content === 'string' ? readContentHash(content) : null
  return { ...(bound ? { source: bound } : {}), ...(hash ? { content: hash } : {}) }
}

function idOf(source: unknown): SourceId | null {
  return typeof source === 'string' ? readId<'source'>(source) : null
}
