import type { Edit } from '../change/change.ts'
import { update } from '../change/edit.ts'
import type { CodeId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'

/** What becomes of proposals when codes go: those for a place below them name none, open ones to change them are
    proposals of new codes. */
export function proposalsWithoutCodes(project: Project, gone: ReadonlySet<string>): Edit[] {
  return proposalsElsewhere(project, (code) => (gone.has(code) ? undefined : code))
}

/** What becomes of proposals when a code is merged into another: they mean that one. */
export function proposalsAfterMerging(project: Project, from: CodeId, into: CodeId): Edit[] {
  return proposalsElsewhere(project, (code) => (code === from ? into : code))
}

/** What becomes of proposals when sources go: they name no passages in them. */
export function proposalsWithoutSources(project: Project, gone: ReadonlySet<string>): Edit[] {
  return [...project.tables.proposal.values()].flatMap((proposal) => {
    const passages = proposal.passages?.filter((passage) => !gone.has(passage.source))
    if (passages?.length === proposal.passages?.length) return []
    return [update('proposal', proposal, { passages: passages?.length ? passages : undefined })]
  })
}

function proposalsElsewhere(project: Project, place: (code: CodeId) => CodeId | undefined): Edit[] {
  return [...project.tables.proposal.values()].flatMap((proposal) => {
    const { code, parent, became } = proposal
    const edit = update('proposal', proposal, {
      parent: parent && place(parent),
      code: code && place(code),
      became: became && place(became),
    })
    return Object.keys(edit.after ?? {}).length > 0 ? [edit] : []
  })
}
