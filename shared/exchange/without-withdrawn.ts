import type { Archive, Content } from '../model/archive.ts'
import type { Coding, Participant, Source, Speaker } from '../model/entities.ts'
import { type ContentHash, readContentHash } from '../model/ids.ts'
import { type Project, turnsOf } from '../model/project.ts'
import { whoWithdrew } from '../model/who-withdrew.ts'
import { overlaps, type Span } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { contentHash } from './fingerprint.ts'
import { withoutTheirQuotes } from './without-their-quotes.ts'

/** A project without the words of those who withdrew, for other tools. */
export interface WithoutWithdrawn {
  readonly archive: Archive
  /** Names of the sources in which something was blacked out; empty where nobody withdrew. */
  readonly sources: readonly string[]
  /** Codings and memos that stood on those words and are left out. */
  readonly leftOut: { readonly codings: number; readonly memos: number }
}

/** Blacks out what was withdrawn for everyone: the turns of participants who withdrew with their labels, whole sources
    that belong to them without turns, and withdrawn passages. Every withdrawn character becomes a block, so no other
    position moves. Earlier texts of such a source are blacked out whole, because nobody knows whose words stand where
    in them. Codings and memos on withdrawn words are left out, and so are the participants' names and attributes; where
    the team quotes such words elsewhere, "[withdrawn]" stands instead.
    History and originals are left out altogether. */
export function withoutWithdrawn(archive: Archive): WithoutWithdrawn {
  const { project } = archive
  const touched = [...project.tables.source.values()].filter((source) => whoWithdrew(project, source))
  const gone = new Set<string>([...project.tables.participant.values()].filter(isGone).map(({ id }) => id))
  if (touched.length + gone.size === 0) return { archive, sources: [], leftOut: { codings: 0, memos: 0 } }
  const contents = new Map(archive.contents)
  const names = new Map<string, ContentHash>()
  const hidden = new Map<string, readonly Span[]>()
  for (const source of touched)
    for (const hash of contentsOf(project, source)) {
      const content = archive.contents.get(hash)
      if (!content) continue
      const spans = hiddenIn(project, source, content, gone)
      hidden.set(`${source.id} ${hash}`, spans)
      const black = blackedOut(content, spans)
      contents.set(black.hash, black)
      names.set(`${source.id} ${hash}`, black.hash)
    }
  const isHidden = (source: string, content: string, span: Span) =>
    (hidden.get(`${source} ${content}`) ?? []).some((each) => overlaps(each, span))
  const quoted = (project: Project) =>
    withoutTheirQuotes(project, hiddenWords(archive, hidden), openWords(archive, touched, hidden))
  return redone({ archive, contents, names, gone, isHidden, touched, quoted })
}

type Hidden = ReadonlyMap<string, readonly Span[]>

function hiddenWords({ contents }: Archive, hidden: Hidden): readonly string[] {
  return [...hidden].flatMap(([key, spans]) => {
    const hash = readContentHash(key.split(' ')[1] ?? '')
    const text = (hash && contents.get(hash)?.text) ?? ''
    return spans.map(({ start, end }) => text.slice(start, end))
  })
}

/** What of these sources is still to be read. */
function openWords({ contents }: Archive, touched: readonly Source[], hidden: Hidden): readonly string[] {
  return touched.flatMap(({ id, content }) => {
    const text = contents.get(content)?.text ?? ''
    const spans = (hidden.get(`${id} ${content}`) ?? []).toSorted((a, b) => a.start - b.start)
    const ends = [0, ...spans.map(({ end }) => end)]
    return ends.map((from, i) => text.slice(from, Math.max(from, spans[i]?.start ?? text.length)))
  })
}

interface Blacked {
  readonly archive: Archive
  readonly contents: Map<ContentHash, Content>
  readonly names: ReadonlyMap<string, ContentHash>
  readonly gone: ReadonlySet<string>
  readonly touched: readonly Source[]
  isHidden(source: string, content: string, span: Span): boolean
  /** Without what the team quoted of withdrawn words. */
  quoted(project: Project): Project
}

function redone({ archive, contents, names, gone, isHidden, touched, quoted }: Blacked): WithoutWithdrawn {
  const { project } = archive
  const { tables } = project
  const renamed = (source: string, content: ContentHash) => names.get(`${source} ${content}`) ?? content
  const codings = new Map(
    [...project.codings].map(([source, list]) => [
      source,
      list.flatMap((coding): Coding[] => {
        if (isHidden(source, coding.content, coding)) return []
        const content = renamed(source, coding.content)
        const text = contents.get(content)?.text ?? ''
        return [{ ...coding, content, quote: quoteHash(text, coding.start, coding.end) }]
      }),
    ]),
  )
  const memo = new Map(
    [...tables.memo].flatMap(([id, each]) => {
      const { about } = each
      if (about.kind === 'participant' && gone.has(about.participant)) return []
      if (about.kind !== 'passage') return [[id, each] as const]
      if (isHidden(about.source, about.content, about)) return []
      return [[id, { ...each, about: { ...about, content: renamed(about.source, about.content) } }] as const]
    }),
  )
  const source = new Map(
    [...tables.source].map(([id, each]) => {
      const content = renamed(id, each.content)
      // A short text could be guessed from its first hash.
      return [id, content === each.content ? each : { ...each, content, firstContent: content }]
    }),
  )
  const restriction = new Map(
    [...tables.restriction].map(([id, each]) => [
      id,
      { ...each, content: renamed(each.source, each.content) },
    ]),
  )
  const before = [...project.codings.values()].reduce((sum, list) => sum + list.length, 0)
  const after = [...codings.values()].reduce((sum, list) => sum + list.length, 0)
  const people = { participant: nameless(tables.participant, gone), speaker: unnamed(tables.speaker, gone) }
  const decided = withoutHidden({ project, codings, renamed, isHidden })
  return {
    archive: {
      project: quoted({
        ...project,
        codings,
        tables: { ...tables, ...people, ...decided, memo, source, restriction },
      }),
      contents,
      originals: new Map(),
      changes: [],
    },
    sources: touched.filter((each) => isBlacked(each, names)).map(({ name }) => name),
    leftOut: { codings: before - after, memos: tables.memo.size - memo.size },
  }
}

