import type { Project } from '../../model/project.ts'
import type { Adjudication } from '../../model/team-entities.ts'
import type { CoderDisagreement } from './disagreements.ts'

/** Finds what was decided about a place; undefined where nothing was. */
export type Decided = (
  place: Pick<CoderDisagreement, 'source' | 'code' | 'start' | 'end'>,
) => Adjudication | undefined

/** Reads a project's decisions. A place is decided by the decision about the same code, on the text read now, that
    covers more than half of it: units shift a little when turns are joined or words corrected. Of several the one made
    last counts, in whichever round. */
export function decidedPlaces(project: Project): Decided {
  const known = new Map<string, Adjudication[]>()
  for (const each of project.tables.adjudication.values()) {
    if (project.tables.source.get(each.source)?.content !== each.content) continue
    const key = `${each.source} ${each.code}`
    const list = known.get(key)
    if (list) list.push(each)
    else known.set(key, [each])
  }
  for (const list of known.values()) list.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return ({ source, code, start, end }) =>
    known.get(`${source} ${code}`)?.find((each) => {
      const shared = Math.min(end, each.end) - Math.max(start, each.start)
      return shared * 2 > end - start
    })
}
