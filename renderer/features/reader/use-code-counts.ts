import { useEffect, useState } from 'react'
import { prevalences } from '../../../shared/analysis/prevalence.ts'
import { readLayer } from '../../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../../shared/analysis/tally.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import type { CodeCount } from '../../parts/code-tree-rows.ts'
import { useBlind, useOpenProject } from '../../project/project-context.tsx'

/** Counts by code, and the layer they are read from in words. */
export interface CodeCounts {
  readonly byCode: ReadonlyMap<CodeId, CodeCount>
  readonly layer: string
}

/** How many participants speak to each code, of how many; counted a moment after the last change, so that tagging
    never waits for it. Undefined in a reflexive inquiry, which does not count, in blind mode, and before the first
    count. */
export function useCodeCounts(): CodeCounts | undefined {
  const open = useOpenProject()
  const { isBlind } = useBlind()
  const [counts, setCounts] = useState<CodeCounts>()
  useEffect(() => {
    let counted: unknown = null
    const count = () => {
      const { project } = open
      if (project === counted) return
      counted = project
      setCounts(inquiryOf(project).approach === 'reflexive' ? undefined : countsOf(open))
    }
    let waiting = window.setTimeout(count, 50)
    const stop = open.subscribe(() => {
      clearTimeout(waiting)
      waiting = window.setTimeout(count, 400)
    })
    return () => {
      clearTimeout(waiting)
      stop()
    }
  }, [open])
  return isBlind ? undefined : counts
}

function countsOf({ project }: ReturnType<typeof useOpenProject>): CodeCounts {
  const layer = readLayer(project)
  const byCode = new Map<CodeId, CodeCount>()
  for (const [code, { n, of, passages, inSessions, sessions }] of prevalences(tallyLayer(project, layer))) {
    byCode.set(code, { participants: n, of, passages, inSessions, sessions })
  }
  return { byCode, layer: layer.name }
}
