import type { Gesture } from '../change/change.ts'
import { remove } from '../change/edit.ts'
import type { Coding } from '../model/entities.ts'
import type { Project } from '../model/project.ts'
import { type CodingRemarks, changeCoding, stanceWords } from './change-coding.ts'
import { forgetChoicesOf } from './choose-quote.ts'
import { decisionsWithout } from './follow-decisions.ts'

/** Says the same about several codings, as one change; null when all of them say so already. */
export function markCodings(
  project: Project,
  codings: readonly Coding[],
  remarks: CodingRemarks,
): Gesture | null {
  const gestures = codings.flatMap(({ source, id }) => changeCoding(project, source, id, remarks) ?? [])
  const [first] = gestures
  if (!first) return null
  const label = gestures.length === 1 ? first.label : `${actOf(remarks)} ${gestures.length} passages`
  return { label, edits: gestures.flatMap((gesture) => gesture.edits) }
}

/** Takes codings of any sources away, as one change; null when there are none. */
export function removeExcerpts(project: Project, codings: readonly Coding[]): Gesture | null {
  const [first] = codings
  if (!first) return null
  const name = project.tables.code.get(first.code)?.name ?? 'code'
  const label = codings.length === 1 ? `Remove ${name} from passage` : `Remove ${codings.length} codings`
  return {
    label,
    edits: [
      ...forgetChoicesOf(project, codings),
      ...decisionsWithout(project, codings),
      ...codings.map((coding) => remove('coding', coding)),
    ],
  }
}

function actOf(remarks: CodingRemarks): string {
  if ('stance' in remarks)
    return remarks.stance ? `Mark as ${stanceWords[remarks.stance]}:` : 'Clear the stance of'
  if ('origin' in remarks) return remarks.origin ? `Mark as ${remarks.origin}:` : 'Clear the origin of'
  if ('star' in remarks) return remarks.star ? 'Star' : 'Unstar'
  if ('flag' in remarks) return remarks.flag ? 'Flag' : 'Unflag'
  return 'Note on'
}
