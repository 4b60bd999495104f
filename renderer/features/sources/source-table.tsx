import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { SourceId } from '../../../shared/model/ids.ts'
import { hrefTo } from '../../parts/places.ts'
import { useWindow } from '../../parts/use-window.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import type { ShownColumns, Sort } from './source-columns.ts'
import type { SourceRow } from './source-rows.ts'
import styles from './source-table.module.css'
import { SourceTableHead } from './source-table-head.tsx'
import { SourceTableRow } from './source-table-row.tsx'

const rowHeight = 40
const headHeight = 33

/** Sources as a table of which only the rows in sight are drawn. Arrow keys move, Space selects (with Shift all between),
    Ctrl A selects all, Enter opens. */
export function SourceTable({
  columns,
  rows,
  sort,
  onSort,
  selected,
  onSelect,
  onAbout,
}: {
  readonly columns: ShownColumns
  readonly rows: readonly SourceRow[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly selected: ReadonlySet<SourceId>
  readonly onSelect: (selected: ReadonlySet<SourceId>) => void
  readonly onAbout: (source: SourceId) => void
}) {
  const open = useOpenProject()
  const sight = useWindow(rows.length, rowHeight, headHeight)
  const [at, setAt] = useState(0)
  const moving = useRef(false)
  const anchor = useRef(0)
  const here = Math.min(at, rows.length - 1)
  const inOrder = here >= sight.first && here < sight.end ? here : sight.first
  useEffect(() => {
    if (!moving.current) return
    moving.current = false
    sight.ref.current?.querySelector<HTMLElement>(`[data-row="${here}"]`)?.focus()
  })
  const go = (row: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, row))
    moving.current = true
    setAt(next)
    sight.reveal(next)
  }
  const toggle = (row: number, between: boolean) => {
    const upTo = between ? anchor.current : row
    const chosen = new Set(selected)
    const first = rows[row]
    const is = first !== undefined && !chosen.has(first.id)
    for (const { id } of rows.slice(Math.min(row, upTo), Math.max(row, upTo) + 1))
      is ? chosen.add(id) : chosen.delete(id)
    anchor.current = row
    setAt(row)
    onSelect(chosen)
  }
  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return
    const all = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
    const target = movedTo(event.key, here, rows.length)
    const row = rows[here]
    if (all) onSelect(new Set(rows.map(({ id }) => id)))
    else if (target !== null) go(target)
    else if (event.key === ' ') toggle(here, event.shiftKey)
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set())
    else if (event.key === 'Enter' && row) location.hash = hrefTo(open.id, { kind: 'source', source: row.id })
    else return
    event.preventDefault()
  }
  return (
    <div ref={sight.ref} onScroll={sight.onScroll} className={styles.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through.
        role="grid"
        aria-label="Sources"
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        className={styles.table}
        onKeyDown={onKey}
      >
        <SourceTableHead
          columns={columns}
          rows={rows}
          sort={sort}
          onSort={onSort}
          selected={selected}
          onSelect={onSelect}
        />
        <tbody>
          <Space rows={sight.first} />
          {rows.slice(sight.first, sight.end).map((row, i) => (
            <SourceTableRow
              key={row.id}
              columns={columns}
              row={row}
              at={sight.first + i}
              href={hrefTo(open.id, { kind: 'source', source: row.id })}
              isSelected={selected.has(row.id)}
              isInOrder={sight.first + i === inOrder}
              onToggle={(shift) => toggle(sight.first + i, shift)}
              onFocus={() => setAt(sight.first + i)}
              onAbout={() => onAbout(row.id)}
            />
          ))}
          <Space rows={rows.length - sight.end} />
        </tbody>
      </table>
      {rows.length === 0 ? <p className={styles.none}>No source fits this filter.</p> : null}
    </div>
  )
}

/** Room for rows that are not drawn, so that the scroll bar tells the truth. */
function Space({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null
  return (
    <tr style={{ height: rows * rowHeight }}>
      <td />
    </tr>
  )
}

function movedTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return at - 1
    case 'ArrowDown':
      return at + 1
    case 'PageUp':
      return at - 10
    case 'PageDown':
      return at + 10
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
