import type { Edit } from '../change/change.ts'
import { atOnce, isStop, type Slices } from '../change/slices.ts'
import type { EntityKind, EntityKinds, SmallKind } from './entities.ts'
import type { SourceId } from './ids.ts'
import { brokenStretches, brokenTranslations } from './integrity-of-translations.ts'
import { type Project, smallKinds, type Texts } from './project.ts'
import { missingFrom, missingKeys } from './references.ts'

/** One rule of the model that does not hold, and where. */
export interface Broken {
  readonly kind: EntityKind
  readonly id: string
  readonly source?: string
  /** The rule in words: "names a code that is not there". */
  readonly rule: string
}

/** Every broken rule of a project; empty when it is sound. With texts, positions are checked against them too. */
export function brokenRules(project: Project, texts: Texts = () => undefined): Broken[] {
  const isThere = thereIn(project)
  const broken: Broken[] = brokenInquiry(project)
  for (const kind of smallKinds) {
    for (const entity of project.tables[kind].values()) {
      broken.push(...unnamed(kind, entity, missingFrom(kind, entity, isThere)))
      broken.push(...unnamed(kind, entity, missingKeys(entity, isThere)))
    }
  }
  for (const [source, turns] of project.turns) {
    for (const turn of turns) broken.push(...brokenBound('turn', turn, source, isThere))
    broken.push(...brokenTurnOrder(turns), ...beyond('turn', turns, textOf(project, source, texts)))
  }
  for (const [source, codings] of project.codings) {
    for (const coding of codings) broken.push(...brokenBound('coding', coding, source, isThere))
    broken.push(...codings.flatMap((coding) => beyond('coding', [coding], texts(coding.content))))
  }
  return [
    ...broken,
    ...brokenPassages(project, texts),
    ...brokenTranslations(project, texts),
    ...lostChoices(project),
    ...circles(project),
    ...brokenContents(project, texts),
  ]
}

/** Rules broken by one change, found in proportion to it; checked before the change is kept. */
export function brokenByEdits(project: Project, edits: readonly Edit[]): Broken[] {
  return atOnce(findingBrokenByEdits(project, edits))
}

/** The same as work that can be interrupted, for changes of many edits. */
export function* findingBrokenByEdits(project: Project, edits: readonly Edit[]): Slices<Broken[]> {
  const isThere = thereIn(project)
  const broken: Broken[] = []
  for (const [i, { kind, id, source, after }] of edits.entries()) {
    if (isStop(i)) yield
    if (after === null) continue
    const entity = { ...after, id, ...(source ? { source } : {}) }
    broken.push(
      ...unnamed(kind, entity, missingFrom(kind, after, isThere)),
      ...brokenPositions(project, kind, entity, source),
    )
  }
  if (edits.some((edit) => edit.kind === 'inquiry')) broken.push(...brokenInquiry(project))
  if (edits.some((edit) => edit.kind === 'code' && edit.after !== null && 'parent' in edit.after))
    broken.push(...circles(project))
  return [...broken, ...(yield* leftBehind(project, edits))]
}

type IsThere = (kind: SmallKind, id: string) => boolean

function thereIn(project: Project): IsThere {
  return (kind, id) => project.tables[kind].has(id)
}

function brokenInquiry(project: Project): Broken[] {
  return project.tables.inquiry.size === 1
    ? []
    : [{ kind: 'inquiry', id: '', rule: 'there must be exactly one inquiry' }]
}

const none: Broken[] = []

function unnamed(
  kind: EntityKind,
  entity: { readonly id: string },
  missing: readonly EntityKind[],
): Broken[] {
  if (missing.length === 0) return none
  return missing.map((to) => ({ ...placeOf(kind, entity), rule: `names a ${to} that is not there` }))
}

function placeOf(kind: EntityKind, entity: { readonly id: string }): Omit<Broken, 'rule'> {
  const source: unknown = Reflect.get(entity, 'source')
  return { kind, id: entity.id, ...(typeof source === 'string' ? { source } : {}) }
}

function brokenBound<K extends 'turn' | 'coding'>(
  kind: K,
  entity: EntityKinds[K],
  source: string,
  isThere: IsThere,
): Broken[] {
  const broken = unnamed(kind, entity, missingFrom(kind, entity, isThere))
  return entity.source === source
    ? broken
    : [...broken, { ...placeOf(kind, entity), rule: 'stands in the list of another source' }]
}

function brokenTurnOrder(turns: readonly EntityKinds['turn'][]): Broken[] {
  const broken: Broken[] = []
  let reached = 0
  for (const turn of turns) {
    if (!(turn.label <= turn.start && turn.start <= turn.end))
      broken.push({ ...placeOf('turn', turn), rule: 'begins after it ends' })
    else if (turn.label < reached)
      broken.push({ ...placeOf('turn', turn), rule: 'overlaps the turn before it' })
    reached = Math.max(reached, turn.end)
  }
  return broken
}

type Placed = { readonly id: string; readonly start: number; readonly end: number }

