import type { Archive } from '../../model/archive.ts'
import { inquiryOf, type Project } from '../../model/project.ts'
import { replay } from '../replay.ts'

/** The state that a packet was handed out in: the base of merging it where the copies' logs lead to none, so that what
    it was made without is not taken for deleted. Null where neither copy is a packet, or both are: then each was made
    without something that the other has. */
export function packetOpening({
  mine,
  theirs,
}: {
  readonly mine: Archive
  readonly theirs: Archive
}): Project | null {
  if (isPacket(mine.project) === isPacket(theirs.project)) return null
  const { changes } = isPacket(theirs.project) ? theirs : mine
  return changes.length > 0 ? replay(changes.slice(0, 1)) : null
}

/** Another copy as it comes in: that it is a packet stays with it, unless mine is one too. */
export function comingHome(theirs: Project, mine: Project): Project {
  if (!isPacket(theirs) || isPacket(mine)) return theirs
  const { packet: _, ...inquiry } = inquiryOf(theirs)
  return { ...theirs, tables: { ...theirs.tables, inquiry: new Map([[inquiry.id, inquiry]]) } }
}

function isPacket({ tables }: Project): boolean {
  return [...tables.inquiry.values()].some(({ packet }) => packet !== undefined)
}
