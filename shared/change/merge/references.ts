import type { EntityKind } from '../../model/entities.ts'
import type { Fields } from '../change.ts'

/** Something that an entity names. What hangs on another goes when that goes; what only names it can do without. */
export interface Named {
  readonly kind: EntityKind
  readonly id: string
  readonly hangs: boolean
}

/** Everything an entity names. */
export function namedBy(kind: EntityKind, fields: Fields): readonly Named[] {
  const found: Named[] = []
  for (const [field, to, hangs] of links[kind] ?? none) {
    const id = fields[field]
    if (typeof id === 'string') found.push({ kind: to, id, hangs })
  }
  if (kind === 'memo') found.push(...subjectOf(fields.about))
  if (kind === 'source') found.push(...soft('participant', listed(fields.participants)))
  if (kind === 'source') found.push(...soft('question', keysOf(fields.asked)))
  if (kind === 'source' || kind === 'participant') found.push(...soft('attribute', keysOf(fields.attributes)))
  return found
}

/** The entity without naming one thing that it can do without. */
export function withoutNaming(kind: EntityKind, fields: Fields, id: string): Fields {
  const now: Record<string, unknown> = { ...fields }
  for (const [field, , hangs] of links[kind] ?? none) if (!hangs && now[field] === id) delete now[field]
  if (kind === 'source' && now.participants)
    now.participants = listed(now.participants).filter((each) => each !== id)
  for (const field of ['asked', 'attributes']) {
    const values = now[field]
    if (typeof values === 'object' && values !== null)
      now[field] = Object.fromEntries(Object.entries(values).filter(([key]) => key !== id))
  }
  return now
}

type Link = readonly [field: string, to: EntityKind, hangs: boolean]

const none: readonly Link[] = []

const links: Partial<Record<EntityKind, readonly Link[]>> = {
  turn: [
    ['source', 'source', true],
    ['speaker', 'speaker', false],
    ['question', 'question', false],
  ],
  coding: [
    ['source', 'source', true],
    ['code', 'code', true],
    ['coder', 'coder', true],
  ],
  speaker: [
    ['source', 'source', true],
    ['participant', 'participant', false],
  ],
  code: [['parent', 'code', false]],
  restriction: [['source', 'source', true]],
  translation: [['source', 'source', true]],
  codebookVersion: [['by', 'coder', true]],
  assignment: [
    ['source', 'source', true],
    ['coder', 'coder', true],
    ['round', 'round', true],
  ],
  round: [
    ['codebook', 'codebookVersion', true],
    ['by', 'coder', true],
  ],
  adjudication: [
    ['source', 'source', true],
    ['code', 'code', true],
    ['coding', 'coding', false],
    ['round', 'round', false],
    ['by', 'coder', true],
  ],
  proposal: [
    ['parent', 'code', false],
    ['by', 'coder', true],
  ],
  memo: [['by', 'coder', true]],
  report: [['layer', 'coder', false]],
  prose: [['report', 'report', true]],
  quoteChoice: [
    ['report', 'report', true],
    ['code', 'code', true],
    ['source', 'source', true],
    ['coding', 'coding', true],
  ],
}

function subjectOf(about: unknown): Named[] {
  if (typeof about !== 'object' || about === null) return []
  return (['code', 'source', 'participant'] as const).flatMap((kind) => {
    const id: unknown = Reflect.get(about, kind)
    return typeof id === 'string' ? [{ kind, id, hangs: true }] : []
  })
}

function soft(kind: EntityKind, ids: readonly string[]): Named[] {
  return ids.map((id) => ({ kind, id, hangs: false }))
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}