/** Decisions, proposals and quotes chosen without the passages that were withdrawn. */
function withoutHidden({
  project: { tables },
  codings,
  renamed,
  isHidden,
}: Pick<Blacked, 'isHidden'> & {
  readonly project: Project
  readonly codings: Project['codings']
  readonly renamed: (source: string, content: ContentHash) => ContentHash
}): Pick<Project['tables'], 'adjudication' | 'proposal' | 'quoteChoice'> {
  const left = new Set<string>([...codings.values()].flat().map(({ id }) => id))
  const adjudication = new Map(
    [...tables.adjudication].flatMap(([id, each]) =>
      isHidden(each.source, each.content, each)
        ? []
        : [[id, { ...each, content: renamed(each.source, each.content) }] as const],
    ),
  )
  const proposal = new Map(
    [...tables.proposal].map(([id, { passages, ...each }]) => {
      const open = passages?.filter((passage) => !isHidden(passage.source, passage.content, passage)) ?? []
      const kept = open.map((passage) => ({ ...passage, content: renamed(passage.source, passage.content) }))
      return [id, kept.length > 0 ? { ...each, passages: kept } : each] as const
    }),
  )
  const quoteChoice = new Map([...tables.quoteChoice].filter(([, { coding }]) => left.has(coding)))
  return { adjudication, proposal, quoteChoice }
}

function isBlacked({ id }: Source, names: ReadonlyMap<string, ContentHash>): boolean {
  return [...names].some(([key, black]) => key.startsWith(`${id} `) && key !== `${id} ${black}`)
}

function isGone({ consent }: Participant): boolean {
  return consent === 'withdrawn'
}

/** The texts of a source that something stands on, the one read now first. */
function contentsOf({ tables, codings }: Project, source: Source): readonly ContentHash[] {
  const found = new Set([source.content, ...(codings.get(source.id) ?? []).map(({ content }) => content)])
  for (const { about } of tables.memo.values())
    if (about.kind === 'passage' && about.source === source.id) found.add(about.content)
  const proposed = [...tables.proposal.values()].flatMap(({ passages = [] }) => passages)
  for (const each of [...tables.restriction.values(), ...tables.adjudication.values(), ...proposed])
    if (each.source === source.id) found.add(each.content)
  return [...found]
}

function hiddenIn(
  project: Project,
  source: Source,
  { hash, text }: Content,
  gone: ReadonlySet<string>,
): Span[] {
  const whole = [{ start: 0, end: text.length }]
  if (hash !== source.content) return whole
  const voices = new Set(
    [...project.tables.speaker.values()]
      .filter((each) => gone.has(each.participant ?? ''))
      .map(({ id }) => id),
  )
  const turns = turnsOf(project, source.id)
  const spoken = turns.filter(({ speaker }) => speaker !== undefined && voices.has(speaker))
  // Whoever belongs to a source without a turn of their own may have said anything in it.
  const heard = new Set(
    spoken.map(({ speaker }) => speaker && project.tables.speaker.get(speaker)?.participant),
  )
  const unheard = (source.participants ?? []).some((id) => gone.has(id) && !heard.has(id))
  if (unheard) return whole
  const restricted = [...project.tables.restriction.values()].filter(
    (each) => each.source === source.id && each.consent === 'withdrawn' && each.audience === undefined,
  )
  // A passage withdrawn on an earlier text cannot be found in this one.
  if (restricted.some((each) => each.content !== source.content)) return whole
  return [...spoken.map(({ label, end }) => ({ start: label, end })), ...restricted]
}

function blackedOut({ text, hash, ...rest }: Content, spans: readonly Span[]): Content {
  if (spans.length === 0) return { ...rest, text, hash }
  const units = text.split('')
  for (const { start, end } of spans)
    for (let i = start; i < Math.min(end, text.length); i++) if (units[i] !== '\n') units[i] = '█'
  const black = units.join('')
  return { ...rest, text: black, hash: contentHash(black) }
}

function nameless(
  table: ReadonlyMap<string, Participant>,
  gone: ReadonlySet<string>,
): Map<string, Participant> {
  let count = 0
  return new Map(
    [...table].map(([id, each]) => {
      if (!gone.has(id)) return [id, each]
      const { name: _, attributes: __, consentNote: ___, ...rest } = each
      return [id, { ...rest, pseudonym: `Withdrawn ${++count}` }]
    }),
  )
}

function unnamed(table: ReadonlyMap<string, Speaker>, gone: ReadonlySet<string>): Map<string, Speaker> {
  return new Map(
    [...table].map(([id, each]) => [
      id,
      gone.has(each.participant ?? '') ? { ...each, label: 'Withdrawn' } : each,
    ]),
  )
}
