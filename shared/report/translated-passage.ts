import { turnsIn, whoSpeaks } from '../analysis/who-speaks.ts'
import { passageConsent } from '../model/consent.ts'
import type { Participant } from '../model/entities.ts'
import type { ContentHash, SourceId } from '../model/ids.ts'
import { type Project, type Texts, turnsOf } from '../model/project.ts'
import type { Translation } from '../model/source-entities.ts'
import { stretchesIn, translationsOf } from '../model/translations.ts'
import { overlaps, type Span, trimSpan } from '../text/positions.ts'

/** A passage as somebody translated it. */
export interface TranslatedPassage extends Pick<Translation, 'language' | 'translator'> {
  /** Whole stretches, on lines of their own; "…" at an end where they say more than the passage. */
  readonly text: string
  /** What of the source's text they may be a translation of: up to where the next stretch begins. */
  readonly of: readonly Span[]
}

/** What the first translation that has anything for a passage says there; null where none has. `spans` are the
    passage's own words. A stretch is a translation of its turn, so it never reaches into another turn. */
export function translatedPassage(
  project: Project,
  texts: Texts,
  place: { readonly source: SourceId; readonly content: ContentHash },
  spans: readonly Span[],
): TranslatedPassage | null {
  const source = project.tables.source.get(place.source)
  if (source?.content !== place.content) return null
  for (const translation of translationsOf(project, source)) {
    const found = readStretches(project, texts, translation, spans)
    if (found) return found
  }
  return null
}

/** True when what stands in a translation may be told word for word by everybody who speaks in what it is of: that can
    be more than the passage, and somebody else where turns were divided after it was aligned. */
export function mayTellTranslation(
  project: Project,
  place: { readonly source: SourceId; readonly content: ContentHash },
  { of }: TranslatedPassage,
  participants: readonly Participant[],
  audience?: string,
): boolean {
  return of.every((span) => {
    const passage = { source: place.source, content: place.content, ...span }
    const people = [...participants, ...whoSpeaks(project, passage).participants]
    return passageConsent(project, passage, people, audience) === 'quote'
  })
}

function readStretches(
  project: Project,
  texts: Texts,
  translation: Translation,
  spans: readonly Span[],
): TranslatedPassage | null {
  const [text, original] = [texts(translation.content), texts(translation.of)]
  const [first, last] = [spans[0], spans.at(-1)]
  if (text === undefined || original === undefined || !first || !last) return null
  const turns = turnsOf(project, translation.source)
  const all = stretchesIn(translation)
  const here = all.flatMap((stretch, i) => {
    const next = all[i + 1]?.at ?? original.length
    const turnEnd =
      turns.length > 0 ? turnsIn(turns, { start: stretch.at, end: stretch.at + 1 })[0]?.end : next
    const of = trimSpan(original, { start: stretch.at, end: Math.min(next, turnEnd ?? next) })
    const words = text.slice(stretch.start, stretch.end).trim()
    const widest = { start: stretch.at, end: next }
    return of && words !== '' && spans.some((span) => overlaps(span, of)) ? [{ words, of, widest }] : []
  })
  const [opening, closing] = [here[0], here.at(-1)]
  if (!opening || !closing) return null
  const before = opening.of.start < first.start ? '… ' : ''
  const after = closing.of.end > last.end ? ' …' : ''
  return {
    text: `${before}${here.map(({ words }) => words).join('\n')}${after}`,
    of: here.map(({ widest }) => widest),
    language: translation.language,
    translator: translation.translator,
  }
}
