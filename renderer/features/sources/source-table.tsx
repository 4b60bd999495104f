import type { SourceId } from '../../../shared/model/ids.ts'
import { SourceGrid } from '../../parts/source-grid.tsx'
import type { ShownColumns, Sort } from './source-columns.ts'
import type { SourceRow } from './source-rows.ts'
import styles from './source-table.module.css'
import { SourceTableCells } from './source-table-cells.tsx'
import { SourceTableHeads } from './source-table-heads.tsx'

/** Sources as a table that can be sorted, with a button for each that tells more about it. */
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
  return (
    <SourceGrid
      label="Sources"
      verb="Select"
      rows={rows}
      rowHeight={40}
      chosen={selected}
      onChoose={onSelect}
      looks={{ scroll: styles.scroll, table: styles.table, row: styles.row }}
      heads={<SourceTableHeads columns={columns} sort={sort} onSort={onSort} />}
      cells={(row, place) => (
        <SourceTableCells columns={columns} row={row} place={place} onAbout={() => onAbout(row.id)} />
      )}
    />
  )
}
