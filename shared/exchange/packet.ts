import type { Making } from '../commands/making.ts'
import type { Archive } from '../model/archive.ts'
import type { CoderId, SourceId } from '../model/ids.ts'
import { entity, inquiryOf, type Project } from '../model/project.ts'
import { whoWithdrew } from '../model/who-withdrew.ts'
import { coverNames } from '../report/cover-names.ts'
import { copyWithoutHistory } from './copy-without-history.ts'
import { type PacketWish, packetProject, withoutThoseWhoWithdrew } from './packet-project.ts'
import { withNamesCovered } from './without-names.ts'
import { withoutWithdrawn } from './without-withdrawn.ts'

/** A copy made for one coder: the chosen sources with who speaks in them, the codebook, the guide, and what this coder
    did before. Nobody else's codings, memos and proposals, no findings, rounds or decisions, no history; no names
    behind pseudonyms and no notes on consent; of those who withdrew, neither words nor names. It comes back by merging:
    what it was made without is then left out, not deleted. The same archive, wish and time give the same packet. */
export function makePacket(archive: Archive, wish: PacketWish, { at }: Pick<Making, 'at'>): Archive {
  const project = packetProject(archive.project, wish, at)
  const { archive: told } = withoutWithdrawn({ ...archive, project })
  const touched = new Set<string>(
    [...project.tables.source.values()].filter((each) => whoWithdrew(project, each)).map(({ id }) => id),
  )
  const { name } = entity(project, 'coder', wish.coder)
  return copyWithoutHistory(
    {
      ...told,
      project: withNamesCovered(withoutThoseWhoWithdrew(told.project, touched), coverNames(archive.project)),
      originals: new Map([...archive.originals].filter(([hash]) => isOf(told.project, touched, hash))),
      changes: archive.changes,
    },
    {
      at,
      by: wish.coder,
      label: `Begin the packet for ${name}`,
      ...(wish.originals ? { originals: true } : {}),
    },
  )
}

/** Sources that somebody has still to code, in the order of the project. */
export function sourcesToHandOut(project: Project, coder: CoderId): readonly SourceId[] {
  const theirs = new Set(
    [...project.tables.assignment.values()]
      .filter((each) => each.coder === coder && each.doneAt === undefined)
      .map(({ source }) => source),
  )
  return [...project.tables.source.values()]
    .filter(({ id }) => theirs.has(id))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => id)
}

/** What a packet's file is called: "Slow water for BK". */
export function packetName(project: Project, coder: CoderId): string {
  return `${inquiryOf(project).name} for ${entity(project, 'coder', coder).initials}`
}

/** The file of a source in which somebody took their words back holds these words. */
function isOf(project: Project, touched: ReadonlySet<string>, hash: string): boolean {
  return [...project.tables.source.values()].some(
    ({ id, original }) => original?.hash === hash && !touched.has(id),
  )
}
