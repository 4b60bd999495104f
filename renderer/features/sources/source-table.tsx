import type { SourceId } from '../../../shared/model/ids.ts'
import { useChosenRows } from '../../parts/chosen-rows.tsx'
import { hrefTo } from '../../parts/places.ts'
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
  const placeOf = (source: SourceId) => hrefTo(open.id, { kind: 'source', source })
  const grid = useChosenRows({
    ids: rows.map(({ id }) => id),
    rowHeight,
    headHeight,
    chosen: selected,
    onChoose: onSelect,
    onOpen: (id) => {
      location.hash = placeOf(id)
    },
  })
  return (
    <div {...grid.scroller} className={styles.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through.
        role="grid"
        aria-label="Sources"
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        className={styles.table}
        onKeyDown={grid.onKey}
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
          {grid.before}
          {rows.slice(grid.first, grid.end).map((row, i) => (
            <SourceTableRow
              key={row.id}
              columns={columns}
              row={row}
              at={grid.first + i}
              href={placeOf(row.id)}
              isSelected={selected.has(row.id)}
              isInOrder={grid.first + i === grid.inOrder}
              onToggle={(shift) => grid.toggle(grid.first + i, shift)}
              onFocus={() => grid.stand(grid.first + i)}
              onAbout={() => onAbout(row.id)}
            />
          ))}
          {grid.after}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={styles.none}>No source fits this filter.</p> : null}
    </div>
  )
}
