import type { Coding } from '../../../shared/model/entities.ts'
import type { CodeId, CoderId, CodingId, ContentHash } from '../../../shared/model/ids.ts'

/** Whose codings the reader shows. */
export type WhoseCodings = 'everyone' | 'mine' | 'agreed'

/** The same code on the same passage, by one or several coders: one stripe in the margin. */
export interface CodingGroup {
  /** Stays the same while code and passage do. */
  readonly key: string
  readonly start: number
  readonly end: number
  readonly code: CodeId
  readonly codings: readonly Coding[]
  /** Which of the margin's lanes it takes, from 0; groups that overlap never share one. */
  readonly lane: number
}

/** Codings of the text read now, grouped and given lanes, in order of position, longer ones first. */
export function groupCodings(
  codings: readonly Coding[],
  content: ContentHash,
  whose: WhoseCodings,
  me: CoderId,
): CodingGroup[] {
  const byKey = new Map<string, Coding[]>()
  for (const coding of codings) {
    if (coding.content !== content || !isShown(coding, whose, me)) continue
    const key = `${coding.start} ${coding.end} ${coding.code}`
    const known = byKey.get(key)
    if (known) known.push(coding)
    else byKey.set(key, [coding])
  }
  return withLanes([...byKey])
}

function isShown(coding: Coding, whose: WhoseCodings, me: CoderId): boolean {
  if (whose === 'agreed') return coding.layer === 'agreed'
  return whose === 'everyone' || (coding.coder === me && coding.layer === 'own')
}

function withLanes(keyed: readonly (readonly [string, readonly Coding[]])[]): CodingGroup[] {
  const groups = keyed.flatMap(([key, codings]) => {
    const [first] = codings
    return first ? [{ key, start: first.start, end: first.end, code: first.code, codings }] : []
  })
  groups.sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1))
  const ends: number[] = []
  return groups.map((group) => {
    const free = ends.findIndex((end) => end <= group.start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = group.end
    return { ...group, lane }
  })
}

/** The groups that touch a stretch (or hold a position, for an empty one), the innermost first. */
export function groupsOn(groups: readonly CodingGroup[], from: number, to: number): CodingGroup[] {
  const touched = groups.filter((group) =>
    from === to ? group.start <= from && from <= group.end : group.start < to && from < group.end,
  )
  return touched.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
}

/** The coding meant by a group: the one chosen before, else one's own, else the first. */
export function codingOf(group: CodingGroup, me: CoderId, chosen: CodingId | null): Coding | undefined {
  const { codings } = group
  return codings.find((each) => each.id === chosen) ?? codings.find((each) => each.coder === me) ?? codings[0]
}

/** True for another coder's own coding, until that coder is among those whose codings may be changed. The agreed
    layer is nobody's own. */
export function asksFirst(coding: Coding, me: CoderId, allowed: ReadonlySet<CoderId>): boolean {
  return coding.layer === 'own' && coding.coder !== me && !allowed.has(coding.coder)
}
