import type { Coding } from '../../model/entities.ts'
import type { CoderId } from '../../model/ids.ts'
import { codingsOf, type Project } from '../../model/project.ts'
import type { Span } from '../../text/positions.ts'
import type { CoderDisagreement } from './disagreements.ts'

/** Where an agreed coding could begin and end: as one coder marked it, all their passages united, or the unit. */
export interface Boundary extends Span {
  readonly kind: 'coder' | 'united' | 'unit'
  /** Whose passage it is, for kind coder. */
  readonly coder?: CoderId
}

/** What can be chosen for a place, the likeliest first: the passages of those who used the code on it or right beside
    it, all of these united where they differ, and the unit itself. The same stretch is offered once. */
export function boundariesAt(
  project: Project,
  place: CoderDisagreement,
  coders: readonly CoderId[],
): readonly [Boundary, ...Boundary[]] {
  const marked = codingsAt(project, place, coders)
  const own = coders.flatMap((coder): Boundary[] => {
    const hull = hullOf(marked.filter((coding) => coding.coder === coder))
    return hull ? [{ kind: 'coder', coder, ...hull }] : []
  })
  const hull = hullOf(own)
  const united: Boundary[] = hull && own.length > 1 ? [{ kind: 'united', ...hull }] : []
  const unit: Boundary = { kind: 'unit', start: place.start, end: place.end }
  // Where two marked it, what both mean by it is likelier than what one of them does.
  const [first = unit, ...rest] = once([...united, ...own, unit])
  return [first, ...rest]
}

/** The coders' own codings with the place's code that overlap the place or touch it. */
export function codingsAt(
  project: Project,
  { source, code, start, end }: CoderDisagreement,
  coders: readonly CoderId[],
): readonly Coding[] {
  const content = project.tables.source.get(source)?.content
  return codingsOf(project, source).filter(
    (each) =>
      each.layer === 'own' &&
      each.code === code &&
      each.content === content &&
      each.start <= end &&
      each.end >= start &&
      coders.includes(each.coder),
  )
}

function hullOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}

function once(boundaries: readonly Boundary[]): readonly Boundary[] {
  const byCoder = boundaries.filter(({ kind }) => kind === 'coder')
  return boundaries.filter((each, i) => {
    const isSame = (other: Boundary) => other.start === each.start && other.end === each.end
    // A union that is what one coder marked is that coder's passage.
    if (each.kind === 'united') return !byCoder.some(isSame)
    return !boundaries.slice(0, i).some((other) => other.kind !== 'united' && isSame(other))
  })
}
