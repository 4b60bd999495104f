import type { Coding } from '../../model/entities.ts'
import type { CodeId, ContentHash, SourceId } from '../../model/ids.ts'
import { codingsOf, type Project, type Texts } from '../../model/project.ts'
import { overlaps, type Span } from '../../text/positions.ts'
import type { AgreementWish } from './agreement-wish.ts'
import { codesOf } from './compare-coders.ts'
import { eachMarkedSource, type MarkedSource } from './mark-units.ts'

/** How far an agreed passage reaches where coders marked more or less of a unit: what all of them marked, what any of
    them marked, or the unit. */
export type AgreedReach = 'shared' | 'united' | 'unit'

/** A passage that everybody who read it gave one code. */
export interface AgreedPassage extends Span {
  readonly source: SourceId
  readonly content: ContentHash
  readonly code: CodeId
  /** The coders' own codings it stands for. */
  readonly codings: readonly Coding[]
}

/** Everything the coders of a wish agree is there. Neighbouring units are one passage where every coder marked across
    their border. */
export function agreedPassages(
  project: Project,
  texts: Texts,
  wish: AgreementWish,
  reach: AgreedReach,
): readonly AgreedPassage[] {
  const codes = [...codesOf(project, wish).keys()]
  const coders = new Set<string>(wish.coders)
  const found: AgreedPassage[] = []
  eachMarkedSource(project, texts, wish, codesOf(project, wish), (marked) => {
    const { id, content } = marked.source
    const own = codingsOf(project, id).filter(
      (each) => each.layer === 'own' && each.content === content && coders.has(each.coder),
    )
    for (const [c, code] of codes.entries()) {
      const codings = own.filter((each) => each.code === code)
      if (codings.length === 0) continue
      for (const part of joined(agreedUnits(marked, c, codes.length, codings), reach))
        found.push({ source: id, content, code, ...part })
    }
  })
  return found
}

interface Part extends Span {
  readonly codings: readonly Coding[]
}

function agreedUnits(
  { readers, units, marks }: MarkedSource,
  code: number,
  width: number,
  codings: readonly Coding[],
): readonly Part[] {
  const parts: Part[] = []
  for (let u = 0; u < units.count; u++) {
    if (marks[u * width + code] !== readers) continue
    const unit = { start: units.starts[u] ?? 0, end: units.ends[u] ?? 0 }
    parts.push({ ...unit, codings: codings.filter((each) => overlaps(each, unit)) })
  }
  return parts
}

function joined(units: readonly Part[], reach: AgreedReach): readonly Part[] {
  const parts: { readonly units: Part[] }[] = []
  for (const unit of units) {
    const last = parts.at(-1)
    const before = last?.units.at(-1)
    if (last && before && isMarkedAcross(before, unit)) last.units.push(unit)
    else parts.push({ units: [unit] })
  }
  return parts.map((part) => partOf(part.units, reach))
}

function isMarkedAcross(before: Part, after: Part): boolean {
  const across = before.codings.filter((each) => after.codings.includes(each))
  const crossing = new Set(across.map(({ coder }) => coder))
  return [...before.codings, ...after.codings].every(({ coder }) => crossing.has(coder))
}

function partOf(units: readonly Part[], reach: AgreedReach): Part {
  const codings = [...new Set(units.flatMap((unit) => unit.codings))]
  const whole = { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }
  if (reach === 'unit') return { ...whole, codings }
  const starts = [...firstOf(codings, ({ start }) => start, Math.min).values()]
  const ends = [...firstOf(codings, ({ end }) => end, Math.max).values()]
  const united = { start: Math.min(...starts), end: Math.max(...ends) }
  const shared = { start: Math.max(...starts), end: Math.min(...ends) }
  // Coders may have marked different words of one unit: then nothing is shared, and what any marked stands.
  const meant = reach === 'shared' && shared.start < shared.end ? shared : united
  const within = { start: Math.max(meant.start, whole.start), end: Math.min(meant.end, whole.end) }
  return { ...(within.start < within.end ? within : whole), codings }
}

/** By coder, where their marks begin or end. */
function firstOf(
  codings: readonly Coding[],
  at: (coding: Coding) => number,
  choose: (a: number, b: number) => number,
): ReadonlyMap<string, number> {
  const edges = new Map<string, number>()
  for (const coding of codings) {
    const known = edges.get(coding.coder)
    edges.set(coding.coder, known === undefined ? at(coding) : choose(known, at(coding)))
  }
  return edges
}
