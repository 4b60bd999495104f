import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { ContentHash, TranslationId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import { flatStretches, type Stretch, stretchesIn, translationLabel } from '../model/translations.ts'
import type { TranslatedText } from '../text/build-translation.ts'
import { normaliseText } from '../text/normalise-text.ts'

/** Says otherwise into which language, or by whom, a translation is; null when that stands already or the language
    would be empty. */
export function changeTranslation(
  project: Project,
  id: TranslationId,
  changes: { readonly language?: string; readonly translator?: string },
): Gesture | null {
  const now = entity(project, 'translation', id)
  const language = (changes.language ?? now.language).trim()
  const translator = (changes.translator ?? now.translator).trim()
  if (language === '') return null
  const edit = update('translation', now, { language, translator })
  const label = `Call a translation of ${sourceName(project, id)} “${translationLabel({ language, translator })}”`
  return isIdle(edit) ? null : { label, edits: [edit] }
}

/** A translation's text with other words for the stretch at a place of the source's text: a new text, in which every
    other stretch keeps its words. Without words the stretch goes; a place without a stretch gets one. Null when
    nothing changes. `text` is the translation's text as it stands. */
export function rewordedTranslation(
  translation: { readonly stretches: readonly number[] },
  text: string,
  at: number,
  words: string,
): TranslatedText | null {
  const wanted = normaliseText(words).text.trim()
  const stretches = stretchesIn(translation)
  const now = stretches.find((stretch) => stretch.at === at)
  if (wanted === (now ? text.slice(now.start, now.end).trim() : '')) return null
  if (now) return put(text, stretches, now, wanted)
  const before = stretches.findLast((stretch) => stretch.at < at)
  const place = before?.end ?? 0
  const from = { at, start: place, end: place }
  const made = stretches.toSpliced(before ? stretches.indexOf(before) + 1 : 0, 0, from)
  return put(text, made, from, before ? `\n${wanted}` : `${wanted}\n`)
}

/** Puts another text, with its stretches, in the place of a translation's; the text must be kept before. */
export function changeTranslationText(
  project: Project,
  id: TranslationId,
  content: ContentHash,
  stretches: readonly Stretch[],
): Gesture | null {
  const edit = update('translation', entity(project, 'translation', id), {
    content,
    stretches: flatStretches(stretches),
  })
  const label = `Correct the translation of ${sourceName(project, id)}`
  return isIdle(edit) ? null : { label, edits: [edit] }
}

function sourceName(project: Project, id: TranslationId): string {
  return entity(project, 'source', entity(project, 'translation', id).source).name
}

function put(text: string, stretches: readonly Stretch[], now: Stretch, wanted: string): TranslatedText {
  const lead = wanted.length - wanted.trimStart().length
  const longer = wanted.length - (now.end - now.start)
  const changed = stretches.flatMap((stretch): readonly Stretch[] => {
    if (stretch === now)
      return wanted === ''
        ? []
        : [{ ...now, start: now.start + lead, end: now.start + wanted.trimEnd().length }]
    return stretch.start >= now.end && stretch !== now && stretches.indexOf(stretch) > stretches.indexOf(now)
      ? [{ ...stretch, start: stretch.start + longer, end: stretch.end + longer }]
      : [stretch]
  })
  return { text: text.slice(0, now.start) + wanted + text.slice(now.end), stretches: changed }
}
