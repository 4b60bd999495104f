import { useLayoutEffect, useMemo, useRef } from 'react'
import { cellName } from '../../../shared/importers/cell-name.ts'
import type { Place } from '../../../shared/importers/origin.ts'
import type { TableRows } from '../../../shared/importers/source-draft.ts'
import { Scrolled } from '../../ui/scrolled.tsx'
import styles from './original.module.css'
import { rowsAround } from './rows-around.ts'

/** The rows of a table that a passage stands in, under the table's headings, with a few rows above and below. */
export function OriginalRows({
  table,
  places,
}: {
  readonly table: TableRows
  readonly places: readonly Place[]
}) {
  const scroller = useRef<HTMLElement>(null)
  const headingsAt = table.headingsAt ?? 0
  const { headings, columns, rows, marked } = useMemo(() => rowsAround(table, places), [table, places])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cells are brought into view when they are marked.
  useLayoutEffect(() => {
    scroller.current
      ?.querySelector('[data-here]')
      ?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
  }, [marked])
  return (
    <Scrolled ref={scroller} label="Rows of the original" className={styles.rows}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Row</span>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                title={headings[column]}
                data-here={marked.has(cellName(column, headingsAt)) ? '' : undefined}
              >
                <div>
                  <small>{cellName(column, 0).slice(0, -1)}</small> {headings[column] ?? ''}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row">{number.toLocaleString('en')}</th>
              {columns.map((column) => (
                <td key={column} data-here={marked.has(cellName(column, number)) ? '' : undefined}>
                  <div>{cells[column] ?? ''}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
