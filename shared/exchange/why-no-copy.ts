import { inquiryOf, type Project } from '../model/project.ts'
import type { ProjectReading } from './project-file.ts'

/** Why what a file holds cannot be merged into a project as a copy of it, in one sentence; null when it can. A copy that
    another program wrote again is known by its sources. */
export function whyNoCopy(
  mine: Project,
  { archive, receipt }: Extract<ProjectReading, { ok: true }>,
): string | null {
  const theirs = archive.project
  if (inquiryOf(theirs).id === inquiryOf(mine).id) return null
  if (!receipt)
    return `It is a copy of another project, “${inquiryOf(theirs).name}”: only copies of this project can be merged into it.`
  const known = [...theirs.tables.source.keys()].some((id) => mine.tables.source.has(id))
  if (known) return null
  const origin = receipt.origin.trim() || 'another tool'
  return `It was made by ${origin} and is no copy of this project. Open it at the start with “Open a file…”.`
}
