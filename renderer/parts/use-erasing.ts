import { useCallback, useEffect, useRef, useState } from 'react'
import type { ErasureAccount } from '../../shared/change/erase/erasure-account.ts'
import type { ParticipantId } from '../../shared/model/ids.ts'
import { keysOf } from '../project/keyring.ts'
import type { OpenProject } from '../project/open-project.ts'
import { askErase } from '../workers/erase-client.ts'
import type { EraseAnswer } from '../workers/erase-messages.ts'
import { type EraseForm, wishOf } from './erase-form.ts'

/** What erasing would do, once it was asked. */
export type Foreseen =
  | { readonly kind: 'not asked' }
  /** `account`: what was told before, where it is looked at anew. */
  | { readonly kind: 'looking'; readonly account?: ErasureAccount }
  | { readonly kind: 'known'; readonly account: ErasureAccount }
  | { readonly kind: 'problem'; readonly problem: string }

/** Asks a worker what erasing would do; only the last question counts. `forget` when the form changed since. */
export function useForeseen(open: OpenProject): {
  readonly foreseen: Foreseen
  readonly look: (form: EraseForm) => Promise<void>
  readonly forget: () => void
} {
  const [foreseen, setForeseen] = useState<Foreseen>({ kind: 'not asked' })
  const asked = useRef(0)
  useEffect(
    () => () => {
      asked.current++
    },
    [],
  )
  const forget = useCallback(() => {
    asked.current++
    setForeseen({ kind: 'not asked' })
  }, [])
  const look = useCallback(
    async (form: EraseForm) => {
      const number = ++asked.current
      setForeseen((before) =>
        before.kind === 'known' ? { kind: 'looking', account: before.account } : { kind: 'looking' },
      )
      await open.settled()
      const answer = await askErase({ ...homeOf(open), kind: 'preview', wish: wishOf(form) }).answer
      if (number === asked.current) setForeseen(read(answer))
    },
    [open],
  )
  return { foreseen, look, forget }
}

/** Names that a participant ever bore in the project; null while they are looked for. */
export async function namesOfParticipant(
  open: OpenProject,
  participant: ParticipantId,
): Promise<readonly string[]> {
  await open.settled()
  const answer = await askErase({ ...homeOf(open), kind: 'names', participants: [participant] }).answer
  return answer?.kind === 'names' ? answer.names : []
}

function homeOf(open: OpenProject) {
  return { project: open.id, length: open.log.length, keys: keysOf(open.id) }
}

function read(answer: EraseAnswer): Foreseen {
  if (answer?.kind === 'account') return { kind: 'known', account: answer.account }
  if (answer?.kind === 'problem') return { kind: 'problem', problem: answer.problem }
  return { kind: 'problem', problem: 'Looking through the project broke off. Nothing was changed.' }
}
