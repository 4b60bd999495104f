import type { Archive } from '../../model/archive.ts'
import { stretchesIn } from '../../model/translations.ts'
import { overlaps } from '../../text/positions.ts'
import type { Fields } from '../change.ts'
import { type Cut, erasedWords } from './cut-text.ts'
import { type State, stateKey } from './walk-log.ts'

/** What of translated texts says erased words: the stretches beside them, whole, as nobody can tell more closely. `cuts`
    are those of the texts they translate; the outcome those of the translated ones. */
export function translationCuts(
  { changes }: Archive,
  last: ReadonlyMap<string, State>,
  cuts: ReadonlyMap<string, readonly Cut[]>,
): ReadonlyMap<string, readonly Cut[]> {
  const found = new Map<string, Cut[]>()
  for (const fields of translationsEver(changes, last)) {
    const words = (cuts.get(String(fields.of)) ?? []).filter((cut) => cut.words)
    if (words.length === 0) continue
    const content = String(fields.content)
    const more = erasedStretches(fields, words)
    found.set(content, [...(found.get(content) ?? []), ...more])
  }
  return found
}

function* translationsEver(changes: Archive['changes'], last: ReadonlyMap<string, State>): Generator<Fields> {
  const now = new Map<string, Fields>()
  for (const { edits } of changes)
    for (const { kind, id, after } of edits) {
      if (kind !== 'translation' || !after || !last.has(stateKey(kind, id))) continue
      const fields = { ...now.get(id), ...after }
      now.set(id, fields)
      yield fields
    }
}

function erasedStretches(fields: Fields, words: readonly Cut[]): Cut[] {
  const stretches = stretchesIn({ stretches: Array.isArray(fields.stretches) ? fields.stretches : [] })
  return stretches.flatMap(({ at, start, end }, i) => {
    const beside = { start: at, end: stretches[i + 1]?.at ?? Number.POSITIVE_INFINITY }
    return words.some((cut) => overlaps(cut, beside)) ? [{ start, end, put: erasedWords, words: true }] : []
  })
}
