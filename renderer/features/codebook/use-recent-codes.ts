import { useMemo, useState } from 'react'
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
  const before = useMemo(() => latestCodes(codings, coder), [codings, coder])
  const codes = [...new Set([...used, ...before])].filter((id) => {
    const code = project.tables.code.get(id)
    return code && code.codable !== false
  })
  return [
    codes.slice(0, 9),
    (code) => setUsed((last) => [code, ...last.filter((each) => each !== code)].slice(0, 9)),
  ]
}

function latestCodes(codingsBySource: Project['codings'], coder: CoderId): readonly CodeId[] {
  const latest = new Map<CodeId, number>()
  for (const codings of codingsBySource.values()) {
    for (const { code, at, coder: by } of codings)
      if (by === coder && at > (latest.get(code) ?? -1)) latest.set(code, at)
  }
  return [...latest]
    .sort((a, b) => b[1] - a[1])
    .map(([code]) => code)
    .slice(0, 12)
}
