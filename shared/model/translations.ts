import { paragraphStarts } from '../text/paragraphs.ts'
import { firstIndex, type Span } from '../text/positions.ts'
import type { Source } from './entities.ts'
import type { SourceId } from './ids.ts'
import { inOrder, type Project, turnsOf } from './project.ts'
import type { Translation } from './source-entities.ts'

/** Where a stretch begins in the source's text, and where its words stand in the translated text. */
export interface Stretch extends Span {
  readonly at: number
}

/** The stretches of a translation in order. */
export function stretchesIn({ stretches }: Pick<Translation, 'stretches'>): readonly Stretch[] {
  const found: Stretch[] = []
  for (let i = 0; i + 2 < stretches.length; i += 3) {
    const [at = 0, start = 0, end = 0] = stretches.slice(i, i + 3)
    found.push({ at, start, end })
  }
  return found
}

/** Stretches as a translation keeps them. */
export function flatStretches(stretches: readonly Stretch[]): readonly number[] {
  return stretches.flatMap(({ at, start, end }) => [at, start, end])
}

/** A source's translations that are aligned with the text read now, in the team's order. */
export function translationsOf(project: Project, source: Source): readonly Translation[] {
  return allTranslationsOf(project, source.id).filter((each) => each.of === source.content)
}

/** All translations of a source, also those of a text read no longer. */
export function allTranslationsOf(project: Project, source: SourceId): readonly Translation[] {
  if (project.tables.translation.size === 0) return []
  return inOrder(project.tables.translation).filter((each) => each.source === source)
}

/** What a translation of a source is aligned with, in order: the turns that have words, labels left out; where there
    are no turns, the paragraphs. `text` is the source's text as read now. */
export function unitsOf(project: Project, source: SourceId, text: string): readonly Span[] {
  const turns = turnsOf(project, source)
  if (turns.length > 0) return turns.filter((turn) => turn.start < turn.end)
  return paragraphsIn(text)
}

/** Paragraphs of a text as stretches, ends at the end of their line. */
export function paragraphsIn(text: string): readonly Span[] {
  return paragraphStarts(text).map((start) => {
    const stop = text.indexOf('\n', start)
    return { start, end: stop < 0 ? text.length : stop }
  })
}

/** Index of the unit that a position is in or follows; 0 before the first. */
export function unitAt(units: readonly Span[], position: number): number {
  return Math.max(0, firstIndex(units, (unit) => unit.start > position) - 1)
}

/** Whose translation into what, as it is always shown: "English, translated by R. Okafor". */
export function translationLabel({
  language,
  translator,
}: Pick<Translation, 'language' | 'translator'>): string {
  const into = language.trim() === '' ? 'Translation' : language.trim()
  return translator.trim() === ''
    ? `${into}, translator not named`
    : `${into}, translated by ${translator.trim()}`
}
