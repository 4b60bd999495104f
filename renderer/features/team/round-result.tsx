import { useMemo } from 'react'
import { codingState } from '../../../shared/analysis/agreement/coding-state.ts'
import { comparisonInWords } from '../../../shared/analysis/agreement/comparison-in-words.ts'
import type { RoundWish } from '../../../shared/analysis/agreement/round-wish.ts'
import type { AgreementRound, RoundResult } from '../../../shared/model/team-entities.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './agreement.module.css'
import { AgreementTable } from './agreement-table.tsx'
import { codebookSince } from './agreement-table-rules.ts'
import { UnitizingFamily } from './agreement-unitizing.tsx'
import { headlineOf, noIntervalText } from './round-words.ts'
import { type Comparing, useComparing } from './use-comparing.ts'
import { useOwnCodings } from './use-round-places.ts'

/** What a round came to, and the way to compare it, for the first time or again. */
export function RoundResultView({
  round,
  wished,
}: {
  readonly round: AgreementRound
  readonly wished: RoundWish
}) {
  const { comparing, compare, cancel } = useComparing(round)
  const { result } = round
  return (
    <>
      {result ? (
        <Told round={round} result={result} wished={wished} />
      ) : (
        <section aria-label="Before comparing">
          <p className={styles.lead}>
            Nothing has been compared yet. Compare once the coders have coded these sources, each on their
            own.
          </p>
          <Gone wished={wished} />
        </section>
      )}
      <Progress
        comparing={comparing}
        verb={result ? 'Compare again' : 'Compare'}
        isFirst={!result}
        onCompare={compare}
        onCancel={cancel}
      />
      {result ? (
        <>
          <AgreementTable round={round} result={result} wish={wished.wish} />
          <UnitizingFamily result={result} />
        </>
      ) : null}
    </>
  )
}

function Told({
  round,
  result,
  wished,
}: {
  readonly round: AgreementRound
  readonly result: RoundResult
  readonly wished: RoundWish
}) {
  const noInterval = noIntervalText(result)
  const headline = useArrival<HTMLParagraphElement>(result.at)
  const { units, sources, text, notCompared } = result
  const basis = comparisonInWords({ wish: round, units, sources, text, notCompared })
  return (
    <section aria-label="What came of it">
      <p ref={headline} tabIndex={-1} data-arrival className={styles.headline}>
        {headlineOf(result)}
      </p>
      <ul className={styles.basis}>
        {noInterval ? <li>{noInterval}</li> : null}
        {basis.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>Compared on {moment.format(result.at)}. What is enough depends on what a wrong coding costs.</li>
      </ul>
      <Since round={round} result={result} wished={wished} />
      <Gone wished={wished} />
    </section>
  )
}

/** Says when the coding or the codebook is no longer what the result speaks of. */
function Since({
  round,
  result,
  wished,
}: {
  readonly round: AgreementRound
  readonly result: RoundResult
  readonly wished: RoundWish
}) {
  const project = useProject()
  const codings = useOwnCodings(project)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these parts of the project are all that is read.
  const state = useMemo(
    () => codingState(project, wished.wish),
    [wished, codings, project.turns, project.tables.source],
  )
  const { changed, added, gone } = codebookSince(project, round)
  const parts = [
    changed > 0 ? `${counted(changed, 'code')} changed` : '',
    added > 0 ? `${counted(added, 'code')} added` : '',
    gone > 0 ? `${counted(gone, 'code')} taken away` : '',
  ].filter((part) => part !== '')
  return (
    <>
      {state === result.state ? null : (
        <p className={styles.notice}>
          The coding has changed since. These numbers are those of that day; compare again for today’s. The
          history keeps what was found before.
        </p>
      )}
      {parts.length === 0 ? null : (
        <p className={styles.notice}>
          The codebook has changed since this round’s version: {parts.join(', ')}.
        </p>
      )}
    </>
  )
}

function Gone({ wished: { gone } }: { readonly wished: RoundWish }) {
  const parts = [
    gone.codes.length > 0 ? counted(gone.codes.length, 'code') : '',
    gone.sources.length > 0 ? counted(gone.sources.length, 'source') : '',
    gone.coders.length > 0 ? counted(gone.coders.length, 'coder') : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : (
    <p className={styles.notice}>
      No longer in the project, so left out when it is compared: {parts.join(', ')} of this round.
    </p>
  )
}

function Progress({
  comparing,
  verb,
  isFirst,
  onCompare,
  onCancel,
}: {
  readonly comparing: Comparing
  readonly verb: string
  readonly isFirst: boolean
  readonly onCompare: () => void
  readonly onCancel: () => void
}) {
  if (comparing.kind === 'under way')
    return (
      <div className={styles.progress}>
        <progress
          aria-label="Comparing"
          {...(comparing.of > 0 ? { value: comparing.drawn, max: comparing.of } : {})}
        />
        <span role="status">
          {comparing.of > 0
            ? `Drawing sources anew for the intervals: ${comparing.drawn} of ${comparing.of}`
            : 'Comparing…'}
        </span>
        <Button look="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    )
  return (
    <div className={styles.progress}>
      <Button look={isFirst ? 'do' : 'plain'} onPress={onCompare}>
        {verb}
      </Button>
      {comparing.kind === 'refused' ? (
        <span role="alert" className={styles.problem}>
          {comparing.problem}
        </span>
      ) : null}
    </div>
  )
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
