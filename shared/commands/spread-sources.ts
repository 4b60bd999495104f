import type { CoderId, SourceId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import type { Share } from './assignments.ts'

/** How sources are spread. */
export interface SpreadWish {
  readonly sources: readonly SourceId[]
  readonly coders: readonly CoderId[]
  /** How many of the sources are coded by several, so that agreement can be told; from 0 to all of them. */
  readonly together: number
  /** By how many coders each of those is coded, at least two. */
  readonly by: number
  /** What is to come out even: how many sources everybody has, or how many words. */
  readonly even: 'sources' | 'words'
}

/** Who gets what, so that everybody comes to have about as much, with what they have already counted. Those coded by
    several stand evenly among the others, and pairs of coders change. A source that has enough coders already gets
    nobody new. The same wish gives the same shares. */
export function spreadSources(project: Project, wish: SpreadWish): readonly Share[] {
  const had = codersBySource(project)
  const weight = (source: SourceId) => (wish.even === 'words' ? entity(project, 'source', source).words : 1)
  const load = new Map<CoderId, number>(wish.coders.map((coder) => [coder, 0]))
  for (const { source, coder } of project.tables.assignment.values()) {
    const now = load.get(coder)
    if (now !== undefined) load.set(coder, now + weight(source))
  }
  const pairs = new Map<string, number>()
  return wish.sources.flatMap((source, i) => {
    const wanted = isShared(i, wish) ? Math.min(wish.by, wish.coders.length) : 1
    const there = [...(had.get(source) ?? [])]
    const fresh: CoderId[] = []
    while (there.length < wanted) {
      const next = leastLoaded(wish.coders, there, load, pairs)
      if (!next) break
      for (const other of there) pairs.set(pairOf(next, other), (pairs.get(pairOf(next, other)) ?? 0) + 1)
      load.set(next, (load.get(next) ?? 0) + weight(source))
      there.push(next)
      fresh.push(next)
    }
    return fresh.length > 0 ? [{ source, coders: fresh }] : []
  })
}

/** What shares come to for one coder. */
export interface ShareOfOne {
  readonly coder: CoderId
  readonly sources: number
  readonly words: number
  /** Of the sources, how many others code too. */
  readonly together: number
}

/** Adds shares up by coder, with what they have already. */
export function sharesByCoder(
  project: Project,
  shares: readonly Share[],
  coders: readonly CoderId[],
): readonly ShareOfOne[] {
  const all = new Map<SourceId, Set<CoderId>>(
    [...codersBySource(project)].map(([source, who]) => [source, new Set(who)]),
  )
  for (const { source, coders: fresh } of shares)
    for (const coder of fresh) all.set(source, (all.get(source) ?? new Set()).add(coder))
  return coders.map((coder) => {
    const own = [...all].filter(([, who]) => who.has(coder))
    return {
      coder,
      sources: own.length,
      words: own.reduce((sum, [source]) => sum + entity(project, 'source', source).words, 0),
      together: own.filter(([, who]) => who.size > 1).length,
    }
  })
}

/** Every so many sources one is shared, so that they stand evenly among the others. */
function isShared(i: number, { sources, together, coders }: SpreadWish): boolean {
  if (coders.length < 2) return false
  const before = (count: number) => Math.floor((count * Math.min(together, sources.length)) / sources.length)
  return before(i + 1) > before(i)
}

function leastLoaded(
  coders: readonly CoderId[],
  there: readonly CoderId[],
  load: ReadonlyMap<CoderId, number>,
  pairs: ReadonlyMap<string, number>,
): CoderId | undefined {
  const met = (coder: CoderId) =>
    there.reduce((sum, other) => sum + (pairs.get(pairOf(coder, other)) ?? 0), 0)
  let best: CoderId | undefined
  for (const coder of coders) {
    if (there.includes(coder)) continue
    const ahead = best === undefined ? -1 : (load.get(coder) ?? 0) - (load.get(best) ?? 0)
    if (best === undefined || ahead < 0 || (ahead === 0 && met(coder) < met(best))) best = coder
  }
  return best
}

function pairOf(a: CoderId, b: CoderId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

function codersBySource(project: Project): ReadonlyMap<SourceId, ReadonlySet<CoderId>> {
  const all = new Map<SourceId, Set<CoderId>>()
  for (const { source, coder } of project.tables.assignment.values())
    all.set(source, (all.get(source) ?? new Set()).add(coder))
  return all
}
