import type { EntityKind } from '../../model/entities.ts'
import type { Fields } from '../change.ts'
import { same } from '../same.ts'
import type { Settling, Side } from './conflict.ts'
import { pick } from './working-copy.ts'

/** One entity as three copies have it; `base` is absent where both made it. */
export interface Versions {
  readonly base: Fields | undefined
  readonly mine: Fields
  readonly theirs: Fields
}

/** One entity of what two copies made of it, field by field: what only one changed stands as that one has it, what
    both changed differently is a conflict. */
export function mergeFields(kind: EntityKind, versions: Versions, settling: Settling): Fields {
  const { base, mine, theirs } = versions
  const merged: Record<string, unknown> = { ...mine }
  const together = togetherIn[kind]
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  for (const name of names) {
    if (together?.fields.includes(name) || same(mine[name], theirs[name])) continue
    put(merged, name, mergeField(kind, name, versions, settling))
  }
  if (!together) return merged
  const parts = together.fields
  if (parts.every((name) => same(mine[name], theirs[name]))) return merged
  const conflict = { kind, id: String(mine.id), field: together.name }
  const side = changedBy(pick(base, parts), pick(mine, parts), pick(theirs, parts), (values) =>
    settling.settle({ ...conflict, ...values }),
  )
  for (const name of parts) put(merged, name, (side === 'mine' ? mine : theirs)[name])
  return merged
}

function put(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined || value === null) delete fields[name]
  else fields[name] = value
}

/** Fields that mean something only together: a place in a text. */
const togetherIn: Partial<Record<EntityKind, { readonly name: string; readonly fields: readonly string[] }>> =
  {
    coding: { name: 'passage', fields: ['content', 'start', 'end', 'quote'] },
    restriction: { name: 'passage', fields: ['content', 'start', 'end'] },
    translation: { name: 'stretches', fields: ['content', 'of', 'stretches'] },
    quoteChoice: { name: 'cuts', fields: ['cuts', 'clarifications', 'quote'] },
    turn: { name: 'passage', fields: ['label', 'start', 'end'] },
    adjudication: { name: 'passage', fields: ['content', 'start', 'end'] },
    proposal: {
      name: 'decision',
      fields: ['status', 'decidedBy', 'decidedAt', 'decisionReason', 'became'],
    },
  }

/** Lists in which each entry counts by itself. */
const sets: ReadonlySet<string> = new Set(['audiences', 'aims', 'choices', 'participants', 'aliases'])
/** Values by key, each of which counts by itself. */
const records: ReadonlySet<string> = new Set(['attributes', 'consentFor', 'asked'])
/** Nobody needs to be asked about these: the preferred copy's value stands. */
const quiet: ReadonlySet<string> = new Set(['order', 'words', 'quote', 'blocks', 'format', 'by'])
/** When something was made: the earlier moment stands. */
const moments: ReadonlySet<string> = new Set([
  'at',
  'madeAt',
  'importedAt',
  'doneAt',
  'handedOutAt',
  'cameBackAt',
])

function mergeField(kind: EntityKind, name: string, versions: Versions, settling: Settling): unknown {
  const [base, mine, theirs] = [versions.base?.[name], versions.mine[name], versions.theirs[name]]
  const id = String(versions.mine.id)
  if (sets.has(name)) return mergeSets(listed(base), listed(mine), listed(theirs), settling.preferred)
  if (records.has(name))
    return mergeRecords(recorded(base), recorded(mine), recorded(theirs), (key, values) =>
      settling.settle({ kind, id, field: `${name}.${key}`, ...values }),
    )
  const side = changedBy(base, mine, theirs, (values) => {
    if (quiet.has(name)) return settling.preferred
    if (moments.has(name)) return Number(mine) <= Number(theirs) ? 'mine' : 'theirs'
    return settling.settle({ kind, id, field: name, ...values })
  })
  return side === 'mine' ? mine : theirs
}

interface Values {
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** Whose value stands; asks only where both changed it, each to something else. */
function changedBy(base: unknown, mine: unknown, theirs: unknown, settle: (values: Values) => Side): Side {
  if (same(mine, theirs) || same(base, theirs)) return 'mine'
  if (same(base, mine)) return 'theirs'
  return settle({ base: base ?? null, mine: mine ?? null, theirs: theirs ?? null })
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function recorded(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** What one copy put in is in, what one took out is out. In the preferred copy's order, the other's entries last. */
function mergeSets(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  preferred: Side,
): readonly unknown[] | undefined {
  const was = new Set(base)
  const [first, second] = preferred === 'mine' ? [mine, theirs] : [theirs, mine]
  const [inFirst, inSecond] = [new Set(first), new Set(second)]
  const merged = [
    ...first.filter((each) => inSecond.has(each) || !was.has(each)),
    ...second.filter((each) => !inFirst.has(each) && !was.has(each)),
  ]
  return merged.length > 0 ? merged : undefined
}

function mergeRecords(
  base: Fields,
  mine: Fields,
  theirs: Fields,
  settle: (key: string, values: Values) => Side,
): Fields | undefined {
  const merged: Record<string, unknown> = { ...mine }
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const side = changedBy(base[key], mine[key], theirs[key], (values) => settle(key, values))
    put(merged, key, (side === 'mine' ? mine : theirs)[key])
  }
  return Object.keys(merged).length > 0 ? merged : undefined
}
