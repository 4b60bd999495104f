import { inquiryOf, type Project } from '../../model/project.ts'

/** Whether two projects were ever one: the same inquiry, or any source or participant of one in the other. Codes say
    nothing: every project begun with a starter codebook has the same. What is no kin is no base of a merge, since all
    that it has and a copy lacks would look deleted. */
export function isKin(one: Project, other: Project): boolean {
  if (inquiryOf(one).id === inquiryOf(other).id) return true
  return (['source', 'participant'] as const).some((kind) =>
    [...one.tables[kind].keys()].some((id) => other.tables[kind].has(id)),
  )
}
