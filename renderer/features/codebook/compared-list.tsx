import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import type { ComparedCode } from '../../../shared/exchange/code-differences.ts'
import { useWindow } from '../../parts/use-window.ts'
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
  const sight = useWindow(codes.length, rowHeight, 0)
  const list = useRef<HTMLUListElement>(null)
  const following = useRef<'input' | 'button' | null>(null)
  const all = codes.flatMap(ticksOf)
  const on = all.filter((tick) => ticks.has(tick)).length
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = codes[at + step]
    if (step === 0 || !next) return
    event.preventDefault()
    following.current = event.target instanceof HTMLInputElement ? 'input' : 'button'
    onShow(next.id)
    sight.reveal(at + step)
  }
  // The keyboard goes along with the arrows, once the row is drawn.
  useEffect(() => {
    const next =
      following.current && list.current?.querySelector<HTMLElement>(`[data-here] ${following.current}`)
    if (!next) return
    following.current = null
    next.focus({ preventScroll: true })
  })
  const stop = at >= sight.first && at < sight.end ? at : sight.first
  return (
    <>
      {isLocked || all.length === 0 ? null : (
        <Checkbox
          isSelected={on === all.length}
          isIndeterminate={on > 0 && on < all.length}
          onChange={(ticked) => onTick(all, ticked)}
        >
          All {codes.length.toLocaleString('en')} shown
        </Checkbox>
      )}
      <div ref={sight.ref} onScroll={sight.onScroll} className={styles.scroller}>
        <ul ref={list} aria-label="Codes compared" className={styles.list} onKeyDown={move}>
          <Space rows={sight.first} />
          {codes.slice(sight.first, sight.end).map((code, i) => {
            const place = sight.first + i
            const own = ticksOf(code)
            const ticked = own.filter((tick) => ticks.has(tick)).length
            return (
              <Row
                key={code.id}
                code={code}
                to={to}
                place={place}
                of={codes.length}
                isHere={place === at}
                isStop={place === stop}
                ticked={ticked === 0 ? 'none' : ticked === own.length ? 'all' : 'some'}
                isLocked={isLocked}
                onTick={onTick}
                onShow={onShow}
              />
            )
          })}
          <Space rows={codes.length - sight.end} />
        </ul>
      </div>
    </>
  )
}

/** Two lines, and the space around them. */
const rowHeight = 50

function ticksOf({ differences }: ComparedCode): readonly string[] {
  return differences.map(({ tick }) => tick)
}

function Space({ rows }: { readonly rows: number }) {
  return rows > 0 ? (
    <li aria-hidden="true" style={{ height: rows * rowHeight }} className={styles.space} />
  ) : null
}

const Row = memo(function Row({
  code,
  to,
  place,
  of,
  isHere,
  isStop,
  ticked,
  isLocked,
  onTick,
  onShow,
}: {
  readonly code: ComparedCode
  readonly to: ComparedTo
  readonly place: number
  readonly of: number
  readonly isHere: boolean
  /** Where Tab stops in the list; arrows go on from there. */
  readonly isStop: boolean
  readonly ticked: 'none' | 'some' | 'all'
  readonly isLocked: boolean
  readonly onTick: (which: readonly string[], on: boolean) => void
  readonly onShow: (id: string) => void
}) {
  const { path, outcome } = code
  const name = path.at(-1) ?? ''
  const above = path.slice(0, -1).join(' › ')
  return (
    <li aria-posinset={place + 1} aria-setsize={of} data-here={isHere || undefined}>
      {isLocked || outcome === 'same' ? (
        <span />
      ) : (
        <Checkbox
          aria-label={`Take ${name}`}
          isSelected={ticked === 'all'}
          isIndeterminate={ticked === 'some'}
          excludeFromTabOrder={!isStop}
          onChange={(on) => onTick(ticksOf(code), on)}
        >
          {''}
        </Checkbox>
      )}
      <button type="button" tabIndex={isStop ? 0 : -1} aria-current={isHere} onClick={() => onShow(code.id)}>
        <strong>{name}</strong>
        <span>
          <b data-outcome={outcome}>{outcomeWord(outcome, to)}</b>
          {above ? ` · ${above}` : ''}
        </span>
      </button>
    </li>
  )
})
