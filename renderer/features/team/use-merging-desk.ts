import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { onCopyToMerge, takeCopyToMerge } from '../../parts/copy-to-merge.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { startMerging } from '../../workers/merge-client.ts'
import { MergingDesk, type MergingState } from './merging-desk.ts'

const desks = new WeakMap<OpenProject, MergingDesk>()

/** The open project's desk for merging, which takes up a file that was chosen elsewhere. */
export function useMergingDesk(): { readonly desk: MergingDesk; readonly state: MergingState } {
  const open = useOpenProject()
  const desk = useMemo(() => deskOf(open), [open])
  useEffect(() => {
    const take = () => {
      const file = takeCopyToMerge(open.id)
      if (file) void desk.choose(file)
    }
    take()
    return onCopyToMerge(take)
  }, [open, desk])
  return { desk, state: useSyncExternalStore(desk.subscribe, () => desk.state) }
}

function deskOf(open: OpenProject): MergingDesk {
  const known = desks.get(open)
  if (known) return known
  const desk = new MergingDesk(open, startMerging)
  desks.set(open, desk)
  return desk
}
