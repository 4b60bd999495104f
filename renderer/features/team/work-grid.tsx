import type { TeamProgress } from '../../../shared/analysis/team-progress.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { RowBox, useChosenRows } from '../../parts/chosen-rows.tsx'
import { hrefTo } from '../../parts/places.ts'
import { useBlind, useOpenProject } from '../../project/project-context.tsx'
import styles from './overview.module.css'
import { workInWords } from './overview-words.ts'

const rowHeight = 36
const headHeight = 33

/** Sources by coders, of which only the rows in sight are drawn. Arrow keys move, Space chooses (with Shift all
    between), Ctrl A chooses all, Enter opens. */
export function WorkGrid({
  sources,
  progress,
  chosen,
  onChoose,
}: {
  readonly sources: readonly Source[]
  readonly progress: TeamProgress
  readonly chosen: ReadonlySet<SourceId>
  readonly onChoose: (chosen: ReadonlySet<SourceId>) => void
}) {
  const open = useOpenProject()
  const placeOf = (source: SourceId) => hrefTo(open.id, { kind: 'source', source })
  const grid = useChosenRows({
    ids: sources.map(({ id }) => id),
    rowHeight,
    headHeight,
    chosen,
    onChoose,
    onOpen: (id) => {
      location.hash = placeOf(id)
    },
  })
  const all = sources.length > 0 && sources.every(({ id }) => chosen.has(id))
  return (
    <div {...grid.scroller} className={styles.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through.
        role="grid"
        aria-label="Sources and coders"
        aria-multiselectable
        aria-rowcount={sources.length + 1}
        className={styles.grid}
        onKeyDown={grid.onKey}
      >
        <thead>
          <tr>
            <th scope="col" data-column="tick">
              <input
                type="checkbox"
                aria-label="Choose all sources"
                checked={all}
                onChange={() => onChoose(all ? new Set() : new Set(sources.map(({ id }) => id)))}
              />
            </th>
            <th scope="col" data-column="name">
              Source
            </th>
            {progress.coders.map(({ coder }) => (
              <th key={coder.id} scope="col" title={coder.name}>
                {coder.initials}
                <span className="visually-hidden">, {coder.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.before}
          {sources.slice(grid.first, grid.end).map((source, i) => (
            <Row
              key={source.id}
              source={source}
              progress={progress}
              at={grid.first + i}
              href={placeOf(source.id)}
              isChosen={chosen.has(source.id)}
              isInOrder={grid.first + i === grid.inOrder}
              onToggle={(shift) => grid.toggle(grid.first + i, shift)}
              onFocus={() => grid.stand(grid.first + i)}
            />
          ))}
          {grid.after}
        </tbody>
      </table>
      {sources.length === 0 ? <p className={styles.none}>No source fits this filter.</p> : null}
    </div>
  )
}

function Row({
  source: { id, name },
  progress,
  at,
  href,
  isChosen,
  isInOrder,
  onToggle,
  onFocus,
}: {
  readonly source: Source
  readonly progress: TeamProgress
  readonly at: number
  readonly href: string
  readonly isChosen: boolean
  readonly isInOrder: boolean
  readonly onToggle: (shift: boolean) => void
  readonly onFocus: () => void
}) {
  const { isBlind } = useBlind()
  const tabIndex = isInOrder ? 0 : -1
  return (
    <tr
      data-row={at}
      tabIndex={tabIndex}
      aria-rowindex={at + 2}
      aria-selected={isChosen}
      onFocus={onFocus}
      className={styles.row}
    >
      <td>
        <RowBox label={`Choose ${name}`} tabIndex={tabIndex} isChosen={isChosen} onToggle={onToggle} />
      </td>
      <td data-column="name">
        <a tabIndex={tabIndex} href={href}>
          {name}
        </a>
      </td>
      {progress.coders.map(({ coder }) => {
        const { sign, text, said } = workInWords(progress.work(id, coder.id), isBlind)
        return (
          <td key={coder.id} title={said === '' ? undefined : `${coder.name}: ${said}`}>
            <span aria-hidden="true">
              <span className={styles.sign}>{sign}</span> {text === 'done' ? '' : text}
            </span>
            <span className="visually-hidden">{said}</span>
          </td>
        )
      })}
    </tr>
  )
}
