import type { Coding } from '../../../shared/model/entities.ts'
import type { Project } from '../../../shared/model/project.ts'

/** Whether two versions of a project have the same codings of coders' own, whatever was agreed on meanwhile: decisions
    change nothing that is compared. Looks only into sources whose codings are another list. */
export function sameOwnCodings(before: Project['codings'], after: Project['codings']): boolean {
  if (before === after) return true
  if (before.size !== after.size) return false
  for (const [source, list] of after) {
    const was = before.get(source)
    if (was !== list && !sameOwn(was ?? [], list)) return false
  }
  return true
}

function sameOwn(before: readonly Coding[], after: readonly Coding[]): boolean {
  const own = (each: Coding) => each.layer === 'own'
  const [was, now] = [before.filter(own), after.filter(own)]
  return was.length === now.length && was.every((each, i) => each === now[i])
}
