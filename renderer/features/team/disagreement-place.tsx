import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-aria-components'
import { type Boundary, boundariesAt, codingsAt } from '../../../shared/analysis/agreement/boundaries.ts'
import type { CoderDisagreement } from '../../../shared/analysis/agreement/disagreements.ts'
import { takeBackDecision } from '../../../shared/commands/decide-disagreement.ts'
import type { Code } from '../../../shared/model/entities.ts'
import type { AdjudicationId } from '../../../shared/model/ids.ts'
import { entity, type Project } from '../../../shared/model/project.ts'
import type { Adjudication, AgreementRound } from '../../../shared/model/team-entities.ts'
import { hrefTo } from '../../parts/places.ts'
import { useCommit, useOpenProject, useProject, useText } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Scrolled } from '../../ui/scrolled.tsx'
import styles from './disagreement.module.css'
import { DecisionForm } from './disagreement-decision.tsx'
import { SideBySide } from './disagreement-side-by-side.tsx'
import { DisputedPassage } from './disputed-passage.tsx'

/** One place of disagreement: its code with its definition, the passage and what stands around it, what each coder
    made of it, and the decision. */
export function DisagreementPlace({
  round,
  place,
  decision,
  wish,
  onWish,
  onDecided,
  steps,
  position,
}: {
  readonly round: AgreementRound
  readonly place: CoderDisagreement
  readonly decision: Adjudication | undefined
  readonly wish: Adjudication['decided'] | null
  readonly onWish: (wish: Adjudication['decided'] | null) => void
  /** A decision was kept. */
  readonly onDecided: () => void
  readonly steps: { readonly previous: (() => void) | null; readonly next: (() => void) | null }
  /** "3 of 40"; empty where nothing is counted. */
  readonly position: string
}) {
  const open = useOpenProject()
  const project = useProject()
  const source = entity(project, 'source', place.source)
  const text = useText(source.content)
  const code = entity(project, 'code', place.code)
  const boundaries = boundariesAt(project, place, round.coders)
  const [boundary, setBoundary] = useState<Boundary>(boundaries[0])
  const [changing, setChanging] = useState<AdjudicationId | null>(null)
  const marked = codingsAt(project, place, round.coders)
  const isDeciding = !decision || changing === decision.id || wish !== null
  const href = hrefTo(open.id, { kind: 'source', source: source.id, at: [place.start, place.end] })
  const read = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form below grows and shrinks with the wish.
  useEffect(() => {
    read.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' })
  }, [text, wish])
  return (
    <article className={styles.place} aria-label={`${code.name} in ${source.name}`}>
      <header className={styles.placeHead}>
        <h3>{code.name}</h3>
        <span className={styles.quietly}>{position}</span>
        <span className={styles.grow} />
        <Button isDisabled={!steps.previous} onPress={() => steps.previous?.()}>
          Previous
        </Button>
        <Button isDisabled={!steps.next} onPress={() => steps.next?.()}>
          Next
        </Button>
      </header>
      <Scrolled ref={read} label="The place" className={styles.read}>
        <Definition code={code} />
        {text === null ? (
          <p className={styles.quietly}>…</p>
        ) : (
          <DisputedPassage
            project={project}
            place={place}
            text={text}
            marked={marked}
            chosen={isDeciding && wish !== 'does not apply' ? boundary : null}
          />
        )}
        <p>
          <Link href={href}>Open in {source.name}</Link>
        </p>
        <SideBySide project={project} round={round} place={place} />
      </Scrolled>
      {decision && !isDeciding ? (
        <Decision project={project} decision={decision} onChange={() => setChanging(decision.id)} />
      ) : (
        <DecisionForm
          project={project}
          round={round}
          place={place}
          text={text}
          earlier={decision}
          wish={wish ?? (changing ? (decision?.decided ?? null) : null)}
          onWish={onWish}
          boundaries={boundaries}
          boundary={boundary}
          onBoundary={setBoundary}
          marked={marked}
          onDecided={() => {
            setChanging(null)
            onWish(null)
            onDecided()
          }}
          onCancel={
            decision
              ? () => {
                  setChanging(null)
                  onWish(null)
                }
              : null
          }
        />
      )}
    </article>
  )
}

function Definition({ code }: { readonly code: Code }) {
  const told = [
    ['', code.definition],
    ['Include: ', code.include],
    ['Exclude: ', code.exclude],
  ] as const
  if (told.every(([, words]) => !words)) return null
  return (
    <div className={styles.definition}>
      {told.map(([before, words]) =>
        words ? (
          <p key={before}>
            {before}
            {words}
          </p>
        ) : null,
      )}
    </div>
  )
}

function Decision({
  project,
  decision,
  onChange,
}: {
  readonly project: Project
  readonly decision: Adjudication
  readonly onChange: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const by = project.tables.coder.get(decision.by)?.name ?? 'somebody who is gone'
  return (
    <section aria-label="Decision" className={styles.decision}>
      <p>
        <b>{decision.decided === 'applies' ? 'The code applies.' : 'The code does not apply.'}</b>{' '}
        {decision.reason}
      </p>
      <small>
        Decided by {by} on {day.format(decision.at)}
        {decision.decided === 'applies'
          ? decision.coding
            ? '; it stands in the agreed coding.'
            : '; its agreed coding was removed since.'
          : '.'}
      </small>
      <div className={styles.buttons}>
        <Button onPress={onChange}>Decide otherwise</Button>
        <Button look="quiet" onPress={() => void commit(takeBackDecision(open.project, decision.id))}>
          Take back the decision
        </Button>
      </div>
    </section>
  )
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
