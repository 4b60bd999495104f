import type {
  Approach,
  Asked,
  AttributeValues,
  Code,
  Coder,
  Coding,
  CodingOrigin,
  Consent,
  EntityKinds,
  Layer,
  Participant,
  ProseDoc,
  Question,
  QuoteChoice,
  Report,
  SmallKind,
  Source,
  SourceKind,
  Speaker,
  SpeakerRole,
  Stance,
  Turn,
} from '../../shared/model/entities.ts'
import type { ContentHash, Id, SourceId, SpeakerId } from '../../shared/model/ids.ts'
import { keysBetween } from '../../shared/model/order.ts'
import { emptyProject, type Project, type Texts } from '../../shared/model/project.ts'
import { countWords } from '../../shared/text/count-words.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'

/** Somebody who took part: a pseudonym alone, or more. */
export interface ParticipantSpec {
  readonly name: string
  readonly realName?: string
  readonly consent?: Consent
  readonly consentFor?: Readonly<Record<string, Consent>>
  readonly consentNote?: string
  readonly attributes?: AttributeValues
}

/** One source. `turns` are [label, text] or [label, text, milliseconds]; the label stands in the text as "Noor: ",
    unless `labels` is 'beside'. `text` instead of turns makes a source without turns. */
export interface SourceSpec {
  readonly name: string
  readonly kind?: SourceKind
  readonly turns?: readonly (readonly [label: string, text: string, time?: number])[]
  readonly text?: string
  readonly labels?: 'inside' | 'beside'
  /** Role of labels that are neither a participant's pseudonym ('participant') nor named here ('unknown'). */
  readonly roles?: Readonly<Record<string, SpeakerRole>>
  /** Whose voice a label is where it is not the pseudonym: label to pseudonym. */
  readonly voices?: Readonly<Record<string, string>>
  /** Pseudonyms whose words a source without turns is. */
  readonly participants?: readonly string[]
  readonly attributes?: AttributeValues
  /** By the question's text. */
  readonly asked?: Readonly<Record<string, Asked>>
}

/** One code: a name alone, or more. `parent` is a name that stands before. */
export interface CodeSpec extends Partial<Omit<Code, 'id' | 'parent' | 'order'>> {
  readonly name: string
  readonly parent?: string
}

/** One coding, its passage found by the words it covers (the first place they stand, or the `nth`, from 1). */
export interface CodingSpec {
  readonly source: string
  readonly code: string
  readonly quote: string
  readonly nth?: number
  /** A coder's name; absent: the first coder. */
  readonly coder?: string
  readonly layer?: Layer
  readonly stance?: Stance
  readonly origin?: CodingOrigin
  readonly star?: boolean
  readonly flag?: boolean
  readonly note?: string
}

export interface RestrictionSpec {
  readonly source: string
  readonly quote: string
  readonly consent: Consent
  readonly audience?: string
}

/** A small inquiry in terse literals. Everything may be left out. */
export interface ProjectSpec {
  readonly name?: string
  readonly approach?: Approach
  readonly description?: string
  readonly aims?: readonly string[]
  readonly positionality?: string
  readonly period?: string
  readonly audiences?: readonly string[]
  readonly coders?: readonly string[]
  readonly attributes?: readonly (Omit<EntityKinds['attribute'], 'id' | 'order'> & { readonly id: string })[]
  readonly participants?: readonly (string | ParticipantSpec)[]
  readonly questions?: readonly string[]
  readonly sources?: readonly SourceSpec[]
  readonly codes?: readonly (string | CodeSpec)[]
  readonly codings?: readonly CodingSpec[]
  readonly restrictions?: readonly RestrictionSpec[]
  readonly reports?: readonly (Partial<Omit<Report, 'id' | 'order'>> & { readonly title: string })[]
  /** By the report's title. */
  readonly prose?: readonly { readonly report: string; readonly place: string; readonly doc: ProseDoc }[]
  readonly quoteChoices?: readonly (Pick<QuoteChoice, 'use' | 'cuts' | 'clarifications'> & {
    readonly report: string
    /** Position of the coding in `codings`, from 0. */
    readonly coding: number
  })[]
}

/** A project built from literals, its texts, and ways to find things by their names. */
export interface BuiltProject {
  readonly project: Project
  readonly texts: Texts
  readonly contents: ReadonlyMap<ContentHash, string>
  /** The codings in the order they were given. */
  readonly codings: readonly Coding[]
  readonly participant: (pseudonym: string) => Participant
  readonly source: (name: string) => Source
  readonly code: (name: string) => Code
  readonly coder: (name: string) => Coder
  readonly question: (text: string) => Question
  readonly report: (title: string) => Report
  /** Where words stand in a source's text. */
  readonly span: (
    source: string,
    quote: string,
    nth?: number,
  ) => { readonly start: number; readonly end: number }
}

