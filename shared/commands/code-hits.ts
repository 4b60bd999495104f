import type { Gesture } from '../change/change.ts'
import type { CodeId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import { codingEdits, type Passages } from './apply-code.ts'
import type { Making } from './making.ts'

/** Tags passages of several sources with one code, as one change; passages this coder tagged so are left alone.
    Null when nothing remains to be done. */
export function codeHits(
  project: Project,
  places: readonly Passages[],
  code: CodeId,
  making: Making,
): Gesture | null {
  const edits = places.flatMap((passages) => codingEdits(project, passages, [code], making))
  if (edits.length === 0) return null
  const what = edits.length === 1 ? 'passage' : `${edits.length} passages`
  return { label: `Code ${what} found with ${entity(project, 'code', code).name}`, edits }
}
