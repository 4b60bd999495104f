import type { EntityKind, SmallKind } from './entities.ts'

/** Kinds that an entity names although they are not there, as `isThere` tells; empty when every name stands for
    something. `entity` may be whole, or only the fields that an edit sets. Costs nothing where nothing is missing. */
export function missingFrom(
  kind: EntityKind,
  entity: object,
  isThere: (kind: SmallKind, id: string) => boolean,
): readonly SmallKind[] {
  const missing: SmallKind[] = []
  const look = (to: SmallKind, id: unknown) => {
    if (typeof id === 'string' && !isThere(to, id)) missing.push(to)
  }
  for (const [field, to] of namedByField[kind] ?? []) look(to, Reflect.get(entity, field))
  if (kind === 'memo') lookInSubject(entity, look)
  if (kind === 'source') for (const id of listed(Reflect.get(entity, 'participants'))) look('participant', id)
  const layer: unknown = kind === 'report' ? Reflect.get(entity, 'layer') : undefined
  if (layer !== 'agreed' && layer !== 'all') look('coder', layer)
  return missing
}

/** The same for names that are keys: of attributes that have a value, and questions that were asked. */
export function missingKeys(
  entity: object,
  isThere: (kind: SmallKind, id: string) => boolean,
): readonly SmallKind[] {
  return (
    [
      ['attributes', 'attribute'],
      ['asked', 'question'],
    ] as const
  ).flatMap(([field, to]) => {
    const values: unknown = Reflect.get(entity, field)
    const keys = typeof values === 'object' && values !== null ? Object.keys(values) : []
    return keys.filter((key) => !isThere(to, key)).map(() => to)
  })
}

const namedByField: Partial<Record<EntityKind, readonly (readonly [string, SmallKind])[]>> = {
  turn: [
    ['source', 'source'],
    ['speaker', 'speaker'],
    ['question', 'question'],
  ],
  coding: [
    ['source', 'source'],
    ['code', 'code'],
    ['coder', 'coder'],
  ],
  speaker: [
    ['source', 'source'],
    ['participant', 'participant'],
  ],
  code: [['parent', 'code']],
  restriction: [['source', 'source']],
  translation: [['source', 'source']],
  codebookVersion: [['by', 'coder']],
  assignment: [
    ['source', 'source'],
    ['coder', 'coder'],
    ['round', 'round'],
  ],
  round: [
    ['codebook', 'codebookVersion'],
    ['by', 'coder'],
  ],
  adjudication: [
    ['source', 'source'],
    ['code', 'code'],
    ['round', 'round'],
    ['by', 'coder'],
  ],
  proposal: [
    ['parent', 'code'],
    ['by', 'coder'],
  ],
  memo: [['by', 'coder']],
  prose: [['report', 'report']],
  quoteChoice: [
    ['report', 'report'],
    ['code', 'code'],
    ['source', 'source'],
  ],
}

function lookInSubject(memo: object, look: (to: SmallKind, id: unknown) => void): void {
  const about: unknown = Reflect.get(memo, 'about')
  if (typeof about !== 'object' || about === null) return
  for (const kind of ['code', 'source', 'participant'] as const) look(kind, Reflect.get(about, kind))
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
