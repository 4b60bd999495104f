import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import styles from './ticked-list.module.css'
import { useWindow } from './use-window.ts'

/** Where a row is in its list, from 0, and whether it is the one looked at. */
export interface RowStanding {
  readonly place: number
  readonly of: number
  readonly isHere: boolean
  /** Where Tab stops in the list; arrows go on from there. */
  readonly isStop: boolean
}

/** Rows to be ticked or looked at. Arrows go through them; of very many only those in sight are drawn. */
export function TickedList<Item>({
  label,
  items,
  at,
  onShow,
  row,
  className,
}: {
  readonly label: string
  readonly items: readonly Item[]
  /** The place of the one that is looked at; -1 where it is not among these. */
  readonly at: number
  readonly onShow: (item: Item) => void
  /** A `TickedRow`, with its key. */
  readonly row: (item: Item, standing: RowStanding) => ReactNode
  readonly className: string | undefined
}) {
  const sight = useWindow(items.length, rowHeight, 0)
  const { first, end } = sight
  const list = useRef<HTMLUListElement>(null)
  const following = useRef<'input' | 'button' | null>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = items[at + step]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    following.current = event.target instanceof HTMLInputElement ? 'input' : 'button'
    onShow(next)
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
  const stop = at >= first && at < end ? at : first
  return (
    <div ref={sight.ref} onScroll={sight.onScroll} className={styles.scroller}>
      <ul ref={list} aria-label={label} className={`${styles.list} ${className}`} onKeyDown={move}>
        <Space rows={first} />
        {items.slice(first, end).map((item, i) => {
          const place = first + i
          return row(item, { place, of: items.length, isHere: place === at, isStop: place === stop })
        })}
        <Space rows={items.length - end} />
      </ul>
    </div>
  )
}

/** Two lines, and the space around them. */
const rowHeight = 52

function Space({ rows }: { readonly rows: number }) {
  return rows > 0 ? (
    <li aria-hidden="true" style={{ height: rows * rowHeight }} className={styles.space} />
  ) : null
}

/** What the box of a row says and does. */
export interface RowTick {
  readonly label: string
  readonly is: 'none' | 'some' | 'all'
  readonly isDisabled?: boolean
  readonly onChange: (on: boolean) => void
}

/** A row of a `TickedList`: its box, if it has one, and what is told of it, which shows it when pressed. */
export function TickedRow({
  standing: { place, of, isHere, isStop },
  tick,
  onShow,
  children,
}: {
  readonly standing: RowStanding
  readonly tick: RowTick | null
  readonly onShow: () => void
  readonly children: ReactNode
}) {
  return (
    <li aria-posinset={place + 1} aria-setsize={of} data-here={isHere || undefined}>
      {tick ? (
        <Checkbox
          aria-label={tick.label}
          isSelected={tick.is === 'all'}
          isIndeterminate={tick.is === 'some'}
          isDisabled={tick.isDisabled ?? false}
          excludeFromTabOrder={!isStop}
          onChange={tick.onChange}
        >
          {''}
        </Checkbox>
      ) : (
        <span />
      )}
      <button type="button" tabIndex={isStop ? 0 : -1} aria-current={isHere} onClick={onShow}>
        {children}
      </button>
    </li>
  )
}
