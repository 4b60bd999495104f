import type { Edit, Gesture } from '../change/change.ts'
import { create, update } from '../change/edit.ts'
import type { CoderId, RoundId, SourceId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import type { AgreementRound, Assignment } from '../model/team-entities.ts'
import type { Making } from './making.ts'

/** Records that a coder got a copy with these sources, for a round or for the coding as a whole: what was not yet
    assigned to them is from now on, and what had come back is out again. */
export function handOut(
  project: Project,
  wish: { readonly coder: CoderId; readonly sources: readonly SourceId[]; readonly round?: RoundId },
  making: Making,
): Gesture {
  const { coder, round } = wish
  const sources = [...new Set(wish.sources)].map((id) => entity(project, 'source', id))
  const has = [...project.tables.assignment.values()].filter(
    (each) => each.coder === coder && (round === undefined || each.round === round),
  )
  const edits = sources.flatMap(({ id }): Edit[] => {
    const known = has.filter(({ source }) => source === id)
    return known.length > 0
      ? known.map((each) => update('assignment', each, { handedOutAt: making.at, cameBackAt: undefined }))
      : [create('assignment', assigned({ ...wish, source: id }, making))]
  })
  const [only, ...more] = sources
  const what = only && more.length === 0 ? only.name : `${sources.length} sources`
  const why = round ? ` for ${entity(project, 'round', round).name}` : ''
  return { label: `Hand out ${what} to ${entity(project, 'coder', coder).name}${why}`, edits }
}

/** The sources of a round's sample that are still there, in the order of the project, for one of its coders; none for
    anybody else. */
export function sampleOf(
  project: Project,
  { coders, sources }: AgreementRound,
  coder: CoderId,
): readonly SourceId[] {
  if (!coders.includes(coder)) return []
  const wanted = sources && new Set<string>(sources)
  return [...project.tables.source.values()]
    .filter(({ id }) => wanted?.has(id) ?? true)
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => id)
}

function assigned(
  { source, coder, round }: { readonly source: SourceId; readonly coder: CoderId; readonly round?: RoundId },
  { newId, at, by }: Making,
): Assignment {
  return {
    id: newId<'assignment'>(),
    source,
    coder,
    ...(round ? { round } : {}),
    handedOutAt: at,
    by,
    at,
  }
}
