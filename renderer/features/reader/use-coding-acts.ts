import { useMemo, useRef } from 'react'
import { type CodingRemarks, changeCoding } from '../../../shared/commands/change-coding.ts'
import { type BoundaryStep, moveBoundary } from '../../../shared/commands/move-boundary.ts'
import { recode } from '../../../shared/commands/recode.ts'
import { removeCodings } from '../../../shared/commands/remove-codings.ts'
import type { Coding, Source } from '../../../shared/model/entities.ts'
import type { CodeId, CoderId } from '../../../shared/model/ids.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'
import { asksFirst } from './coding-groups.ts'

/** What can be done with one coding. Stance and origin, given again, are taken back. */
export interface CodingActs {
  readonly remark: (coding: Coding, remarks: CodingRemarks) => void
  readonly move: (coding: Coding, step: BoundaryStep) => void
  readonly remove: (coding: Coding) => void
  readonly recode: (coding: Coding, code: CodeId) => void
}

/** A change of somebody else's own coding, before it is made. */
export interface OthersQuestion {
  readonly name: string
  readonly act: () => void
}

/** Acts on the codings of one source. Before the first change of another coder's own ones, `onAsk` is asked; stars
    and flags are the team's and need no asking. */
export function useCodingActs(
  source: Source,
  text: string,
  onAsk: (question: OthersQuestion) => void,
): CodingActs {
  const open = useOpenProject()
  const commit = useCommit()
  const allowed = useRef<ReadonlySet<CoderId>>(new Set())
  const { id } = source
  return useMemo(() => {
    const asking = (coding: Coding, change: () => void) => {
      if (!asksFirst(coding, open.coder, allowed.current)) return change()
      const name = open.project.tables.coder.get(coding.coder)?.name ?? 'somebody else'
      const act = () => {
        allowed.current = new Set([...allowed.current, coding.coder])
        change()
      }
      onAsk({ name, act })
    }
    const move = (coding: Coding, step: BoundaryStep) => {
      const gesture = moveBoundary(open.project, id, coding.id, text, step)
      if (gesture) void commit(gesture)
      else say({ kind: 'done', text: 'The boundary cannot move further this way.' })
    }
    return {
      remark: (coding, remarks) => {
        const change = () => void commit(changeCoding(open.project, id, coding.id, toggled(coding, remarks)))
        if ('star' in remarks || 'flag' in remarks) change()
        else asking(coding, change)
      },
      move: (coding, step) => asking(coding, () => move(coding, step)),
      remove: (coding) => asking(coding, () => void commit(removeCodings(open.project, id, [coding.id]))),
      recode: (coding, code) => asking(coding, () => void commit(recode(open.project, [coding], code))),
    }
  }, [open, commit, id, text, onAsk])
}

/** Stance or origin, given again, are taken back. */
function toggled(coding: Coding, remarks: CodingRemarks): CodingRemarks {
  const stance = remarks.stance !== undefined && remarks.stance === coding.stance ? { stance: undefined } : {}
  const origin = remarks.origin !== undefined && remarks.origin === coding.origin ? { origin: undefined } : {}
  return { ...remarks, ...stance, ...origin }
}
