import { useCallback, useState } from 'react'
import type { CodeId, ProjectId } from '../../../shared/model/ids.ts'
import { readId } from '../../../shared/model/ids.ts'

/** The codes used last in a project on this machine, the latest first, nine at most; and how to note one. */
export function useRecentCodes(project: ProjectId): [readonly CodeId[], (used: readonly CodeId[]) => void] {
  const [recent, setRecent] = useState(() => read(project))
  const note = useCallback(
    (used: readonly CodeId[]) =>
      setRecent((before) => {
        const next = [...new Set([...used, ...before])].slice(0, 9)
        localStorage.setItem(key(project), next.join(' '))
        return next
      }),
    [project],
  )
  return [recent, note]
}

function read(project: ProjectId): readonly CodeId[] {
  const stored = localStorage.getItem(key(project)) ?? ''
  return stored.split(' ').flatMap((id) => readId<'code'>(id) ?? [])
}

const key = (project: ProjectId) => `loam-recent-codes-${project}`
