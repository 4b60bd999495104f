import { useMemo } from 'react'
import { type CodingRemarks, changeCoding } from '../../../shared/commands/change-coding.ts'
import { type BoundaryStep, moveBoundary } from '../../../shared/commands/move-boundary.ts'
import { recode } from '../../../shared/commands/recode.ts'
import { removeCodings } from '../../../shared/commands/remove-codings.ts'
import type { Coding, Source } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'

/** What can be done with one coding. Stance and origin, given again, are taken back. */
export interface CodingActs {
  readonly remark: (coding: Coding, remarks: CodingRemarks) => void
  readonly move: (coding: Coding, step: BoundaryStep) => void
  readonly remove: (coding: Coding) => void
  readonly recode: (coding: Coding, code: CodeId) => void
}

/** Acts on the codings of one source. */
export function useCodingActs(source: Source, text: string): CodingActs {
  const open = useOpenProject()
  const commit = useCommit()
  const { id } = source
  return useMemo(
    () => ({
      remark: (coding, remarks) => {
        const stance =
          remarks.stance !== undefined && remarks.stance === coding.stance ? { stance: undefined } : {}
        const origin =
          remarks.origin !== undefined && remarks.origin === coding.origin ? { origin: undefined } : {}
        void commit(changeCoding(open.project, id, coding.id, { ...remarks, ...stance, ...origin }))
      },
      move: (coding, step) => {
        const gesture = moveBoundary(open.project, id, coding.id, text, step)
        if (gesture) void commit(gesture)
        else say({ kind: 'done', text: 'The boundary cannot move further this way.' })
      },
      remove: (coding) => void commit(removeCodings(open.project, id, [coding.id])),
      recode: (coding, code) => void commit(recode(open.project, [coding], code)),
    }),
    [open, commit, id, text],
  )
}
