import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { countsAlike } from '../../../shared/analysis/counts-alike.ts'
import { prevalences } from '../../../shared/analysis/prevalence.ts'
import { readLayer } from '../../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../../shared/analysis/tally.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { inquiryOf, type Project } from '../../../shared/model/project.ts'
import type { CodeCount } from '../../parts/code-tree-rows.ts'
import { useBlind, useProject } from '../../project/project-context.tsx'

/** How widely each code is used, of how many, and in which layer that was read. */
export interface CodeCounts {
  readonly byCode: ReadonlyMap<CodeId, CodeCount>
  readonly of: number
  readonly layer: string
}

/** Counts of every code, or null where none are shown: a reflexive project shows them only when asked, blind mode
    never. */
export function useCodeCounts(): {
  readonly counts: CodeCounts | null
  readonly isShown: boolean
  readonly show: (on: boolean) => void
} {
  const project = useProject()
  // Counting waits for what the hands do: the list moves first, the numbers follow.
  const still = useDeferredValue(useCounted(project))
  const inquiry = inquiryOf(project)
  const memory = `loam-counts-${inquiry.id}`
  const [chosen, setChosen] = useState(() => localStorage.getItem(memory))
  const { isBlind } = useBlind()
  const isShown = !isBlind && (chosen === null ? inquiry.approach !== 'reflexive' : chosen === 'shown')
  const counts = useMemo(() => {
    if (!isShown) return null
    const layer = readLayer(still)
    const all = prevalences(tallyLayer(still, layer))
    const byCode = new Map(
      [...all].map(([code, { n, of, passages, inSessions, sessions }]) => [
        code,
        { participants: n, of, passages, inSessions, sessions },
      ]),
    )
    return { byCode, of: all.values().next().value?.of ?? 0, layer: layer.name }
  }, [still, isShown])
  const show = useCallback(
    (on: boolean) => {
      localStorage.setItem(memory, on ? 'shown' : 'hidden')
      setChosen(on ? 'shown' : 'hidden')
    },
    [memory],
  )
  return { counts, isShown, show }
}

/** The project as it was, as long as its counts are the same. */
function useCounted(project: Project): Project {
  const counted = useRef(project)
  if (!countsAlike(counted.current, project)) counted.current = project
  return counted.current
}
