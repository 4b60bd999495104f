import { useEffect, useMemo, useRef, useState } from 'react'
import { RadioGroup } from 'react-aria-components'
import type { Boundary } from '../../../shared/analysis/agreement/boundaries.ts'
import type { CoderDisagreement } from '../../../shared/analysis/agreement/disagreements.ts'
import { decideDisagreement } from '../../../shared/commands/decide-disagreement.ts'
import type { Coding } from '../../../shared/model/entities.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Adjudication, AgreementRound } from '../../../shared/model/team-entities.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './disagreement.module.css'
import { reasonsOnOffer } from './disagreement-rules.ts'

/** Asks what is decided about a place, how far the agreed passage reaches, and why. */
export function DecisionForm({
  project,
  round,
  place,
  text,
  earlier,
  wish,
  onWish,
  boundaries,
  boundary,
  onBoundary,
  marked,
  onDecided,
  onCancel,
}: {
  readonly project: Project
  readonly round: AgreementRound
  readonly place: CoderDisagreement
  readonly text: string | null
  readonly earlier: Adjudication | undefined
  readonly wish: Adjudication['decided'] | null
  readonly onWish: (wish: Adjudication['decided'] | null) => void
  readonly boundaries: readonly Boundary[]
  readonly boundary: Boundary
  readonly onBoundary: (boundary: Boundary) => void
  readonly marked: readonly Coding[]
  readonly onDecided: () => void
  /** Leaves the decision made before as it is; null where none was made. */
  readonly onCancel: (() => void) | null
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [reason, setReason] = useState(earlier?.reason ?? '')
  const [tried, setTried] = useState(false)
  const offered = useMemo(() => reasonsOnOffer(project), [project])
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // A key that decides goes on to the reason, which is asked for.
    if (wish) box.current?.querySelector<HTMLInputElement>('input[type="text"]')?.focus()
  }, [wish])
  const keep = async () => {
    setTried(true)
    if (!wish || text === null || reason.trim() === '') return
    const gesture = decideDisagreement(
      open.project,
      { ...place, text, round: round.id },
      wish === 'applies'
        ? { decided: wish, reason, span: boundary, standsFor: marked }
        : { decided: wish, reason },
      open.making,
      earlier?.id,
    )
    if ((await commit(gesture)).ok) onDecided()
  }
  return (
    <form
      ref={box}
      aria-label="Decide"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <RadioGroup
        aria-label="Decision"
        value={wish}
        onChange={(key) => onWish(key === 'applies' || key === 'does not apply' ? key : null)}
        className={styles.answers ?? ''}
      >
        <Choice value="applies">
          The code applies <kbd>a</kbd>
        </Choice>
        <Choice value="does not apply">
          It does not apply <kbd>d</kbd>
        </Choice>
      </RadioGroup>
      {wish === 'applies' && boundaries.length > 1 ? (
        <BoundaryChoice project={project} {...{ boundaries, boundary, onBoundary, round }} />
      ) : null}
      {wish ? (
        <>
          <TextField
            label="Why?"
            type="text"
            value={reason}
            onChange={setReason}
            problem={tried && reason.trim() === '' ? 'Say why, in a few words.' : undefined}
          />
          <fieldset className={styles.reasons} aria-label="Frequent reasons">
            {offered.map((each) => (
              <Button key={each} look="quiet" onPress={() => setReason(each)}>
                {each}
              </Button>
            ))}
          </fieldset>
        </>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" look="do" isDisabled={!wish}>
          Keep the decision
        </Button>
        {onCancel ? (
          <Button look="quiet" onPress={onCancel}>
            Cancel
          </Button>
        ) : (
          <Button look="quiet" onPress={onDecided}>
            Leave it open
          </Button>
        )}
        <small className={styles.quietly}>
          {wish
            ? 'Enter keeps it, Esc does not. Everybody’s own coding stays as it is.'
            : 'Keys: j and k move, a and d decide, o leaves it open. Everybody’s own coding stays as it is.'}
        </small>
      </div>
    </form>
  )
}

function BoundaryChoice({
  project,
  round,
  boundaries,
  boundary,
  onBoundary,
}: {
  readonly project: Project
  readonly round: AgreementRound
  readonly boundaries: readonly Boundary[]
  readonly boundary: Boundary
  readonly onBoundary: (boundary: Boundary) => void
}) {
  const nameOf = (each: Boundary) => {
    if (each.kind === 'coder')
      return `As ${(each.coder && project.tables.coder.get(each.coder)?.name) ?? 'one of you'} marked it`
    if (each.kind === 'united') return 'Everything that any of you marked'
    return round.unit === 'turns' ? 'The whole turn' : 'The whole stretch'
  }
  const keyOf = (each: Boundary) => `${each.kind} ${each.coder ?? ''}`
  return (
    <RadioGroup
      aria-label="The agreed passage"
      value={keyOf(boundary)}
      onChange={(key) => {
        const chosen = boundaries.find((each) => keyOf(each) === key)
        if (chosen) onBoundary(chosen)
      }}
      className={styles.boundaries ?? ''}
    >
      <span>The agreed passage</span>
      {boundaries.map((each) => (
        <Choice key={keyOf(each)} value={keyOf(each)}>
          {nameOf(each)}
        </Choice>
      ))}
    </RadioGroup>
  )
}