/** Builds a project for a test. The same literals always give the same ids: they are counted, never drawn. */
export function buildProject(spec: ProjectSpec): BuiltProject {
  const draft = startDraft()
  addTeam(draft, spec)
  addParticipants(draft, spec.participants ?? [])
  addQuestions(draft, spec.questions ?? [])
  for (const [i, source] of (spec.sources ?? []).entries())
    addSource(draft, source, draft.key('source', i, spec.sources?.length ?? 0))
  addCodes(draft, spec.codes ?? [])
  const codings = (spec.codings ?? []).map((coding) => addCoding(draft, coding))
  addRestrictions(draft, spec.restrictions ?? [])
  addReports(draft, spec, codings)
  return built(draft, codings)
}

/** The id a builder would count to, for ids made by hand in a test. */
export function countedId<K extends string>(n: number): Id<K> {
  return asId<K>(`00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`)
}

/** A content hash that stands for a text in tests: it names it, without being its SHA-256. */
export function standInHash(text: string): ContentHash {
  const part = (seed: number) => (quoteHash(text) ^ Math.imul(seed, 0x9e3779b1)) >>> 0
  return asHash(Array.from({ length: 8 }, (_, i) => part(i).toString(16).padStart(8, '0')).join(''))
}

type Tables = { readonly [K in SmallKind]: Map<string, EntityKinds[K]> }

interface Draft {
  readonly tables: Tables
  readonly turns: Map<SourceId, readonly Turn[]>
  readonly codings: Map<SourceId, Coding[]>
  readonly contents: Map<ContentHash, string>
  readonly newId: <K extends string>() => Id<K>
  readonly key: (list: string, index: number, count: number) => string
}

function startDraft(): Draft {
  let count = 0
  const keys = new Map<string, readonly string[]>()
  return {
    tables: {
      inquiry: new Map(),
      coder: new Map(),
      attribute: new Map(),
      participant: new Map(),
      source: new Map(),
      speaker: new Map(),
      question: new Map(),
      code: new Map(),
      restriction: new Map(),
      memo: new Map(),
      report: new Map(),
      prose: new Map(),
      quoteChoice: new Map(),
    },
    turns: new Map(),
    codings: new Map(),
    contents: new Map(),
    newId: <K extends string>() => countedId<K>(++count),
    key: (list, index, length) => {
      const known = keys.get(`${list} ${length}`) ?? keysBetween(null, null, length)
      keys.set(`${list} ${length}`, known)
      return known[index] ?? 'V'
    },
  }
}

function addTeam(draft: Draft, spec: ProjectSpec): void {
  const { name = 'A test inquiry', approach = 'codebook', coders = ['Ada'] } = spec
  const id = draft.newId<'project'>()
  draft.tables.inquiry.set(id, {
    id,
    name,
    approach,
    madeAt: 0,
    ...given(spec, ['description', 'aims', 'positionality', 'period', 'audiences']),
  })
  for (const coder of coders) {
    const coderId = draft.newId<'coder'>()
    draft.tables.coder.set(coderId, { id: coderId, name: coder, initials: coder.slice(0, 2).toUpperCase() })
  }
  for (const [i, attribute] of (spec.attributes ?? []).entries()) {
    const attributeId = asId<'attribute'>(attribute.id)
    draft.tables.attribute.set(attributeId, {
      ...attribute,
      id: attributeId,
      order: draft.key('attribute', i, spec.attributes?.length ?? 0),
    })
  }
}

function addParticipants(draft: Draft, specs: readonly (string | ParticipantSpec)[]): void {
  for (const [i, each] of specs.entries()) {
    const spec: ParticipantSpec = typeof each === 'string' ? { name: each } : each
    const id = draft.newId<'participant'>()
    draft.tables.participant.set(id, {
      id,
      pseudonym: spec.name,
      consent: spec.consent ?? 'quote',
      order: draft.key('participant', i, specs.length),
      ...(spec.realName !== undefined ? { name: spec.realName } : {}),
      ...given(spec, ['consentFor', 'consentNote', 'attributes']),
    })
  }
}

