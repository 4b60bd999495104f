import type { ShownColumns, Sort } from './source-columns.ts'
import type { SourceColumn } from './source-rows.ts'

/** Headings that sort; a third press gives the project's own order back. */
export function SourceTableHeads({
  columns,
  sort,
  onSort,
}: {
  readonly columns: ShownColumns
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}) {
  return (
    <>
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
    </>
  )
}

function sortedBy(by: SourceColumn, now: Sort): Sort {
  if (by !== now.by) return { by, down: false }
  return now.down ? { by: 'order', down: false } : { by, down: true }
}
