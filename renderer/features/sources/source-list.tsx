import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { changeSources } from '../../../shared/commands/change-source.ts'
import type { CoderId, SourceId } from '../../../shared/model/ids.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import {
  useBlind,
  useCommit,
  useOpenProject,
  useProject,
  useSelected,
} from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { columnsFor, type Sort } from './source-columns.ts'
import { type SourceRow, shownRows, sourceRows } from './source-rows.ts'
import { SourceTable } from './source-table.tsx'
import styles from './sources-screen.module.css'
import { kindOptions, statusOptions } from './words.ts'

/** Every source with what is known about it, to filter, sort and act on several at once. */
export function SourceList({
  actions,
  onAbout,
  onDelete,
}: {
  readonly actions: ReactNode
  readonly onAbout: (source: SourceId) => void
  readonly onDelete: (sources: readonly SourceId[]) => void
}) {
  const project = useProject()
  const [filter, setFilter] = useState('')
  const [sort, setSort] = useState<Sort>({ by: 'order', down: false })
  const [selection, setSelection] = useState<ReadonlySet<SourceId>>(new Set())
  const wanted = useDeferredValue(filter)
  const all = useMemo(() => sourceRows(project), [project])
  const { isBlind, isFixed } = useBlind()
  // How far a source has come tells what others did; in a packet it is one's own.
  const showsStatus = !isBlind || isFixed
  const me = useSelected(({ coder }) => coder)
  const mine = all.filter((row) => row.assigned.some(({ coder }) => coder.id === me))
  const [onlyMine, showOnlyMine] = useState(false)
  const rows = onlyMine && mine.length > 0 ? mine : all
  const columns = columnsFor({ isAssigned: project.tables.assignment.size > 0, isBlind, showsStatus })
  const shown = useMemo(() => shownRows(rows, wanted, sort, showsStatus), [rows, wanted, sort, showsStatus])
  const chosen = shown.filter((row) => selection.has(row.id)).map((row) => row.id)
  return (
    <section aria-label="Sources" className={styles.list}>
      <div className={styles.toolbar}>
        <div className={styles.filter}>
          <TextField
            label="Filter sources"
            hideLabel
            placeholder={`Filter by name, participant${showsStatus ? ', kind or status' : ' or kind'}`}
            value={filter}
            onChange={setFilter}
          />
        </div>
        {mine.length > 0 ? (
          <Checkbox isSelected={onlyMine} onChange={showOnlyMine}>
            Assigned to me: {doneOf(mine, me)}
          </Checkbox>
        ) : null}
        <span className={styles.quiet} role="status">
          {shown.length === rows.length
            ? total(rows)
            : `${number(shown.length)} of ${counted(rows.length, 'source')}`}
        </span>
        <div className={styles.actions}>{actions}</div>
      </div>
      {chosen.length > 0 ? (
        <SelectionBar
          chosen={chosen}
          onDelete={() => onDelete(chosen)}
          onClear={() => setSelection(new Set())}
        />
      ) : null}
      <SourceTable
        columns={columns}
        rows={shown}
        sort={sort}
        onSort={setSort}
        selected={selection}
        onSelect={setSelection}
        onAbout={onAbout}
      />
    </section>
  )
}

/** "3 of 8 done". */
function doneOf(mine: readonly SourceRow[], me: CoderId): string {
  const done = mine.filter((row) => row.assigned.some(({ coder, isDone }) => coder.id === me && isDone))
  return `${number(done.length)} of ${number(mine.length)} done`
}

function total(rows: readonly SourceRow[]): string {
  const words = rows.reduce((sum, row) => sum + row.source.words, 0)
  return `${counted(rows.length, 'source')}, ${counted(words, 'word')}`
}

function SelectionBar({
  chosen,
  onDelete,
  onClear,
}: {
  readonly chosen: readonly SourceId[]
  readonly onDelete: () => void
  readonly onClear: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const { isBlind } = useBlind()
  return (
    <section aria-label="Selected sources" className={styles.selection}>
      <strong>{counted(chosen.length, 'source')} selected</strong>
      <Select
        label="Set status"
        placeholder="Set status"
        hideLabel
        options={statusOptions}
        value={null}
        onChange={(status) => void commit(changeSources(open.project, chosen, { status }))}
      />
      <Select
        label="Set kind"
        placeholder="Set kind"
        hideLabel
        options={kindOptions}
        value={null}
        onChange={(kind) => void commit(changeSources(open.project, chosen, { kind }))}
      />
      <Button look="danger" isDisabled={isBlind} onPress={onDelete}>
        Delete…
      </Button>
      <Button look="quiet" onPress={onClear}>
        Clear selection
      </Button>
    </section>
  )
}
