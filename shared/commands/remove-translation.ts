import type { Gesture } from '../change/change.ts'
import { remove } from '../change/edit.ts'
import type { TranslationId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import { translationLabel } from '../model/translations.ts'

/** Takes a translation away; the source and its codings are not touched. */
export function removeTranslation(project: Project, id: TranslationId): Gesture {
  const translation = entity(project, 'translation', id)
  const { name } = entity(project, 'source', translation.source)
  return {
    label: `Remove a translation of ${name}: ${translationLabel(translation)}`,
    edits: [remove('translation', translation)],
  }
}
