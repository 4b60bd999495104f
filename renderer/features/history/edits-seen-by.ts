import type { Edit } from '../../../shared/change/change.ts'
import type { CoderId } from '../../../shared/model/ids.ts'
import { codingsOf, type Project } from '../../../shared/model/project.ts'

/** The edits that whoever codes blind is told of: not those of what others coded or wrote. `project` is the project as
    they see it. */
export function editsSeenBy(edits: readonly Edit[], project: Project, coder: CoderId): readonly Edit[] {
  const isOwn = (edit: Edit) => {
    const { coder: by, layer } = { ...edit.before, ...edit.after }
    if (by !== undefined) return by === coder && layer !== 'agreed'
    return edit.source !== undefined && codingsOf(project, edit.source).some(({ id }) => id === edit.id)
  }
  return edits.filter((edit) => {
    if (edit.kind === 'coding') return isOwn(edit)
    const by = edit.kind === 'memo' ? (edit.before?.by ?? edit.after?.by) : undefined
    return edit.kind !== 'memo' || (by === undefined ? project.tables.memo.has(edit.id) : by === coder)
  })
}
