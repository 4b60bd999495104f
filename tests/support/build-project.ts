import type { Code, Coder, Coding, Participant, Question, Source } from '../../shared/model/entities.ts'
import type { ContentHash } from '../../shared/model/ids.ts'
import { emptyProject, type Project, type Texts } from '../../shared/model/project.ts'
import type { Report } from '../../shared/model/report-entities.ts'
import { addCodes, addCoding, addReports, addRestrictions } from './draft-codings.ts'
import { addParticipants, addQuestions, addTeam } from './draft-people.ts'
import { addSource } from './draft-sources.ts'
import { type Draft, find, named, person, startDraft } from './project-draft.ts'
import type { ProjectSpec } from './project-spec.ts'

export { countedId, standInHash } from './counted-ids.ts'
export type { CodeSpec, CodingSpec, ProjectSpec } from './project-spec.ts'

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
