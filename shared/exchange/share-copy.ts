import type { Archive } from '../model/archive.ts'
import type { CoderId, ContentHash } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Moment } from '../model/units.ts'
import { whoWithdrew } from '../model/who-withdrew.ts'
import { coverNames } from '../report/cover-names.ts'
import { copyWithoutHistory, textsOf } from './copy-without-history.ts'
import { withoutThoseWhoWithdrew } from './packet-project.ts'
import { withNamesCovered, withoutNames } from './without-names.ts'
import { withoutWithdrawn } from './without-withdrawn.ts'

/** What a shared copy can hold beside the project as it stands. */
export const shareParts = ['originals', 'history', 'earlier texts', 'names'] as const
export type SharePart = (typeof shareParts)[number]

/** How a copy is shared. */
export interface ShareWishes {
  readonly with: ReadonlySet<SharePart>
  readonly at: Moment
  /** Who makes it; a coder of the project. */
  readonly by: CoderId
}

/** A copy to hand to somebody. Unless they are asked for it leaves out the files that sources came from, the history,
    texts as they were before corrections, and names behind pseudonyms with notes on consent. Those who withdrew never
    come along: neither their words nor their names, nor the files and recordings they are in. With the history it is
    the project as it is; without, it merges with the original as any copy does. Throws where `whyNotShared` objects. */
export function shareCopy(archive: Archive, wishes: ShareWishes): Archive {
  const refused = whyNotShared(archive, wishes.with)
  if (refused !== null) throw new Error(refused)
  if (wishes.with.has('history')) return withHistory(archive, wishes.with)
  const told = withoutWhoWithdrew(archive)
  const { project } = told
  const shared = {
    ...archive,
    project: wishes.with.has('names')
      ? withNamesCovered(project, coverNames(onlyWithdrawn(archive.project)))
      : withoutNames(project, coverNames(archive.project)),
    contents: wishes.with.has('earlier texts') ? withEarlierTexts(archive, told) : told.contents,
  }
  return copyWithoutHistory(shared, {
    at: wishes.at,
    by: wishes.by,
    label: 'Begin a shared copy',
    originals: wishes.with.has('originals'),
    earlierTexts: wishes.with.has('earlier texts'),
  })
}

/** The project as every copy begins: those who withdrew are not in it, and neither are their words. */
export function withoutWhoWithdrew(archive: Archive): Pick<Archive, 'project' | 'contents'> {
  const { project, contents } = withoutWithdrawn(archive).archive
  return { project: withoutThoseWhoWithdrew(project, touchedBy(archive.project)), contents }
}

/** Why a copy with these parts cannot be shared, in one sentence; null where it can. The history cannot be parted from
    what stood in it. */
export function whyNotShared(
  { project }: Pick<Archive, 'project'>,
  parts: ReadonlySet<SharePart>,
): string | null {
  if (!parts.has('history')) return null
  if (holdsWithdrawn(project))
    return 'The history holds the words of those who withdrew, so the copy can only be shared without it.'
  if (holdsNames(project) && !parts.has('names'))
    return 'The history holds the names behind pseudonyms: share them too, or leave the history out.'
  return null
}

/** Whether somebody took their words back, for all audiences. */
export function holdsWithdrawn(project: Project): boolean {
  const { participant } = project.tables
  return (
    touchedBy(project).size > 0 || [...participant.values()].some(({ consent }) => consent === 'withdrawn')
  )
}

/** Whether there are names behind pseudonyms, or notes on consent, which may name people. */
export function holdsNames({ tables }: Project): boolean {
  return [...tables.participant.values()].some(({ name, consentNote }) => name ?? consentNote)
}

function touchedBy(project: Project): ReadonlySet<string> {
  const sources = [...project.tables.source.values()]
  return new Set(sources.filter((source) => whoWithdrew(project, source)).map(({ id }) => id))
}

/** The same people without those who stay, so that only the names of those who withdrew are covered. */
function onlyWithdrawn(project: Project): Project {
  const participant = new Map(
    [...project.tables.participant].filter(([, { consent }]) => consent === 'withdrawn'),
  )
  return { ...project, tables: { ...project.tables, participant } }
}

/** With its history a copy has all texts; the files only where they are asked for. */
function withHistory(archive: Archive, parts: ReadonlySet<SharePart>): Archive {
  return parts.has('originals') ? archive : { ...archive, originals: new Map() }
}

/** The texts of a copy that has those from before corrections too, but for sources in which somebody withdrew: nobody
    knows whose words stand where in those. */
export function withEarlierTexts(archive: Archive, told = withoutWhoWithdrew(archive)): Archive['contents'] {
  const { project, contents } = told
  const touched = touchedBy(archive.project)
  const hidden = new Set<unknown>()
  const open = new Set<unknown>()
  for (const { edits } of archive.changes)
    for (const { kind, id, before, after } of edits) {
      if (kind !== 'source') continue
      const into = touched.has(id) ? hidden : open
      for (const fields of [before, after]) into.add(fields?.content).add(fields?.firstContent)
    }
  const standing = textsOf(project)
  const stays = ([hash]: readonly [ContentHash, unknown]) =>
    standing.has(hash) || (open.has(hash) && !hidden.has(hash))
  return new Map([...contents].filter(stays))
}
