import type { Memo, Source } from '../model/entities.ts'
import type { CoderId, RoundId, SourceId } from '../model/ids.ts'
import { entity, inquiryOf, type Project, type Table } from '../model/project.ts'
import type { Moment } from '../model/units.ts'

/** What is handed out, and to whom. */
export interface PacketWish {
  readonly coder: CoderId
  readonly sources: readonly SourceId[]
  /** Others' codings and all counts are kept from the coder. */
  readonly blind: boolean
  readonly round?: RoundId
  /** With the files that the sources came from, and the names of their recordings. */
  readonly originals?: boolean
}

/** The part of a project that is handed out to one coder, those who withdrew not yet left out. */
export function packetProject(project: Project, wish: PacketWish, at: Moment): Project {
  const { tables } = project
  const chosen = new Set<string>(wish.sources.filter((id) => tables.source.has(id)))
  const isHere = ({ source }: { readonly source: SourceId }) => chosen.has(source)
  const speaker = only(tables.speaker, isHere)
  const source = changed(
    only(tables.source, ({ id }) => chosen.has(id)),
    (each) => bare(each, wish),
  )
  const people = peopleIn(speaker.values(), source.values())
  const isNow = ({ source: id, content }: { readonly source: SourceId; readonly content: string }) =>
    source.get(id)?.content === content
  const none = new Map()
  return {
    tables: {
      ...tables,
      inquiry: new Map([[inquiryOf(project).id, withPacket(project, wish, at)]]),
      coder: only(tables.coder, ({ id }) => id === wish.coder || id === inquiryOf(project).lead),
      participant: changed(
        only(tables.participant, ({ id }) => people.has(id)),
        ({ name: _, consentNote: __, ...rest }) => rest,
      ),
      source,
      speaker,
      translation: changed(
        only(tables.translation, (each) => isHere(each) && source.get(each.source)?.content === each.of),
        ({ original, ...rest }) => (wish.originals && original ? { ...rest, original } : rest),
      ),
      restriction: changed(only(tables.restriction, isNow), ({ reason: _, ...rest }) => rest),
      memo: only(tables.memo, (each) => each.by === wish.coder && isAboutWhatIsHere(each, source, people)),
      proposal: changed(
        only(tables.proposal, ({ by }) => by === wish.coder),
        ({ passages, decidedBy: _, ...rest }) => {
          const here = passages?.filter(isNow) ?? []
          return here.length > 0 ? { ...rest, passages: here } : rest
        },
      ),
      assignment: changed(
        only(tables.assignment, (each) => isHere(each) && each.coder === wish.coder),
        ({ round: _, ...rest }) => ({ ...rest, by: wish.coder }),
      ),
      report: none,
      prose: none,
      quoteChoice: none,
      codebookVersion: none,
      round: none,
      adjudication: none,
      erasure: none,
    },
    turns: new Map([...project.turns].filter(([id]) => chosen.has(id))),
    codings: new Map(
      [...project.codings].flatMap(([id, list]) => {
        const own = list.filter((each) => each.coder === wish.coder && each.layer === 'own' && isNow(each))
        return chosen.has(id) && own.length > 0 ? [[id, own] as const] : []
      }),
    ),
  }
}

/** The same without anybody who withdrew: their voices stand for nobody, and translations of what they were in, which
    hold their words too, stay at home. `touched`: sources they were in. */
export function withoutThoseWhoWithdrew(project: Project, touched: ReadonlySet<string>): Project {
  const { tables } = project
  const participant = only(tables.participant, ({ consent }) => consent !== 'withdrawn')
  if (touched.size === 0 && participant.size === tables.participant.size) return project
  const isGone = (id: string) => !participant.has(id)
  return {
    ...project,
    codings: new Map([...project.codings].filter(([, list]) => list.length > 0)),
    tables: {
      ...tables,
      participant,
      speaker: changed(tables.speaker, ({ participant: who, ...rest }) =>
        who === undefined || isGone(who) ? rest : { ...rest, participant: who },
      ),
      source: changed(tables.source, ({ participants, original, recording, ...rest }) => ({
        ...rest,
        ...(touched.has(rest.id) || !original ? {} : { original }),
        ...(touched.has(rest.id) || !recording ? {} : { recording }),
        ...(participants ? { participants: participants.filter((id) => !isGone(id)) } : {}),
      })),
      translation: only(tables.translation, ({ source }) => !touched.has(source)),
      memo: only(
        tables.memo,
        ({ about }) => about.kind !== 'participant' || participant.has(about.participant),
      ),
    },
  }
}

function withPacket(project: Project, { coder, blind, round }: PacketWish, at: Moment) {
  const packet = { coder: entity(project, 'coder', coder).id, blind, ...(round ? { round } : {}), at }
  return { ...inquiryOf(project), packet }
}

/** Files and recordings often bear the name of whoever speaks in them, and how far a source has come tells whoever
    codes blind what others did. */
function bare({ original, recording, ...rest }: Source, { originals, blind }: PacketWish): Source {
  return {
    ...rest,
    ...(blind ? { status: 'not started' } : {}),
    ...(originals && original ? { original } : {}),
    ...(originals && recording ? { recording } : {}),
  }
}

function peopleIn(
  speakers: Iterable<{ readonly participant?: string }>,
  sources: Iterable<Source>,
): ReadonlySet<string> {
  const people = new Set<string>()
  for (const { participant } of speakers) if (participant) people.add(participant)
  for (const { participants = [] } of sources) for (const each of participants) people.add(each)
  return people
}

function isAboutWhatIsHere({ about }: Memo, sources: Table<Source>, people: ReadonlySet<string>): boolean {
  switch (about.kind) {
    case 'source':
      return sources.has(about.source)
    case 'participant':
      return people.has(about.participant)
    case 'passage':
      return sources.get(about.source)?.content === about.content
    default:
      return true
  }
}

function only<E>(table: Table<E>, keep: (each: E) => boolean): Map<string, E> {
  return new Map([...table].filter(([, each]) => keep(each)))
}

function changed<E>(table: Table<E>, change: (each: E) => E): Map<string, E> {
  return new Map([...table].map(([id, each]) => [id, change(each)]))
}
