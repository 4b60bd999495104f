import type { CodeId, SourceId } from '../../model/ids.ts'
import type { AgreementWish } from './agreement-wish.ts'
import { askWho, type CoderDisagreement } from './disagreements.ts'

/** Disagreements in columns, so that a hundred thousand of them come back from a worker at once. */
export interface DisagreementParcel {
  readonly sources: readonly SourceId[]
  readonly codes: readonly CodeId[]
  /** Six for each: place in `sources`, start, end, place in `codes`, and as bits in the order of the wish's coders who
      used it and who did not. */
  readonly places: Int32Array
}

/** Packs the disagreements of a wish, in their order. */
export function packDisagreements(
  found: readonly CoderDisagreement[],
  { coders }: AgreementWish,
): DisagreementParcel {
  const [sources, codes] = [numbered<SourceId>(), numbered<CodeId>()]
  const bitOf = new Map<string, number>(coders.map((id, i) => [id, 1 << i]))
  const bits = (who: readonly string[]) => who.reduce((sum, id) => sum | (bitOf.get(id) ?? 0), 0)
  const places = new Int32Array(found.length * width)
  for (const [i, { source, start, end, code, by, notBy }] of found.entries())
    places.set([sources.at(source), start, end, codes.at(code), bits(by), bits(notBy)], i * width)
  return { sources: sources.all, codes: codes.all, places }
}

/** The disagreements of a parcel, given the wish that they were looked for with. */
export function unpackDisagreements(
  { sources, codes, places }: DisagreementParcel,
  wish: AgreementWish,
): readonly CoderDisagreement[] {
  const who = askWho(wish)
  const found: CoderDisagreement[] = []
  for (let at = 0; at < places.length; at += width) {
    const [source, code] = [sources[places[at] ?? 0], codes[places[at + 3] ?? 0]]
    const [by, notBy] = [places[at + 4] ?? 0, places[at + 5] ?? 0]
    if (source === undefined || code === undefined) continue
    found.push({ source, start: places[at + 1] ?? 0, end: places[at + 2] ?? 0, code, ...who(by, by | notBy) })
  }
  return found
}

const width = 6

function numbered<I>(): { readonly all: readonly I[]; at(id: I): number } {
  const all: I[] = []
  const known = new Map<I, number>()
  return {
    all,
    at: (id) => {
      const number = known.get(id) ?? all.push(id) - 1
      known.set(id, number)
      return number
    },
  }
}