function beyond(kind: EntityKind, placed: readonly Placed[], text: string | undefined): Broken[] {
  return placed.flatMap((each) => {
    if (kind !== 'turn' && !(each.start >= 0 && each.start < each.end))
      return [{ ...placeOf(kind, each), rule: 'covers no text' }]
    return text !== undefined && each.end > text.length
      ? [{ ...placeOf(kind, each), rule: 'reaches past the end of its text' }]
      : none
  })
}

/** Passages with a rule of their own, a decision or a memo. */
function brokenPassages({ tables }: Project, texts: Texts): Broken[] {
  return [
    ...[...tables.restriction.values()].flatMap((each) => beyond('restriction', [each], texts(each.content))),
    ...[...tables.adjudication.values()].flatMap((each) =>
      beyond('adjudication', [each], texts(each.content)),
    ),
    ...[...tables.memo.values()].flatMap(({ id, about }) =>
      about.kind === 'passage' ? beyond('memo', [{ ...about, id }], texts(about.content)) : none,
    ),
  ]
}

/** Positions are kept in columns of whole numbers, which would turn others into places they never were. */
function brokenPositions(
  project: Project,
  kind: EntityKind,
  entity: { readonly id: string },
  source: Edit['source'],
): Broken[] {
  if (kind === 'translation') return brokenStretches(entity)
  if (kind !== 'turn' && kind !== 'coding') return none
  const fields = ['label', 'start', 'end'].map((field): unknown => Reflect.get(entity, field))
  const set = fields.filter((value) => value !== undefined)
  const given = set.filter(isPosition)
  if (given.length < set.length)
    return [{ ...placeOf(kind, entity), rule: 'stands at no position of a text' }]
  if (set.length === 0) return none
  if (kind === 'turn' || !source) return none
  const [start, end] = given.length === 2 ? given : positionsNow(project, source, entity.id)
  return start !== undefined && end !== undefined && start >= end
    ? [{ ...placeOf(kind, entity), rule: 'covers no text' }]
    : none
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32
}

function positionsNow(project: Project, source: SourceId, id: string): readonly number[] {
  const coding = project.codings.get(source)?.find((each) => each.id === id)
  return coding ? [coding.start, coding.end] : []
}

/** Reports' choices of quotes whose coding is gone. */
function lostChoices(project: Project): Broken[] {
  return [...project.tables.quoteChoice.values()]
    .filter(({ source, coding }) => !project.codings.get(source)?.some((each) => each.id === coding))
    .flatMap((choice) => unnamed('quoteChoice', choice, ['coding']))
}

function textOf(project: Project, source: string, texts: Texts): string | undefined {
  const content = project.tables.source.get(source)?.content
  return content && texts(content)
}

function brokenContents(project: Project, texts: Texts): Broken[] {
  const sources = [...project.tables.source.values()]
  if (!sources.some((source) => texts(source.content) !== undefined)) return none
  return [
    ...sources
      .filter((source) => texts(source.content) === undefined)
      .map((source): Broken => ({ kind: 'source', id: source.id, rule: 'its text is missing' })),
    ...sources.flatMap(({ id, content }) =>
      (project.codings.get(id) ?? [])
        .filter((coding) => coding.content !== content && texts(coding.content) === undefined)
        .map(
          (coding): Broken => ({ ...placeOf('coding', coding), rule: 'the text it was made on is missing' }),
        ),
    ),
  ]
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
    return none
  })
}

/** Removing something that others name can leave them pointing at nothing, so then everything is read. */
function* leftBehind(project: Project, edits: readonly Edit[]): Slices<Broken[]> {
  const gone = new Map<EntityKind, Set<string>>()
  for (const { kind, id, after } of edits) {
    if (after !== null || !namedByOthers.has(kind)) continue
    const ids = gone.get(kind) ?? new Set()
    gone.set(kind, ids.add(id))
  }
  if (gone.size === 0) return none
  yield
  const isThere: IsThere = (kind, id) => gone.get(kind)?.has(id) !== true
  const broken: Broken[] = []
  let looked = 0
  for (const kind of smallKinds) {
    for (const entity of project.tables[kind].values()) {
      if (isStop(looked++)) yield
      broken.push(...unnamed(kind, entity, missingFrom(kind, entity, isThere)))
      broken.push(...unnamed(kind, entity, missingKeys(entity, isThere)))
    }
  }
  for (const turns of project.turns.values()) {
    yield
    for (const turn of turns) broken.push(...unnamed('turn', turn, missingFrom('turn', turn, isThere)))
  }
  for (const codings of project.codings.values()) {
    yield
    for (const coding of codings)
      broken.push(...unnamed('coding', coding, missingFrom('coding', coding, isThere)))
  }
  return broken
}

const namedByOthers: ReadonlySet<EntityKind> = new Set([
  'coder',
  'attribute',
  'participant',
  'source',
  'speaker',
  'question',
  'code',
  'report',
  'codebookVersion',
  'round',
])