function addQuestions(draft: Draft, texts: readonly string[]): void {
  for (const [i, text] of texts.entries()) {
    const id = draft.newId<'question'>()
    draft.tables.question.set(id, { id, text, version: 1, order: draft.key('question', i, texts.length) })
  }
}

function addSource(draft: Draft, spec: SourceSpec, order: string): void {
  const id = draft.newId<'source'>()
  const laid = layOut(spec)
  // The name makes equal texts of two sources two contents, as tests expect of separate sources.
  const content = standInHash(`${spec.name}\n${laid.text}`)
  draft.contents.set(content, laid.text)
  const asked = Object.entries(spec.asked ?? {}).map(
    ([text, value]) => [named(draft.tables.question, (q) => q.text, text).id, value] as const,
  )
  draft.tables.source.set(id, {
    id,
    name: spec.name,
    kind: spec.kind ?? 'interview',
    status: 'done',
    content,
    firstContent: content,
    words: countWords(laid.spoken),
    format: 'Test text',
    importedAt: 0,
    order,
    ...given(spec, ['attributes']),
    ...(asked.length > 0 ? { asked: Object.fromEntries(asked) } : {}),
    ...(spec.participants ? { participants: spec.participants.map((name) => person(draft, name).id) } : {}),
  })
  addTurns(draft, id, spec, laid.turns)
}

interface Laid {
  readonly text: string
  readonly spoken: string
  readonly turns: readonly {
    readonly label: number
    readonly start: number
    readonly end: number
    readonly who: string
    readonly time?: number
  }[]
}

function layOut(spec: SourceSpec): Laid {
  if (!spec.turns) return { text: spec.text ?? '', spoken: spec.text ?? '', turns: [] }
  let text = ''
  const turns = spec.turns.map(([who, words, time]) => {
    if (text !== '') text += '\n'
    const label = text.length
    if (spec.labels !== 'beside') text += `${who}: `
    const start = text.length
    text += words
    return { label, start, end: text.length, who, ...(time !== undefined ? { time } : {}) }
  })
  return { text, spoken: spec.turns.map(([, words]) => words).join('\n'), turns }
}

function addTurns(draft: Draft, source: SourceId, spec: SourceSpec, turns: Laid['turns']): void {
  if (turns.length === 0) return
  const speakers = new Map<string, SpeakerId>()
  for (const label of new Set(turns.map((turn) => turn.who))) {
    const speaker = speakerOf(draft, source, spec, label)
    draft.tables.speaker.set(speaker.id, speaker)
    speakers.set(label, speaker.id)
  }
  draft.turns.set(
    source,
    turns.map(({ who, ...turn }) => {
      const speaker = speakers.get(who)
      return { id: draft.newId<'turn'>(), source, ...turn, ...(speaker ? { speaker } : {}) }
    }),
  )
}

function speakerOf(draft: Draft, source: SourceId, spec: SourceSpec, label: string): Speaker {
  const pseudonym = spec.voices?.[label] ?? label
  const participant = [...draft.tables.participant.values()].find((each) => each.pseudonym === pseudonym)
  const role =
    spec.roles?.[label] ??
    (participant ? 'participant' : /^(i|interviewer|q|int)$/i.test(label) ? 'interviewer' : 'unknown')
  return {
    id: draft.newId<'speaker'>(),
    source,
    label,
    role,
    ...(participant && role === 'participant' ? { participant: participant.id } : {}),
  }
}

function addCodes(draft: Draft, specs: readonly (string | CodeSpec)[]): void {
  for (const [i, each] of specs.entries()) {
    const { parent, ...spec }: CodeSpec = typeof each === 'string' ? { name: each } : each
    const id = draft.newId<'code'>()
    const above =
      parent === undefined ? {} : { parent: named(draft.tables.code, (code) => code.name, parent).id }
    draft.tables.code.set(id, { ...spec, ...above, id, order: draft.key('code', i, specs.length) })
  }
}

function addCoding(draft: Draft, spec: CodingSpec): Coding {
  const source = named(draft.tables.source, (each) => each.name, spec.source)
  const { start, end } = find(draft, spec.source, spec.quote, spec.nth)
  const coder =
    spec.coder === undefined
      ? first(draft.tables.coder)
      : named(draft.tables.coder, (each) => each.name, spec.coder)
  const coding: Coding = {
    id: draft.newId<'coding'>(),
    source: source.id,
    content: source.content,
    start,
    end,
    code: named(draft.tables.code, (code) => code.name, spec.code).id,
    coder: coder.id,
    layer: spec.layer ?? 'own',
    at: 0,
    quote: quoteHash(draft.contents.get(source.content) ?? '', start, end),
    ...given(spec, ['stance', 'origin', 'star', 'flag', 'note']),
  }
  const list = draft.codings.get(source.id) ?? []
  list.push(coding)
  draft.codings.set(source.id, list)
  return coding
}

