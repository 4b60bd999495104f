import { firstIndex } from '../text/positions.ts'
import type { Place } from './origin.ts'
import type { DraftTranslation, SourceDraft } from './source-draft.ts'
import type { TableColumns } from './table-columns.ts'
import { namedApart, translatedInto } from './translation-names.ts'

/** A table's rows below its headings, and where in the file the words of each stand. */
export interface TranslatedRows {
  readonly body: readonly (readonly string[])[]
  readonly headings: readonly string[]
  readonly columns: TableColumns
  readonly places: readonly Place[]
}

/** What the columns of translations say, at the turns that their rows became. */
export function tableTranslations(
  draft: Pick<SourceDraft, 'turns' | 'origins'>,
  { body, headings, columns, places }: TranslatedRows,
): readonly DraftTranslation[] {
  const rows = new Map(places.map((place, row) => [place, row]))
  const starts = draft.turns.map((turn) => turn.start)
  const found = columns.translations.flatMap((column): readonly DraftTranslation[] => {
    const stretches = new Map<number, string>()
    for (const { start, place } of draft.origins ?? []) {
      const cell = (body[rows.get(place) ?? -1]?.[column] ?? '').toWellFormed().replace(/\s+/g, ' ').trim()
      const at = starts[firstIndex(starts, (each) => each > start) - 1]
      if (cell === '' || at === undefined) continue
      const before = stretches.get(at)
      stretches.set(at, before === undefined ? cell : `${before} ${cell}`)
    }
    const name = translatedInto(headings[column] ?? '')
    return stretches.size > 0 ? [{ name, stretches: [...stretches].map(([at, text]) => ({ at, text })) }] : []
  })
  return namedApart(found)
}
