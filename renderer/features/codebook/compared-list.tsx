import { memo } from 'react'
import type { ComparedCode } from '../../../shared/exchange/code-differences.ts'
import { type RowStanding, type RowTick, TickedList, TickedRow } from '../../parts/ticked-list.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './comparison.module.css'
import { type ComparedTo, outcomeWord } from './comparison-words.ts'

/** Codes that were compared, in the order of the tree, each to be ticked or looked at. Arrows go through them; of very
    many only those in sight are drawn. */
export function ComparedList({
  codes,
  to,
  at,
  ticks,
  isLocked,
  onTick,
  onShow,
}: {
  readonly codes: readonly ComparedCode[]
  readonly to: ComparedTo
  readonly at: number
  readonly ticks: ReadonlySet<string>
  readonly isLocked: boolean
  readonly onTick: (which: readonly string[], on: boolean) => void
  readonly onShow: (id: string) => void
}) {
  const all = codes.flatMap(ticksOf)
  const ticked = howMany(all, ticks)
  return (
    <>
      {isLocked || all.length === 0 ? null : (
        <Checkbox
          isSelected={ticked === 'all'}
          isIndeterminate={ticked === 'some'}
          onChange={(on) => onTick(all, on)}
        >
          All {codes.length.toLocaleString('en')} shown
        </Checkbox>
      )}
      <TickedList
        label="Codes compared"
        className={styles.list}
        items={codes}
        at={at}
        onShow={({ id }) => onShow(id)}
        row={(code, standing) => (
          <Row
            key={code.id}
            code={code}
            to={to}
            {...standing}
            ticked={howMany(ticksOf(code), ticks)}
            isLocked={isLocked}
            onTick={onTick}
            onShow={onShow}
          />
        )}
      />
    </>
  )
}

function ticksOf({ differences }: ComparedCode): readonly string[] {
  return differences.map(({ tick }) => tick)
}

function howMany(own: readonly string[], ticks: ReadonlySet<string>): RowTick['is'] {
  const on = own.filter((tick) => ticks.has(tick)).length
  return on === 0 ? 'none' : on === own.length ? 'all' : 'some'
}

const Row = memo(function Row({
  code,
  to,
  ticked,
  isLocked,
  onTick,
  onShow,
  ...standing
}: RowStanding & {
  readonly code: ComparedCode
  readonly to: ComparedTo
  readonly ticked: RowTick['is']
  readonly isLocked: boolean
  readonly onTick: (which: readonly string[], on: boolean) => void
  readonly onShow: (id: string) => void
}) {
  const { path, outcome } = code
  const name = path.at(-1) ?? ''
  const above = path.slice(0, -1).join(' › ')
  const tick = {
    label: `Take ${name}`,
    is: ticked,
    onChange: (on: boolean) => onTick(ticksOf(code), on),
  }
  return (
    <TickedRow
      standing={standing}
      tick={isLocked || outcome === 'same' ? null : tick}
      onShow={() => onShow(code.id)}
    >
      <strong>{name}</strong>
      <span>
        <b data-outcome={outcome}>{outcomeWord(outcome, to)}</b>
        {above ? ` · ${above}` : ''}
      </span>
    </TickedRow>
  )
})
