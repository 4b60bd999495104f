import type { Decided } from '../../../shared/analysis/agreement/decided-places.ts'
import type { CoderDisagreement } from '../../../shared/analysis/agreement/disagreements.ts'
import type { Coding } from '../../../shared/model/entities.ts'
import type { CodeId, CoderId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Span } from '../../../shared/text/positions.ts'

/** Which places are walked through. */
export interface PlaceFilter {
  readonly state: 'all' | 'open' | 'decided'
  readonly code: CodeId | 'all'
  /** Who used the code there. */
  readonly by: CoderId | 'anybody'
}

export const everyPlace: PlaceFilter = { state: 'all', code: 'all', by: 'anybody' }

/** A place's name among places: where it is and which code is meant. */
export function placeKey({ source, start, end, code }: CoderDisagreement): string {
  return `${source} ${start}-${end} ${code}`
}

/** The places a filter lets through, in their order. */
export function filterPlaces(
  places: readonly CoderDisagreement[],
  decided: Decided,
  { state, code, by }: PlaceFilter,
): readonly CoderDisagreement[] {
  return places.filter(
    (place) =>
      (code === 'all' || place.code === code) &&
      (by === 'anybody' || place.by.includes(by)) &&
      (state === 'all' || (decided(place) !== undefined) === (state === 'decided')),
  )
}

/** The place to look at after this one: the next that is open, in the order of the list and round again; null where
    none is left. */
export function nextOpen(
  places: readonly CoderDisagreement[],
  from: string | null,
  decided: Decided,
): CoderDisagreement | null {
  const at = places.findIndex((place) => placeKey(place) === from)
  const ordered = [...places.slice(at + 1), ...places.slice(0, Math.max(0, at))]
  return ordered.find((place) => !decided(place)) ?? null
}

/** Reasons to choose from: those this team gave most often, then some that many give. */
export function reasonsOnOffer(project: Project): readonly string[] {
  const given = new Map<string, number>()
  for (const { reason } of project.tables.adjudication.values())
    given.set(reason, (given.get(reason) ?? 0) + 1)
  const often = [...given].filter(([, times]) => times > 1).sort((a, b) => b[1] - a[1])
  return [...new Set([...often.slice(0, 4).map(([reason]) => reason), ...usualReasons])].slice(0, 7)
}

const usualReasons = [
  'It fits the definition',
  'The definition leaves it out',
  'One of us overlooked it',
  'Another code fits better',
  'It is said of others, not of themselves',
  'The definition has to be made clearer',
]

/** A stretch of words with the coders who marked it. */
export interface MarkedStretch extends Span {
  readonly by: readonly CoderId[]
  /** Coders whose passage begins here. */
  readonly begins: readonly CoderId[]
}

/** Cuts a stretch wherever one of the codings begins or ends. */
export function markedStretches(span: Span, codings: readonly Coding[]): readonly MarkedStretch[] {
  const inside = (at: number) => at > span.start && at < span.end
  const cuts = [...new Set(codings.flatMap(({ start, end }) => [start, end]).filter(inside))].sort(
    (a, b) => a - b,
  )
  const edges = [span.start, ...cuts, span.end]
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? span.end
    const here = codings.filter((each) => each.start < end && each.end > start)
    const by = [...new Set(here.map(({ coder }) => coder))]
    const begins = by.filter((coder) =>
      here.some((each) => each.coder === coder && Math.max(each.start, span.start) === start),
    )
    return { start, end, by, begins }
  })
}
