import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { ContentHash, SourceId } from '../model/ids.ts'
import { keyBetween } from '../model/order.ts'
import { entity, type Project } from '../model/project.ts'
import type { Original, Translation } from '../model/source-entities.ts'
import { allTranslationsOf, flatStretches, type Stretch, translationLabel } from '../model/translations.ts'
import type { Making } from './making.ts'

/** A second text on its way in, aligned with a source's text as it is read now. */
export interface TranslationToAdd {
  readonly source: SourceId
  readonly language: string
  /** Who translated it; empty where nobody is named, as in files that carry their own translation. */
  readonly translator: string
  readonly content: ContentHash
  readonly stretches: readonly Stretch[]
  readonly original?: Original
}

/** Puts a translation beside a source, after those it has. Its text, and the file it came from, must be kept before.
    Null when it has no stretch or no language is named. */
export function addTranslation(project: Project, wanted: TranslationToAdd, making: Making): Gesture | null {
  const { source, content, stretches, original } = wanted
  const [language, translator] = [wanted.language.trim(), wanted.translator.trim()]
  if (language === '' || stretches.length === 0) return null
  const { name, content: of } = entity(project, 'source', source)
  const last = allTranslationsOf(project, source).at(-1)?.order ?? null
  const translation: Translation = {
    id: making.newId<'translation'>(),
    source,
    language,
    translator,
    content,
    of,
    stretches: flatStretches(stretches),
    ...(original ? { original } : {}),
    order: keyBetween(last, null),
  }
  return {
    label: `Add a translation to ${name}: ${translationLabel(translation)}`,
    edits: [create('translation', translation)],
  }
}
