import type { Stretch } from '../model/translations.ts'
import type { Span } from './positions.ts'

/** A translated text, and where its stretches belong: what a translation is made of. */
export interface TranslatedText {
  readonly text: string
  readonly stretches: readonly Stretch[]
}

/** The text of a translation from its pieces in order, each with where in the source's text it belongs. Pieces of one
    place are one stretch, on lines of their own; pieces without words are left out. */
export function buildTranslation(
  pieces: readonly { readonly at: number; readonly text: string }[],
): TranslatedText {
  const parts: string[] = []
  const stretches: Stretch[] = []
  let length = 0
  for (const { at, text } of pieces) {
    const words = text.trim()
    if (words === '') continue
    const last = stretches.at(-1)
    const start = length
    parts.push(words)
    length += words.length + 1
    if (last?.at === at) stretches[stretches.length - 1] = { ...last, end: length - 1 }
    else stretches.push({ at, start, end: length - 1 })
  }
  return { text: parts.join('\n'), stretches }
}

/** The translation that turns of another text are, once it is known which unit of the source each belongs to. */
export function pairedTranslation(
  units: readonly Span[],
  incoming: { readonly text: string; readonly turns: readonly Span[]; readonly to: readonly number[] },
): TranslatedText {
  return buildTranslation(
    incoming.turns.map(({ start, end }, i) => ({
      at: units[incoming.to[i] ?? 0]?.start ?? 0,
      text: incoming.text.slice(start, end),
    })),
  )
}
