import type { Coder } from './entities.ts'
import type { CoderId } from './ids.ts'
import { inquiryOf, type Project } from './project.ts'

/** Who decides about codes, where that is one person; null where everybody changes the codebook. */
export function codebookLead(project: Project): Coder | null {
  const { lead } = inquiryOf(project)
  return lead === undefined ? null : (project.tables.coder.get(lead) ?? null)
}

/** True for whoever changes the codebook themselves; the others propose. */
export function decidesAboutCodes(project: Project, coder: CoderId): boolean {
  const lead = codebookLead(project)
  return lead === null || lead.id === coder
}
