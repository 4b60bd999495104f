import type { Translation } from '../../../shared/model/source-entities.ts'
import { stretchesIn, translationLabel, unitAt } from '../../../shared/model/translations.ts'
import { languageTag } from '../../../shared/text/language-tag.ts'
import type { Span } from '../../../shared/text/positions.ts'

/** Where a translation is read: nowhere, below each turn, or in a column beside it. */
export type TranslationPlace = 'off' | 'under' | 'beside'

/** The translated words of one turn (or paragraph) of the transcript. */
export interface ShownStretch extends Span {
  readonly words: string
}

/** A translation as the transcript shows it; its stretches in the order of the text, one for each turn at most. */
export interface ShownTranslation {
  readonly place: Exclude<TranslationPlace, 'off'>
  /** "English, translated by R. Okafor". */
  readonly label: string
  readonly tag: string | undefined
  readonly stretches: readonly ShownStretch[]
}

/** Lays a translation beside the turns it belongs to; stretches of one turn, as after joining two, are shown together.
    `text` is the translated text. */
export function shownTranslation(
  translation: Translation,
  text: string,
  units: readonly Span[],
  place: ShownTranslation['place'],
): ShownTranslation {
  const shown: ShownStretch[] = []
  let last = -1
  for (const { at, start, end } of stretchesIn(translation)) {
    const index = unitAt(units, at)
    const unit = units[index]
    const words = text.slice(start, end).trim()
    if (!unit || words === '') continue
    const before = index === last ? shown.pop() : undefined
    shown.push({ start: unit.start, end: unit.end, words: before ? `${before.words}\n${words}` : words })
    last = index
  }
  return {
    place,
    label: translationLabel(translation),
    tag: languageTag(translation.language),
    stretches: shown,
  }
}