function addRestrictions(draft: Draft, specs: readonly RestrictionSpec[]): void {
  for (const spec of specs) {
    const source = named(draft.tables.source, (each) => each.name, spec.source)
    const id = draft.newId<'restriction'>()
    const { start, end } = find(draft, spec.source, spec.quote)
    draft.tables.restriction.set(id, {
      id,
      source: source.id,
      content: source.content,
      start,
      end,
      consent: spec.consent,
      ...given(spec, ['audience']),
    })
  }
}

function addReports(draft: Draft, spec: ProjectSpec, codings: readonly Coding[]): void {
  for (const [i, each] of (spec.reports ?? []).entries()) {
    const id = draft.newId<'report'>()
    draft.tables.report.set(id, {
      template: 'research-summary',
      madeAt: 0,
      ...each,
      id,
      order: draft.key('report', i, spec.reports?.length ?? 0),
    })
  }
  for (const { report, ...prose } of spec.prose ?? []) {
    const id = draft.newId<'prose'>()
    draft.tables.prose.set(id, {
      ...prose,
      id,
      report: named(draft.tables.report, (each) => each.title, report).id,
    })
  }
  for (const { report, coding: index, ...choice } of spec.quoteChoices ?? []) {
    const coding = codings[index]
    if (!coding) throw new Error(`There is no coding ${index}`)
    const id = draft.newId<'quoteChoice'>()
    const of = named(draft.tables.report, (each) => each.title, report).id
    draft.tables.quoteChoice.set(id, {
      ...choice,
      id,
      report: of,
      code: coding.code,
      source: coding.source,
      coding: coding.id,
    })
  }
}

function built(draft: Draft, codings: readonly Coding[]): BuiltProject {
  const { tables } = draft
  for (const list of draft.codings.values())
    list.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
  return {
    project: { ...emptyProject, tables, turns: draft.turns, codings: draft.codings },
    texts: (hash) => draft.contents.get(hash),
    contents: draft.contents,
    codings,
    participant: (name) => person(draft, name),
    source: (name) => named(tables.source, (each) => each.name, name),
    code: (name) => named(tables.code, (each) => each.name, name),
    coder: (name) => named(tables.coder, (each) => each.name, name),
    question: (text) => named(tables.question, (each) => each.text, text),
    report: (title) => named(tables.report, (each) => each.title, title),
    span: (source, quote, nth) => find(draft, source, quote, nth),
  }
}

function person(draft: Draft, pseudonym: string): Participant {
  return named(draft.tables.participant, (each) => each.pseudonym, pseudonym)
}

function find(draft: Draft, sourceName: string, quote: string, nth = 1): { start: number; end: number } {
  const source = named(draft.tables.source, (each) => each.name, sourceName)
  const text = draft.contents.get(source.content) ?? ''
  let start = -1
  for (let found = 0; found < nth; found++) {
    start = text.indexOf(quote, start + 1)
    if (start < 0) throw new Error(`“${quote}” does not stand in ${sourceName}`)
  }
  return { start, end: start + quote.length }
}

function named<E>(table: ReadonlyMap<string, E>, nameOf: (entity: E) => string, name: string): E {
  for (const entity of table.values()) if (nameOf(entity) === name) return entity
  throw new Error(`There is nothing named “${name}”`)
}

function first<E>(table: ReadonlyMap<string, E>): E {
  for (const entity of table.values()) return entity
  throw new Error('There is none')
}

function given<S extends object, F extends keyof S>(
  spec: S,
  fields: readonly F[],
): { [K in F]?: Exclude<S[K], undefined> } {
  const kept: { [K in F]?: Exclude<S[K], undefined> } = {}
  for (const field of fields) {
    const value = spec[field]
    if (isGiven(value)) kept[field] = value
  }
  return kept
}

function isGiven<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined
}

function asId<K extends string>(text: string): Id<K> {
  if (isId<K>(text)) return text
  throw new Error('An id is never empty')
}

function isId<K extends string>(text: string): text is Id<K> {
  return text !== ''
}

function asHash(text: string): ContentHash {
  if (isHash(text)) return text
  throw new Error('A content hash has 64 digits')
}

function isHash(text: string): text is ContentHash {
  return text.length === 64
}
