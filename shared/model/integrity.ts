import type { Edit, Fields } from '../change/change.ts'
import type { EntityKind, EntityKinds } from './entities.ts'
import { type Project, smallKinds, type Texts } from './project.ts'

/** One rule of the model that does not hold, and where. */
export interface Broken {
  readonly kind: EntityKind
  readonly id: string
  readonly source?: string
  /** The rule in words: "names a code that is not there". */
  readonly rule: string
}

/** Every broken rule of a project; empty when it is sound. With texts, positions and quotes are checked too. */
export function brokenRules(project: Project, texts: Texts = () => undefined): Broken[] {
  const broken: Broken[] = []
  if (project.tables.inquiry.size !== 1)
    broken.push({ kind: 'inquiry', id: '', rule: 'there must be exactly one inquiry' })
  for (const kind of smallKinds) {
    for (const entity of project.tables[kind].values())
      broken.push(...brokenReferences(project, kind, entity))
  }
  for (const turns of project.turns.values()) {
    for (const turn of turns) broken.push(...brokenReferences(project, 'turn', turn))
    broken.push(...brokenTurnOrder(turns))
  }
  for (const codings of project.codings.values()) {
    for (const coding of codings) {
      broken.push(...brokenReferences(project, 'coding', coding), ...brokenSpan('coding', coding, texts))
    }
  }
  return [...broken, ...circles(project), ...brokenContents(project, texts)]
}

/** Rules broken by one change, found in proportion to it; checked before the change is kept. */
export function brokenByEdits(project: Project, edits: readonly Edit[]): Broken[] {
  const removed = new Set(
    edits.filter((edit) => edit.after === null).map((edit) => `${edit.kind} ${edit.id}`),
  )
  const broken = edits.flatMap((edit) => (edit.after === null ? [] : brokenInEntity(project, edit)))
  if (edits.some((edit) => edit.kind === 'code' && edit.after !== null && 'parent' in edit.after)) {
    broken.push(...circles(project))
  }
  return needsSearch(edits) ? [...broken, ...leftBehind(project, removed)] : broken
}

function brokenInEntity(project: Project, edit: Edit): Broken[] {
  if (edit.kind === 'turn' || edit.kind === 'coding') return brokenFields(project, edit)
  const entity = project.tables[edit.kind].get(edit.id)
  return entity ? brokenReferences(project, edit.kind, entity) : []
}

/** Of turns and codings the edit's own fields are read: only they can have broken a reference. */
function brokenFields(project: Project, edit: Edit): Broken[] {
  const at = { kind: edit.kind, id: edit.id, ...(edit.source ? { source: edit.source } : {}) }
  return missingReferences(project, at, edit.after ?? {})
}

const referenceFields: Partial<
  Record<EntityKind, readonly (readonly [string, (typeof smallKinds)[number]])[]>
> = {
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
  memo: [['by', 'coder']],
  prose: [['report', 'report']],
  quoteChoice: [
    ['report', 'report'],
    ['code', 'code'],
    ['source', 'source'],
  ],
}

function brokenReferences(project: Project, kind: EntityKind, entity: { readonly id: string }): Broken[] {
  const fields: Fields = { ...entity }
  const at = { kind, id: entity.id, ...(typeof fields.source === 'string' ? { source: fields.source } : {}) }
  return [
    ...missingReferences(project, at, fields),
    ...brokenSubject(project, at, fields),
    ...brokenParticipants(project, at, fields),
  ]
}

function missingReferences(project: Project, at: Place, fields: Fields): Broken[] {
  return (referenceFields[at.kind] ?? []).flatMap(([field, to]) => {
    const target = fields[field]
    return typeof target === 'string' && !project.tables[to].has(target)
      ? [{ ...at, rule: notThere(to) }]
      : []
  })
}

type Place = Omit<Broken, 'rule'>

function brokenSubject(project: Project, at: Place, fields: Fields): Broken[] {
  const about = at.kind === 'memo' ? fields.about : undefined
  if (typeof about !== 'object' || about === null) return []
  const targets: Fields = { ...about }
  return (['code', 'source', 'participant'] as const).flatMap((kind) => {
    const target = targets[kind]
    return typeof target === 'string' && !project.tables[kind].has(target)
      ? [{ ...at, rule: notThere(kind) }]
      : []
  })
}

function brokenParticipants(project: Project, at: Place, fields: Fields): Broken[] {
  const named = at.kind === 'source' && Array.isArray(fields.participants) ? fields.participants : []
  return named
    .filter((id) => !project.tables.participant.has(id))
    .map(() => ({ ...at, rule: notThere('participant') }))
}

function notThere(kind: EntityKind): string {
  return `names a ${kind} that is not there`
}

function brokenTurnOrder(turns: readonly EntityKinds['turn'][]): Broken[] {
  const broken: Broken[] = []
  let reached = 0
  for (const turn of turns) {
    const at = { kind: 'turn' as const, id: turn.id, source: turn.source }
    if (!(turn.label <= turn.start && turn.start <= turn.end))
      broken.push({ ...at, rule: 'begins after it ends' })
    else if (turn.label < reached) broken.push({ ...at, rule: 'overlaps the turn before it' })
    reached = Math.max(reached, turn.end)
  }
  return broken
}

function brokenSpan(kind: 'coding', coding: EntityKinds['coding'], texts: Texts): Broken[] {
  const at = { kind, id: coding.id, source: coding.source }
  const text = texts(coding.content)
  if (!(coding.start >= 0 && coding.start < coding.end)) return [{ ...at, rule: 'covers no text' }]
  return text !== undefined && coding.end > text.length
    ? [{ ...at, rule: 'reaches past the end of its text' }]
    : []
}

function brokenContents(project: Project, texts: Texts): Broken[] {
  const some = [...project.tables.source.values()].some((source) => texts(source.content) !== undefined)
  if (!some) return []
  return [...project.tables.source.values()].flatMap((source) =>
    texts(source.content) === undefined
      ? [{ kind: 'source' as const, id: source.id, rule: 'its text is missing' }]
      : [],
  )
}

function circles(project: Project): Broken[] {
  const codes = project.tables.code
  return [...codes.values()].flatMap((code) => {
    let above = code.parent
    for (let depth = 0; above !== undefined; depth++) {
      if (above === code.id || depth > codes.size)
        return [{ kind: 'code' as const, id: code.id, rule: 'stands below itself' }]
      above = codes.get(above)?.parent
    }
    return []
  })
}

/** Removing one of these can leave others pointing at nothing, so then everything is read. */
function needsSearch(edits: readonly Edit[]): boolean {
  const targets: readonly EntityKind[] = [
    'coder',
    'participant',
    'source',
    'speaker',
    'question',
    'code',
    'report',
  ]
  return edits.some((edit) => edit.after === null && targets.includes(edit.kind))
}

function leftBehind(project: Project, removed: ReadonlySet<string>): Broken[] {
  if (removed.size === 0) return []
  return brokenRules(project).filter((each) => each.rule.startsWith('names a '))
}
