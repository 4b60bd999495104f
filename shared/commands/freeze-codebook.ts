import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { CodebookVersion } from '../model/entities.ts'
import { inOrder, type Project } from '../model/project.ts'
import type { Making } from './making.ts'

/** Keeps the codebook as it stands now under a name, so that rounds can say what was coded with. */
export function freezeCodebook(
  project: Project,
  { name, note = '' }: { readonly name: string; readonly note?: string },
  making: Making,
): { readonly gesture: Gesture; readonly version: CodebookVersion } {
  const version: CodebookVersion = {
    id: making.newId<'codebookVersion'>(),
    name: name.trim(),
    codes: inOrder(project.tables.code),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    by: making.by,
    at: making.at,
  }
  const edits = [create('codebookVersion', version)]
  return { gesture: { label: `Freeze the codebook as ${version.name}`, edits }, version }
}
