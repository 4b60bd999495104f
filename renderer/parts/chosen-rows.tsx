import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWindow } from './use-window.ts'

/** Rows of a grid of which only those in sight are drawn, and of which some are chosen. Arrow keys move, Space chooses
    (with Shift all between), Ctrl A chooses all, Escape none, Enter opens. A row carries its number as `data-row`. */
export function useChosenRows<Id extends string>({
  ids,
  rowHeight,
  headHeight,
  chosen,
  onChoose,
  onOpen,
}: {
  readonly ids: readonly Id[]
  /** In pixels, as the head's is. */
  readonly rowHeight: number
  readonly headHeight: number
  readonly chosen: ReadonlySet<Id>
  readonly onChoose: (chosen: ReadonlySet<Id>) => void
  readonly onOpen: (id: Id) => void
}) {
  const sight = useWindow(ids.length, rowHeight, headHeight)
  const [at, stand] = useState(0)
  const moved = useRef(false)
  const anchor = useRef(0)
  const here = Math.max(0, Math.min(at, ids.length - 1))
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    sight.ref.current?.querySelector<HTMLElement>(`[data-row="${here}"]`)?.focus()
  })
  const go = (row: number) => {
    const next = Math.max(0, Math.min(ids.length - 1, row))
    moved.current = true
    stand(next)
    sight.reveal(next)
  }
  const toggle = (row: number, between: boolean) => {
    const upTo = between ? anchor.current : row
    const next = new Set(chosen)
    const first = ids[row]
    const isNew = first !== undefined && !next.has(first)
    for (const id of ids.slice(Math.min(row, upTo), Math.max(row, upTo) + 1))
      isNew ? next.add(id) : next.delete(id)
    anchor.current = row
    stand(row)
    onChoose(next)
  }
  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
    const target = movedTo(event.key, here, ids.length)
    const id = ids[here]
    if (isAll) onChoose(new Set(ids))
    else if (target !== null) go(target)
    else if (event.key === ' ') toggle(here, event.shiftKey)
    else if (event.key === 'Escape' && chosen.size > 0) onChoose(new Set())
    else if (event.key === 'Enter' && id !== undefined) onOpen(id)
    else return
    event.preventDefault()
  }
  const { first, end, ref, onScroll } = sight
  return {
    scroller: { ref, onScroll },
    first,
    end,
    /** The row that is in the tab order. */
    inOrder: here >= first && here < end ? here : first,
    onKey,
    toggle,
    stand,
    /** Room for rows that are not drawn, so that the scroll bar tells the truth. */
    before: <Space height={first * rowHeight} />,
    after: <Space height={(ids.length - end) * rowHeight} />,
  }
}

/** The box that chooses one row; with Shift all between it and the one before. */
export function RowBox({
  label,
  tabIndex,
  isChosen,
  onToggle,
}: {
  readonly label: string
  readonly tabIndex: number
  readonly isChosen: boolean
  readonly onToggle: (shift: boolean) => void
}) {
  return (
    <input
      type="checkbox"
      tabIndex={tabIndex}
      aria-label={label}
      checked={isChosen}
      onChange={(event) => onToggle(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
    />
  )
}

function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null
  return (
    <tr style={{ height }}>
      <td />
    </tr>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 }

function movedTo(key: string, at: number, count: number): number | null {
  const step = steps[key]
  if (step !== undefined) return at + step
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
