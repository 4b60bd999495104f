import { useEffect, useRef } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { Decided } from '../../../shared/analysis/agreement/decided-places.ts'
import type { CoderDisagreement } from '../../../shared/analysis/agreement/disagreements.ts'
import type { CoderId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import styles from './disagreement.module.css'
import { placeKey } from './disagreement-rules.ts'

/** Every place to walk through: the code, the source, who used it and who did not, and what was decided. */
export function DisagreementList({
  project,
  places,
  decided,
  chosen,
  onChoose,
}: {
  readonly project: Project
  readonly places: readonly CoderDisagreement[]
  readonly decided: Decided
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
}) {
  const initials = (ids: readonly CoderId[]) =>
    ids.map((id) => project.tables.coder.get(id)?.initials ?? '?').join(' ')
  const list = useRef<HTMLDivElement>(null)
  const at = places.findIndex((place) => placeKey(place) === chosen)
  useEffect(() => {
    const box = list.current
    if (!box || at < 0) return
    const [top, bottom] = [at * rowHeight, (at + 1) * rowHeight]
    if (top < box.scrollTop) box.scrollTop = top
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
  }, [at])
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight }}>
      <ListBox
        ref={list}
        aria-label="Places"
        items={places.map((place) => ({ id: placeKey(place), place }))}
        dependencies={[project, decided]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (typeof key === 'string') onChoose(key)
        }}
        className={styles.list ?? ''}
      >
        {({ id, place }) => {
          const decision = decided(place)
          const code = project.tables.code.get(place.code)?.name ?? 'A code that is gone'
          return (
            <ListBoxItem id={id} textValue={code} className={styles.row ?? ''}>
              <b>{code}</b>
              <small>
                {project.tables.source.get(place.source)?.name} · {initials(place.by)}, not{' '}
                {initials(place.notBy)}
              </small>
              {decision ? (
                <span className={styles.mark} title={decision.decided}>
                  {decision.decided === 'applies' ? '✓ applies' : '✕ does not'}
                </span>
              ) : null}
            </ListBoxItem>
          )
        }}
      </ListBox>
    </Virtualizer>
  )
}

/** Pixels; the style of a row says the same. */
const rowHeight = 58
