import { useEffect, useRef, useState } from 'react'
import { wishOfRound } from '../../../shared/analysis/agreement/round-wish.ts'
import { recordRoundResult } from '../../../shared/commands/change-round.ts'
import type { AgreementRound } from '../../../shared/model/team-entities.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { compareInWorker } from '../../workers/agreement-client.ts'
import { textsNeeded } from './use-round-places.ts'

/** How far comparing is. */
export type Comparing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'under way'; readonly drawn: number; readonly of: number }
  | { readonly kind: 'refused'; readonly problem: string }

/** Compares a round away from the window and keeps what comes of it. Leaving the round cancels. */
export function useComparing(round: AgreementRound): {
  readonly comparing: Comparing
  readonly compare: () => void
  readonly cancel: () => void
} {
  const open = useOpenProject()
  const commit = useCommit()
  const [comparing, setComparing] = useState<Comparing>({ kind: 'idle' })
  const under = useRef<AbortController | null>(null)
  useEffect(() => () => under.current?.abort(), [])
  const run = async () => {
    under.current?.abort()
    const controller = new AbortController()
    under.current = controller
    setComparing({ kind: 'under way', drawn: 0, of: 0 })
    await open.loadTexts(textsNeeded(open.project, round))
    const { wish } = wishOfRound(open.project, round)
    const question = { project: open.project, texts: open.text, wish, at: open.making.at }
    const compared = await compareInWorker(
      question,
      (drawn, of) => setComparing({ kind: 'under way', drawn, of }),
      controller.signal,
    )
    if (!compared || controller.signal.aborted) return
    if (compared.ok) {
      if (open.project.tables.round.has(round.id))
        await commit(recordRoundResult(open.project, round.id, compared.result))
      setComparing({ kind: 'idle' })
    } else setComparing({ kind: 'refused', problem: compared.problem })
  }
  return {
    comparing,
    compare: () => {
      run().catch(() =>
        setComparing({ kind: 'refused', problem: 'Comparing broke off. Nothing was changed; try it again.' }),
      )
    },
    cancel: () => {
      under.current?.abort()
      setComparing({ kind: 'idle' })
    },
  }
}
