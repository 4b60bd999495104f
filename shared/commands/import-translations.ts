import type { Edit } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { SourceDraft } from '../importers/source-draft.ts'
import type { Content } from '../model/archive.ts'
import type { Source } from '../model/entities.ts'
import type { ContentHash } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { flatStretches } from '../model/translations.ts'
import { buildTranslation, type TranslatedText } from '../text/build-translation.ts'
import type { Making } from './making.ts'

/** The texts of the translations that a file itself carries, in their order, with their stretches. */
export function translatedTexts({ translations = [] }: SourceDraft): readonly TranslatedText[] {
  return translations.map(({ stretches }) => buildTranslation(stretches))
}

/** A draft, and the SHA-256 of the texts of its translations. */
interface DraftWithTranslations {
  readonly draft: SourceDraft
  readonly translated?: readonly ContentHash[]
}

/** Those texts as they are kept before the change that names them. */
export function translationContents({ draft, translated = [] }: DraftWithTranslations): readonly Content[] {
  return translatedTexts(draft).flatMap(({ text }, i) => {
    const hash = translated[i]
    return hash === undefined ? [] : [{ hash, text }]
  })
}

/** What brings them in beside their source. Who translated is not known from the file: where nobody was named in the
    preview, it stays unnamed. */
export function translationEdits(
  source: Source,
  { draft, translated = [] }: DraftWithTranslations,
  making: Making,
): readonly Edit[] {
  const keys = keysBetween(null, null, translated.length)
  return translatedTexts(draft).flatMap(({ stretches }, i) => {
    const [content, told] = [translated[i], draft.translations?.[i]]
    if (content === undefined || told === undefined || stretches.length === 0) return []
    const translation = {
      id: making.newId<'translation'>(),
      source: source.id,
      language: told.language?.trim() || told.name,
      translator: told.translator?.trim() ?? '',
      content,
      of: source.content,
      stretches: flatStretches(stretches),
      ...(source.original ? { original: source.original } : {}),
      order: keys[i] ?? 'V',
    }
    return [create('translation', translation)]
  })
}
