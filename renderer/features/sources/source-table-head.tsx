import type { SourceId } from '../../../shared/model/ids.ts'
import type { ShownColumns, Sort } from './source-columns.ts'
import type { SourceColumn, SourceRow } from './source-rows.ts'

/** Headings that sort, and the box that selects every source shown. */
export function SourceTableHead({
  columns,
  rows,
  sort,
  onSort,
  selected,
  onSelect,
}: {
  readonly columns: ShownColumns
  readonly rows: readonly SourceRow[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly selected: ReadonlySet<SourceId>
  readonly onSelect: (selected: ReadonlySet<SourceId>) => void
}) {
  const count = rows.filter((row) => selected.has(row.id)).length
  const all = count > 0 && count === rows.length
  return (
    <thead>
      <tr>
        <th scope="col" data-column="tick">
          <input
            type="checkbox"
            aria-label="Select all sources"
            checked={all}
            ref={(box) => {
              if (box) box.indeterminate = count > 0 && !all
            }}
            onChange={() => onSelect(all ? new Set() : new Set(rows.map(({ id }) => id)))}
          />
        </th>
        {columns.map(({ id, name }) => (
          <th
            key={id}
            scope="col"
            data-column={id}
            aria-sort={id !== sort.by ? 'none' : sort.down ? 'descending' : 'ascending'}
          >
            <button type="button" onClick={() => onSort(sortedBy(id, sort))}>
              {name}
              <span aria-hidden="true">{id !== sort.by ? '' : sort.down ? ' ↓' : ' ↑'}</span>
            </button>
          </th>
        ))}
        <th scope="col" data-column="more">
          <span className="visually-hidden">More</span>
        </th>
      </tr>
    </thead>
  )
}

/** A third press on a heading gives the project's own order back. */
function sortedBy(by: SourceColumn, now: Sort): Sort {
  if (by !== now.by) return { by, down: false }
  return now.down ? { by: 'order', down: false } : { by, down: true }
}
