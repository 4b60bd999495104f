import { useMemo, useState } from 'react'
import type { Coding } from '../../../shared/model/entities.ts'
import type { CodeId, CoderId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'

/** The codes used last, the latest first, nine at most: those just used here, then those of this coder's latest
    codings. Only codes that can tag passages. */
export function useRecentCodes(
  project: Project,
  coder: CoderId,
): readonly [readonly CodeId[], (code: CodeId) => void] {
  const [used, setUsed] = useState<readonly CodeId[]>([])
  const codings = project.codings
  const [bySource] = useState(() => new WeakMap<readonly Coding[], LatestUses>())
  const before = useMemo(() => latestCodes(codings, coder, bySource), [codings, coder, bySource])
  const codes = [...new Set([...used, ...before])].filter((id) => {
    const code = project.tables.code.get(id)
    return code && code.codable !== false
  })
  return [
    codes.slice(0, 9),
    (code) => setUsed((last) => [code, ...last.filter((each) => each !== code)].slice(0, 9)),
  ]
}

/** When one coder used each code last. */
interface LatestUses {
  readonly coder: CoderId
  readonly at: ReadonlyMap<CodeId, number>
}

/** Sources whose codings did not change are not looked through again: `bySource` knows them. */
function latestCodes(
  codingsBySource: Project['codings'],
  coder: CoderId,
  bySource: WeakMap<readonly Coding[], LatestUses>,
): readonly CodeId[] {
  const latest = new Map<CodeId, number>()
  for (const codings of codingsBySource.values()) {
    const known = bySource.get(codings)
    const uses = known?.coder === coder ? known : latestUses(codings, coder)
    if (uses !== known) bySource.set(codings, uses)
    for (const [code, at] of uses.at) if (at > (latest.get(code) ?? -1)) latest.set(code, at)
  }
  return [...latest]
    .sort((a, b) => b[1] - a[1])
    .map(([code]) => code)
    .slice(0, 12)
}

function latestUses(codings: readonly Coding[], coder: CoderId): LatestUses {
  const latest = new Map<CodeId, number>()
  for (const { code, at, coder: by } of codings)
    if (by === coder && at > (latest.get(code) ?? -1)) latest.set(code, at)
  return { coder, at: latest }
}
