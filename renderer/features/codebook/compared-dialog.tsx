import { type ReactNode, useState } from 'react'
import type { Cause } from '../../../shared/change/change.ts'
import { applyCodebookComparison, tickedCodes } from '../../../shared/commands/apply-codebook-comparison.ts'
import type { CodebookComparison } from '../../../shared/exchange/code-differences.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './comparison.module.css'
import { ComparisonView } from './comparison-view.tsx'
import { type ComparedTo, summaryOf } from './comparison-words.ts'
import { takeCompared } from './take-compared.ts'

/** Lays another codebook beside the one here, and takes from it what is ticked. */
export function ComparedDialog({
  title,
  comparison,
  to,
  from,
  ticked,
  act,
  mayTake = true,
  onBack,
  onClose,
  beside,
  below,
}: {
  readonly title: string
  readonly comparison: CodebookComparison
  readonly to: ComparedTo
  /** What the other codebook is called: a file or a version. */
  readonly from: string
  /** What is ticked at first. */
  readonly ticked: () => ReadonlySet<string>
  /** The button's words for so many codes. */
  readonly act: (count: number) => string
  /** False where somebody may only look. */
  readonly mayTake?: boolean
  readonly onBack: () => void
  readonly onClose: () => void
  /** Shown beside and below the summary. */
  readonly beside?: ReactNode
  readonly below: ReactNode
}) {
  const open = useOpenProject()
  const [ticks, setTicks] = useState(ticked)
  const count = tickedCodes(comparison, ticks).length
  const take = async () => {
    const gesture = applyCodebookComparison(open.project, comparison, ticks, from)
    onClose()
    await takeCompared(open, gesture, ways[to].cause)
  }
  return (
    <Dialog
      title={title}
      width="full"
      isOpen
      staysOpen
      onClose={onClose}
      aside={
        <Button look="quiet" onPress={onBack}>
          {ways[to].back}
        </Button>
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {ways[to].leave}
          </Button>
          {mayTake ? (
            <Button look="do" isDisabled={count === 0} onPress={() => void take()}>
              {act(count)}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={styles.whole}>
        <div>
          <div className={styles.head}>
            <p role="status" aria-label="Comparison">
              {summaryOf(comparison.codes, to)}.
            </p>
            {beside}
          </div>
          {below}
        </div>
        <ComparisonView
          comparison={comparison}
          to={to}
          ticks={ticks}
          onTicks={setTicks}
          isLocked={!mayTake}
        />
      </div>
    </Dialog>
  )
}

const ways = {
  file: { back: 'Another file…', leave: 'Cancel', cause: { kind: 'import' } },
  version: { back: 'All versions', leave: 'Close', cause: { kind: 'command' } },
} as const satisfies Record<ComparedTo, { back: string; leave: string; cause: Cause }>
