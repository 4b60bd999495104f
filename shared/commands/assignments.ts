import type { Gesture } from '../change/change.ts'
import { create, remove, update } from '../change/edit.ts'
import type { CoderId, SourceId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import type { Assignment } from '../model/team-entities.ts'
import type { Moment } from '../model/units.ts'
import type { Making } from './making.ts'

/** Who is to code a source. */
export interface Share {
  readonly source: SourceId
  readonly coders: readonly CoderId[]
}

/** Gives sources to coders, each source to each of its coders. Who has a source already keeps it. Null when nothing
    is new. */
export function assignSources(project: Project, shares: readonly Share[], making: Making): Gesture | null {
  const has = new Set([...project.tables.assignment.values()].filter(isOverall).map(placeOf))
  const made: Assignment[] = []
  for (const { source, coders } of shares)
    for (const coder of coders) {
      const place = placeOf({ source, coder })
      if (has.has(place)) continue
      has.add(place)
      made.push({
        id: making.newId<'assignment'>(),
        source: entity(project, 'source', source).id,
        coder: entity(project, 'coder', coder).id,
        by: making.by,
        at: making.at,
      })
    }
  if (made.length === 0) return null
  return {
    label: `Assign ${sourcesNamed(project, made)} to ${codersNamed(project, made)}`,
    edits: made.map((each) => create('assignment', each)),
  }
}

/** Takes sources from coders; what they coded stays. Null when nobody had any of them. */
export function takeSourcesAway(
  project: Project,
  sources: readonly SourceId[],
  coders: readonly CoderId[],
): Gesture | null {
  const gone = having(project, sources, coders)
  if (gone.length === 0) return null
  return {
    label: `Take ${sourcesNamed(project, gone)} from ${codersNamed(project, gone)}`,
    edits: gone.map((each) => remove('assignment', each)),
  }
}

/** Says that a coder is done with sources they have (`at`: since when), or not yet done (null). Null when that is said
    already or they have none of them. */
export function markDone(
  project: Project,
  sources: readonly SourceId[],
  coder: CoderId,
  at: Moment | null,
): Gesture | null {
  const told = having(project, sources, [coder]).filter(
    (each) => (each.doneAt === undefined) === (at !== null),
  )
  if (told.length === 0) return null
  const { name } = entity(project, 'coder', coder)
  return {
    label: `${name} is ${at === null ? 'not yet done' : 'done'} with ${sourcesNamed(project, told)}`,
    edits: told.map((each) => update('assignment', each, { doneAt: at ?? undefined })),
  }
}

/** Somebody's assignments of sources, for the whole coding and for rounds. */
function having(project: Project, sources: readonly SourceId[], coders: readonly CoderId[]): Assignment[] {
  const [here, who] = [new Set<string>(sources), new Set<string>(coders)]
  return [...project.tables.assignment.values()].filter(
    (each) => here.has(each.source) && who.has(each.coder),
  )
}

function isOverall({ round }: Assignment): boolean {
  return round === undefined
}

function placeOf({ source, coder }: Pick<Assignment, 'source' | 'coder'>): string {
  return `${source} ${coder}`
}

function sourcesNamed(project: Project, assignments: readonly Assignment[]): string {
  const [first, ...more] = [...new Set(assignments.map(({ source }) => source))]
  return first && more.length === 0 ? entity(project, 'source', first).name : `${more.length + 1} sources`
}

function codersNamed(project: Project, assignments: readonly Assignment[]): string {
  const names = [...new Set(assignments.map(({ coder }) => coder))].map(
    (id) => entity(project, 'coder', id).name,
  )
  if (names.length > 3) return `${names.length} coders`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
