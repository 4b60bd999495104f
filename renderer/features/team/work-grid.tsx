import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { TeamProgress } from '../../../shared/analysis/team-progress.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { hrefTo } from '../../parts/places.ts'
import { useWindow } from '../../parts/use-window.ts'
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
  const sight = useWindow(sources.length, rowHeight, headHeight)
  const keys = useRows({ sources, chosen, onChoose, reveal: sight.reveal })
  const { row, here } = keys
  useEffect(() => {
    if (!keys.takeMoved()) return
    sight.ref.current?.querySelector<HTMLElement>(`[data-row="${here}"]`)?.focus()
  })
  const inOrder = here >= sight.first && here < sight.end ? here : sight.first
  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return
    const source = sources[here]
    if (event.key === 'Enter' && source)
      location.hash = hrefTo(open.id, { kind: 'source', source: source.id })
    else if (!keys.onKey(event)) return
    event.preventDefault()
  }
  const all = sources.length > 0 && sources.every(({ id }) => chosen.has(id))
  return (
    <div ref={sight.ref} onScroll={sight.onScroll} className={styles.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through.
        role="grid"
        aria-label="Sources and coders"
        aria-multiselectable
        aria-rowcount={sources.length + 1}
        className={styles.grid}
        onKeyDown={onKey}
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
          <Space rows={sight.first} />
          {sources.slice(sight.first, sight.end).map((source, i) => (
            <Row
              key={source.id}
              source={source}
              progress={progress}
              at={sight.first + i}
              href={hrefTo(open.id, { kind: 'source', source: source.id })}
              isChosen={chosen.has(source.id)}
              isInOrder={sight.first + i === inOrder}
              onToggle={(shift) => row.toggle(sight.first + i, shift)}
              onFocus={() => row.stand(sight.first + i)}
            />
          ))}
          <Space rows={sources.length - sight.end} />
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
        <input
          type="checkbox"
          tabIndex={tabIndex}
          aria-label={`Choose ${name}`}
          checked={isChosen}
          onChange={(event) =>
            onToggle(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
          }
        />
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

/** Room for rows that are not drawn, so that the scroll bar tells the truth. */
function Space({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null
  return (
    <tr style={{ height: rows * rowHeight }}>
      <td />
    </tr>
  )
}

function useRows({
  sources,
  chosen,
  onChoose,
  reveal,
}: {
  readonly sources: readonly Source[]
  readonly chosen: ReadonlySet<SourceId>
  readonly onChoose: (chosen: ReadonlySet<SourceId>) => void
  readonly reveal: (row: number) => void
}) {
  const [at, setAt] = useState(0)
  const moved = useRef(false)
  const anchor = useRef(0)
  const here = Math.max(0, Math.min(at, sources.length - 1))
  const toggle = (row: number, between: boolean) => {
    const upTo = between ? anchor.current : row
    const next = new Set(chosen)
    const first = sources[row]
    const isNew = first !== undefined && !next.has(first.id)
    for (const { id } of sources.slice(Math.min(row, upTo), Math.max(row, upTo) + 1))
      isNew ? next.add(id) : next.delete(id)
    anchor.current = row
    setAt(row)
    onChoose(next)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    const target = movedTo(event.key, here, sources.length)
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a')
      onChoose(new Set(sources.map(({ id }) => id)))
    else if (target !== null) {
      const next = Math.max(0, Math.min(sources.length - 1, target))
      moved.current = true
      setAt(next)
      reveal(next)
    } else if (event.key === ' ') toggle(here, event.shiftKey)
    else if (event.key === 'Escape' && chosen.size > 0) onChoose(new Set())
    else return false
    return true
  }
  const takeMoved = () => {
    const was = moved.current
    moved.current = false
    return was
  }
  return { here, onKey, takeMoved, row: { toggle, stand: setAt } }
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 }

function movedTo(key: string, at: number, count: number): number | null {
  const step = steps[key]
  if (step !== undefined) return at + step
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
