import { useMemo, useState } from 'react'
import type { CodebookComparison, CodeOutcome } from '../../../shared/exchange/code-differences.ts'
import { Select } from '../../ui/select.tsx'
import { ComparedDetail } from './compared-detail.tsx'
import { ComparedList } from './compared-list.tsx'
import styles from './comparison.module.css'
import { type ComparedTo, outcomeOrder, outcomeWord } from './comparison-words.ts'

/** Two codebooks side by side: which codes differ, and of the one looked at, in what. What is ticked is taken. */
export function ComparisonView({
  comparison,
  to,
  ticks,
  onTicks,
  isLocked = false,
}: {
  readonly comparison: CodebookComparison
  readonly to: ComparedTo
  readonly ticks: ReadonlySet<string>
  readonly onTicks: (ticks: ReadonlySet<string>) => void
  /** True where somebody may only look. */
  readonly isLocked?: boolean
}) {
  const [shown, setShown] = useState<Shown>('differing')
  const { codes } = comparison
  const counts = useMemo(() => countsOf(comparison), [comparison])
  const listed = useMemo(
    () =>
      codes.filter(
        ({ outcome }) => shown === 'all' || (shown === 'differing' ? outcome !== 'same' : outcome === shown),
      ),
    [codes, shown],
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(
    0,
    listed.findIndex(({ id }) => id === chosen),
  )
  const code = listed[at]
  const tick = (which: readonly string[], on: boolean) => {
    const next = new Set(ticks)
    for (const each of which) {
      if (on) next.add(each)
      else next.delete(each)
    }
    onTicks(next)
  }
  const options: { readonly key: Shown; readonly label: string }[] = [
    { key: 'differing', label: `All that differ (${codes.length - (counts.get('same') ?? 0)})` },
    ...outcomeOrder.flatMap((outcome) => {
      const count = counts.get(outcome)
      return count ? [{ key: outcome, label: `${outcomeWord(outcome, to)} (${count})` }] : []
    }),
    { key: 'all', label: `All codes (${codes.length})` },
  ]
  return (
    <div className={styles.comparison}>
      <div className={styles.side}>
        <Select label="Codes shown" hideLabel options={options} value={shown} onChange={setShown} />
        <ComparedList
          codes={listed}
          to={to}
          at={at}
          ticks={ticks}
          isLocked={isLocked}
          onTick={tick}
          onShow={setChosen}
        />
      </div>
      {code ? (
        <ComparedDetail
          key={code.id}
          code={code}
          comparison={comparison}
          to={to}
          ticks={ticks}
          isLocked={isLocked}
          onTick={tick}
        />
      ) : (
        <p className={styles.nothing}>
          {to === 'file' ? 'The file says nothing that is not here already.' : 'Nothing was changed since.'}
        </p>
      )}
    </div>
  )
}

type Shown = CodeOutcome | 'differing' | 'all'

function countsOf({ codes }: CodebookComparison): ReadonlyMap<CodeOutcome, number> {
  const counts = new Map<CodeOutcome, number>()
  for (const { outcome } of codes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return counts
}
