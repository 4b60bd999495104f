import type { CodeId, CoderId, SourceId } from '../../model/ids.ts'
import type { Project, Texts } from '../../model/project.ts'
import type { AgreementWish } from './agreement-wish.ts'
import { codesOf } from './compare-coders.ts'
import { eachMarkedSource, type MarkedSource } from './mark-units.ts'

/** A place where some coders used a code and others, who read it too, did not. Positions are UTF-16 units of the
    source's content as it is read now, end exclusive. */
export interface CoderDisagreement {
  readonly source: SourceId
  readonly start: number
  readonly end: number
  readonly code: CodeId
  /** Who used it, in the wish's order. */
  readonly by: readonly CoderId[]
  /** Who read the place and did not. */
  readonly notBy: readonly CoderId[]
}

/** Every disagreement of a wish for walking through: sources in order, then by position, then in the codebook's order.
    Characters that lie together and are disagreed about alike are one place. */
export function disagreementsOf(
  project: Project,
  texts: Texts,
  wish: AgreementWish,
): readonly CoderDisagreement[] {
  const codes = codesOf(project, wish)
  const order = [...codes.keys()]
  const who = askWho(wish)
  const found: CoderDisagreement[] = []
  eachMarkedSource(project, texts, wish, codes, (marked) => {
    if (wish.unit === 'characters') findStretches(marked, order, who, found)
    else findUnits(marked, order, who, found)
  })
  return found
}

type Who = (bits: number, readers: number) => Pick<CoderDisagreement, 'by' | 'notBy'>

/** Names the coders whose bits are set, and the readers whose are not. The same few disagree again and again, so each
    answer is made once. */
export function askWho({ coders }: AgreementWish): Who {
  const known = new Map<number, Map<number, ReturnType<Who>>>()
  return (bits, readers) => {
    const ofReaders = known.get(readers) ?? new Map<number, ReturnType<Who>>()
    const answer = ofReaders.get(bits) ?? {
      by: coders.filter((_, i) => bits & (1 << i)),
      notBy: coders.filter((_, i) => readers & ~bits & (1 << i)),
    }
    known.set(readers, ofReaders.set(bits, answer))
    return answer
  }
}

function findUnits(
  { source, readers, units, marks }: MarkedSource,
  codes: readonly CodeId[],
  who: Who,
  found: CoderDisagreement[],
): void {
  for (let u = 0; u < units.count; u++) {
    for (const [c, code] of codes.entries()) {
      const bits = marks[u * codes.length + c] ?? 0
      if (bits === 0 || bits === readers) continue
      const place = { source: source.id, start: units.starts[u] ?? 0, end: units.ends[u] ?? 0 }
      found.push({ ...place, code, ...who(bits, readers) })
    }
  }
}

function findStretches(
  { source, readers, units, marks }: MarkedSource,
  codes: readonly CodeId[],
  who: Who,
  found: CoderDisagreement[],
): void {
  const here: CoderDisagreement[] = []
  for (const [c, code] of codes.entries()) {
    let before = 0
    let end = -1
    for (let u = 0; u < units.count; u++) {
      const bits = marks[u * codes.length + c] ?? 0
      const start = units.starts[u] ?? 0
      const isMore = bits === before && start === end
      end = units.ends[u] ?? 0
      before = bits
      if (bits === 0 || bits === readers) continue
      const last = here.at(-1)
      if (isMore && last) here[here.length - 1] = { ...last, end }
      else here.push({ source: source.id, start, end, code, ...who(bits, readers) })
    }
  }
  // Sorting is stable, so places that begin together keep the codebook's order.
  for (const each of here.sort((a, b) => a.start - b.start)) found.push(each)
}
