import { whoSpeaks } from '../../shared/analysis/who-speaks.ts'
import { passageConsent } from '../../shared/model/consent.ts'
import type {
  Coding,
  Consent,
  Layer,
  Participant,
  Source,
  SourceKind,
  Stance,
} from '../../shared/model/entities.ts'
import type { AttributeId, CodeId, CoderId, ParticipantId, SourceId } from '../../shared/model/ids.ts'
import { codingsOf, inOrder, type Project, sourcesInOrder, type Texts } from '../../shared/model/project.ts'
import { foldText } from '../../shared/search/fold-text.ts'

/** A coding seen with its source and whose words it is. */
export interface Excerpt {
  readonly coding: Coding
  readonly source: Source
  readonly participants: readonly Participant[]
  /** What may be done with it towards anyone. */
  readonly consent: Consent
}

/** Which excerpts to show; null and empty ask nothing. */
export interface ExcerptFilter {
  readonly text: string
  readonly participant: ParticipantId | null
  /** A value of an attribute, of the participant or the source. */
  readonly attribute: { readonly id: AttributeId; readonly value: string } | null
  readonly source: SourceId | null
  readonly kind: SourceKind | null
  readonly coder: CoderId | null
  readonly layer: Layer | null
  readonly stance: Stance | 'none' | null
  readonly star: boolean
  readonly flag: boolean
  /** Coded on or after this day, YYYY-MM-DD in the zone of `dayOf`. */
  readonly since: string
}

/** No filter: everything with the code itself. */
export const noFilter: ExcerptFilter = {
  text: '',
  participant: null,
  attribute: null,
  source: null,
  kind: null,
  coder: null,
  layer: null,
  stance: null,
  star: false,
  flag: false,
  since: '',
}

export type ExcerptSort = 'participant' | 'source' | 'newest' | 'stance'

/** Excerpts under one heading. */
export interface ExcerptGroup {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly excerpts: readonly Excerpt[]
}

/** All codings with any of these codes, in the order of sources and of position. */
export function excerptsWith(project: Project, codes: ReadonlySet<CodeId>): readonly Excerpt[] {
  const limits = project.tables.restriction.size > 0
  return sourcesInOrder(project).flatMap((source) =>
    codingsOf(project, source.id).flatMap((coding) => {
      if (!codes.has(coding.code)) return []
      const { participants } = whoSpeaks(project, coding)
      const careful = limits || participants.some((each) => each.consent !== 'quote' || each.consentFor)
      const consent = careful ? passageConsent(project, coding, participants) : 'quote'
      return [{ coding, source, participants, consent }]
    }),
  )
}

/** Those a filter lets through. `texts` gives what the words are looked for in; `dayOf` the day of a moment. */
export function filterExcerpts(
  excerpts: readonly Excerpt[],
  filter: ExcerptFilter,
  texts: Texts,
  dayOf: (at: number) => string,
): readonly Excerpt[] {
  const words = fold(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return excerpts.filter(
    (each) => passes(each, filter, dayOf) && (words.length === 0 || hasWords(each.coding, words, texts)),
  )
}

function passes(
  { coding, source, participants }: Excerpt,
  filter: ExcerptFilter,
  dayOf: (at: number) => string,
): boolean {
  const { attribute } = filter
  return (
    (filter.participant === null || participants.some((each) => each.id === filter.participant)) &&
    (filter.source === null || source.id === filter.source) &&
    (filter.kind === null || source.kind === filter.kind) &&
    (filter.coder === null || coding.coder === filter.coder) &&
    (filter.layer === null || coding.layer === filter.layer) &&
    (filter.stance === null || (coding.stance ?? 'none') === filter.stance) &&
    (!filter.star || coding.star === true) &&
    (!filter.flag || coding.flag === true) &&
    (filter.since === '' || dayOf(coding.at) >= filter.since) &&
    (attribute === null ||
      [source, ...participants].some(
        (each) => String(each.attributes?.[attribute.id] ?? '') === attribute.value,
      ))
  )
}

function hasWords({ content, start, end, note }: Coding, words: readonly string[], texts: Texts): boolean {
  const said = fold(`${texts(content)?.slice(start, end) ?? ''} ${note ?? ''}`)
  return words.every((word) => said.includes(word))
}

function fold(text: string): string {
  return foldText(text, { case: true, accents: true })
}

/** How many things a filter asks for, the words aside. */
export function asked(filter: ExcerptFilter): number {
  const { text: _, ...rest } = filter
  return Object.values(rest).filter((value) => value !== null && value !== false && value !== '').length
}

const stanceOrder: readonly (Stance | 'none')[] = [
  'denies',
  'mixed',
  'overcome',
  'affirms',
  'reports',
  'none',
]

/** How stances and their absence are headed. */
export const stanceTitles = {
  affirms: 'Affirms',
  denies: 'Denies',
  overcome: 'Overcome',
  mixed: 'Mixed',
  reports: 'Reports others',
  none: 'No stance',
} as const satisfies Record<Stance | 'none', string>

/** Puts excerpts under headings, as they are sorted. */
export function groupExcerpts(
  project: Project,
  excerpts: readonly Excerpt[],
  sort: ExcerptSort,
): readonly ExcerptGroup[] {
  if (sort === 'newest') {
    const excerptsByTime = excerpts.toSorted((a, b) => b.coding.at - a.coding.at)
    return excerpts.length > 0
      ? [{ key: 'newest', title: 'Newest first', detail: '', excerpts: excerptsByTime }]
      : []
  }
  const groups = new Map<string, Excerpt[]>()
  for (const excerpt of excerpts) {
    const key = keyOf(excerpt, sort)
    const group = groups.get(key)
    if (group) group.push(excerpt)
    else groups.set(key, [excerpt])
  }
  return orderOf(project, sort)
    .concat([...groups.keys()])
    .flatMap((key) => {
      const found = groups.get(key)
      groups.delete(key)
      return found?.[0] ? [{ key, ...headingOf(project, found[0], sort), excerpts: found }] : []
    })
}

/** Words of several people together stand under all their names. */
function keyOf({ coding, source, participants }: Excerpt, sort: ExcerptSort): string {
  if (sort === 'source') return source.id
  if (sort === 'stance') return coding.stance ?? 'none'
  return participants.map((each) => each.id).join(' ') || `nobody ${source.id}`
}

function orderOf(project: Project, sort: ExcerptSort): string[] {
  if (sort === 'stance') return [...stanceOrder]
  const table = sort === 'source' ? project.tables.source : project.tables.participant
  return inOrder<{ readonly id: string; readonly order: string }>(table).map((each) => each.id)
}

function headingOf(project: Project, { coding, source, participants }: Excerpt, sort: ExcerptSort) {
  if (sort === 'source') return { title: source.name, detail: facts(project, source) }
  if (sort === 'stance') return { title: stanceTitles[coding.stance ?? 'none'], detail: '' }
  const [first] = participants
  if (!first) return { title: 'Nobody who counts', detail: `interviewer or unknown voice, ${source.name}` }
  const title = participants.map((each) => each.pseudonym).join(' and ')
  return { title, detail: participants.length === 1 ? facts(project, first) : 'speaking together' }
}

/** The first attributes that say who or what it is, three at most. */
function facts(project: Project, { attributes = {} }: Pick<Participant, 'attributes'>): string {
  const values = inOrder(project.tables.attribute).flatMap(({ id, kind }) => {
    const value = attributes[id]
    return value === undefined || value === '' || kind === 'yes-no' ? [] : [String(value)]
  })
  return values.slice(0, 3).join(' · ')
}
