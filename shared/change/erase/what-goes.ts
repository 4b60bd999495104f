import { namedBy } from '../merge/references.ts'
import type { CutText } from './cut-text.ts'
import type { State } from './walk-log.ts'

/** What decides whether something goes. */
export interface Going {
  /** Ids that go in any case. */
  readonly ids: ReadonlySet<string>
  /** Ids of what stays as a place only: what is about it goes. */
  readonly places: ReadonlySet<string>
  readonly texts: ReadonlyMap<string, CutText>
  readonly lost: ReadonlySet<string>
}

/** Ids of everything that goes: what stands on erased words alone or on texts that go, what is about what goes, what
    hangs on it, and what reports decided about quotes of erased words. `last` is everything as it was last known. */
export function whatGoes(
  last: ReadonlyMap<string, State>,
  { ids, places, texts, lost }: Going,
): ReadonlySet<string> {
  const gone = new Set([...ids, ...places])
  for (const { kind, id, fields } of last.values()) {
    const place = placeOf(kind, fields)
    if (!place) continue
    if (lost.has(place.content) || texts.get(place.content)?.isErased(place) === true) gone.add(id)
  }
  const cut = codingsCut(last, texts)
  for (const { kind, id, fields } of last.values())
    if (kind === 'quoteChoice' && cut.has(String(fields.coding))) gone.add(id)
  for (let found = true; found; ) {
    found = false
    for (const { kind, id, fields } of last.values()) {
      if (
        gone.has(id) ||
        kind === 'inquiry' ||
        !namedBy(kind, fields).some((each) => each.hangs && gone.has(each.id))
      )
        continue
      gone.add(id)
      found = true
    }
  }
  for (const id of places) gone.delete(id)
  return gone
}

interface Place {
  readonly content: string
  readonly start: number
  readonly end: number
}

function placeOf(kind: string, fields: State['fields']): Place | null {
  if (kind === 'translation') return null
  const about: unknown = kind === 'memo' ? fields.about : fields
  if (typeof about !== 'object' || about === null) return null
  const { content, start, end }: Readonly<Record<string, unknown>> = { ...about }
  return typeof content === 'string' && typeof start === 'number' && typeof end === 'number'
    ? { content, start, end }
    : null
}

/** Codings that have erased words in them. */
function codingsCut(last: ReadonlyMap<string, State>, texts: Going['texts']): ReadonlySet<string> {
  const cut = new Set<string>()
  for (const { kind, id, fields } of last.values()) {
    const place = kind === 'coding' ? placeOf(kind, fields) : null
    const cuts = place ? (texts.get(place.content)?.cuts ?? []) : []
    if (place && cuts.some((each) => each.words && each.start < place.end && place.start < each.end))
      cut.add(id)
  }
  return cut
}
