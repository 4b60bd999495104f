import { inquiryOf, type Project } from '../../model/project.ts'
import type { Moment } from '../../model/units.ts'
import type { Edit } from '../change.ts'
import { update } from '../edit.ts'

/** Edits of the merged project that say when what was handed out came back; none where theirs is no packet, or was
    handed out before what is out now. */
export function cameBack(merged: Project, theirs: Project, at: Moment): readonly Edit[] {
  const { packet } = inquiryOf(theirs)
  if (!packet || inquiryOf(merged).packet) return []
  return [...merged.tables.assignment.values()]
    .filter(
      ({ coder, source, handedOutAt, cameBackAt }) =>
        coder === packet.coder &&
        theirs.tables.source.has(source) &&
        handedOutAt !== undefined &&
        handedOutAt <= packet.at &&
        cameBackAt === undefined,
    )
    .map((each) => update('assignment', each, { cameBackAt: at }))
}
