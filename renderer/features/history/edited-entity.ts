import type { Edit, Fields } from '../../../shared/change/change.ts'
import type { Project } from '../../../shared/model/project.ts'

/** The fields of an edited entity as it stands now; nothing when it is no longer there. */
export function editedEntity(project: Project, edit: Edit): Fields {
  if (edit.kind === 'turn' || edit.kind === 'coding') {
    const held = edit.source
      ? (edit.kind === 'turn' ? project.turns : project.codings).get(edit.source)
      : undefined
    return { ...held?.find((each) => each.id === edit.id) }
  }
  return { ...project.tables[edit.kind].get(edit.id) }
}
