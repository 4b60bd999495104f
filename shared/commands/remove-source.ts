import type { Edit, Gesture } from '../change/change.ts'
import { remove } from '../change/edit.ts'
import type { Memo } from '../model/entities.ts'
import type { SourceId } from '../model/ids.ts'
import { codingsOf, entity, type Project, turnsOf } from '../model/project.ts'
import { proposalsWithoutSources } from './proposals-after.ts'

/** What leaves the project together with some sources, to be said before it happens. */
export interface GoesWithSources {
  readonly sources: number
  readonly turns: number
  readonly codings: number
  /** Memos about the sources or passages of them. */
  readonly memos: number
  readonly restrictions: number
  /** Decisions of reports about which quotes to show. */
  readonly quoteChoices: number
  readonly translations: number
  /** Pseudonyms of participants who are in no other source; they stay in the project. */
  readonly leftWithout: readonly string[]
}

/** Counts what goes with sources. */
export function goesWithSources(project: Project, ids: readonly SourceId[]): GoesWithSources {
  const gone = new Set<string>(ids)
  const bound = boundTo(project, gone)
  return {
    sources: gone.size,
    turns: ids.reduce((sum, id) => sum + turnsOf(project, id).length, 0),
    codings: ids.reduce((sum, id) => sum + codingsOf(project, id).length, 0),
    memos: bound.memos.length,
    restrictions: bound.restrictions.length,
    quoteChoices: bound.quoteChoices.length,
    translations: bound.translations.length,
    leftWithout: leftWithout(project, gone),
  }
}

/** Takes sources out of the project with everything that stands on their texts, as one undoable change.
    Participants stay. Null when there is nothing to remove. */
export function removeSources(project: Project, ids: readonly SourceId[]): Gesture | null {
  const sources = [...new Set(ids)].map((id) => entity(project, 'source', id))
  const [first] = sources
  if (!first) return null
  const bound = boundTo(project, new Set<string>(ids))
  const edits: Edit[] = [
    ...bound.adjudications.map((each) => remove('adjudication', each)),
    ...bound.assignments.map((each) => remove('assignment', each)),
    ...proposalsWithoutSources(project, new Set<string>(ids)),
    ...bound.quoteChoices.map((each) => remove('quoteChoice', each)),
    ...bound.translations.map((each) => remove('translation', each)),
    ...bound.restrictions.map((each) => remove('restriction', each)),
    ...bound.memos.map((each) => remove('memo', each)),
    ...sources.flatMap(({ id }) => codingsOf(project, id).map((coding) => remove('coding', coding))),
    ...sources.flatMap(({ id }) => turnsOf(project, id).map((turn) => remove('turn', turn))),
    ...bound.speakers.map((each) => remove('speaker', each)),
    ...sources.map((source) => remove('source', source)),
  ]
  return { label: sources.length === 1 ? `Delete ${first.name}` : `Delete ${sources.length} sources`, edits }
}

function boundTo(project: Project, gone: ReadonlySet<string>) {
  const { memo, restriction, quoteChoice, speaker, translation, assignment, adjudication } = project.tables
  return {
    adjudications: [...adjudication.values()].filter((each) => gone.has(each.source)),
    assignments: [...assignment.values()].filter((each) => gone.has(each.source)),
    memos: [...memo.values()].filter((each) => isAbout(each, gone)),
    restrictions: [...restriction.values()].filter((each) => gone.has(each.source)),
    quoteChoices: [...quoteChoice.values()].filter((each) => gone.has(each.source)),
    translations: [...translation.values()].filter((each) => gone.has(each.source)),
    speakers: [...speaker.values()].filter((each) => gone.has(each.source)),
  }
}

function isAbout(memo: Memo, gone: ReadonlySet<string>): boolean {
  return (memo.about.kind === 'source' || memo.about.kind === 'passage') && gone.has(memo.about.source)
}

function leftWithout(project: Project, gone: ReadonlySet<string>): string[] {
  const here = new Set<string>()
  const elsewhere = new Set<string>()
  for (const { source, participant } of project.tables.speaker.values()) {
    if (participant) (gone.has(source) ? here : elsewhere).add(participant)
  }
  for (const { id, participants = [] } of project.tables.source.values()) {
    for (const participant of participants) (gone.has(id) ? here : elsewhere).add(participant)
  }
  const people = [...here].filter((id) => !elsewhere.has(id))
  return people.flatMap((id) => project.tables.participant.get(id)?.pseudonym ?? []).sort()
}
