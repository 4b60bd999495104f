import type { ReactNode } from 'react'
import type { Source } from '../../shared/model/entities.ts'
import type { SourceId } from '../../shared/model/ids.ts'
import { useOpenProject } from '../project/project-context.tsx'
import { RowBox, useChosenRows } from './chosen-rows.tsx'
import { hrefTo } from './places.ts'
import styles from './source-grid.module.css'

/** What the cells of a row need: only the row the keyboard is on is in the tab order. */
export interface RowPlace {
  readonly tabIndex: 0 | -1
  /** Where the source opens. */
  readonly href: string
}

/** A grid of sources, a row each, of which some are chosen. Keys as in `useChosenRows`; Enter opens the source. */
export function SourceGrid<Row extends { readonly source: Source }>({
  label,
  verb,
  rows,
  rowHeight,
  chosen,
  onChoose,
  heads,
  cells,
  looks,
}: {
  readonly label: string
  /** What ticking a row is called. */
  readonly verb: 'Choose' | 'Select'
  readonly rows: readonly Row[]
  /** In pixels. */
  readonly rowHeight: number
  readonly chosen: ReadonlySet<SourceId>
  readonly onChoose: (chosen: ReadonlySet<SourceId>) => void
  /** Head and cells after the first column, which holds the boxes. */
  readonly heads: ReactNode
  readonly cells: (row: Row, place: RowPlace) => ReactNode
  /** What is this grid's own: its columns and the height of its rows. */
  readonly looks: Readonly<Record<'scroll' | 'table' | 'row', string | undefined>>
}) {
  const open = useOpenProject()
  const hrefOf = (source: SourceId) => hrefTo(open.id, { kind: 'source', source })
  const ids = rows.map(({ source }) => source.id)
  const grid = useChosenRows({
    ids,
    rowHeight,
    headHeight,
    chosen,
    onChoose,
    onOpen: (id) => {
      location.hash = hrefOf(id)
    },
  })
  return (
    <div {...grid.scroller} className={`${styles.scroll} ${looks.scroll ?? ''}`}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through.
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        className={`${styles.table} ${looks.table ?? ''}`}
        onKeyDown={grid.onKey}
      >
        <thead>
          <tr>
            <th scope="col" data-column="tick">
              <AllBox label={`${verb} all sources`} ids={ids} chosen={chosen} onChoose={onChoose} />
            </th>
            {heads}
          </tr>
        </thead>
        <tbody>
          {grid.before}
          {rows.slice(grid.first, grid.end).map((row, i) => {
            const at = grid.first + i
            const { id, name } = row.source
            const tabIndex = at === grid.inOrder ? 0 : -1
            const isChosen = chosen.has(id)
            return (
              <tr
                key={id}
                data-row={at}
                tabIndex={tabIndex}
                aria-rowindex={at + 2}
                aria-selected={isChosen}
                onFocus={() => grid.stand(at)}
                className={`${styles.row} ${looks.row ?? ''}`}
              >
                <td>
                  <RowBox
                    label={`${verb} ${name}`}
                    tabIndex={tabIndex}
                    isChosen={isChosen}
                    onToggle={(shift) => grid.toggle(at, shift)}
                  />
                </td>
                {cells(row, { tabIndex, href: hrefOf(id) })}
              </tr>
            )
          })}
          {grid.after}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={styles.none}>No source fits this filter.</p> : null}
    </div>
  )
}

const headHeight = 33

function AllBox({
  label,
  ids,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly ids: readonly SourceId[]
  readonly chosen: ReadonlySet<SourceId>
  readonly onChoose: (chosen: ReadonlySet<SourceId>) => void
}) {
  const count = ids.filter((id) => chosen.has(id)).length
  const all = count > 0 && count === ids.length
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !all
      }}
      onChange={() => onChoose(all ? new Set() : new Set(ids))}
    />
  )
}
