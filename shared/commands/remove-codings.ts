import type { Gesture } from '../change/change.ts'
import { remove } from '../change/edit.ts'
import type { CodingId, SourceId } from '../model/ids.ts'
import { codingsOf, type Project } from '../model/project.ts'
import { forgetChoicesOf } from './choose-quote.ts'
import { decisionsWithout } from './follow-decisions.ts'

/** Takes codings off their passages. Null when none of them is there. */
export function removeCodings(project: Project, source: SourceId, ids: readonly CodingId[]): Gesture | null {
  const gone = new Set<string>(ids)
  const codings = codingsOf(project, source).filter((coding) => gone.has(coding.id))
  const [first] = codings
  if (!first) return null
  const name = project.tables.code.get(first.code)?.name ?? 'code'
  return {
    label: codings.length === 1 ? `Remove ${name} from passage` : `Remove ${codings.length} codings`,
    edits: [
      ...forgetChoicesOf(project, codings),
      ...decisionsWithout(project, codings),
      ...codings.map((coding) => remove('coding', coding)),
    ],
  }
}
