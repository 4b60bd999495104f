import { useDeferredValue, useMemo, useState } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { CoderId } from '../../../shared/model/ids.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { undoLast } from '../../parts/undo.ts'
import { useBlind, useOpenProject, useProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { ChangeDetail } from './change-detail.tsx'
import styles from './history.module.css'
import { type LogRow, logRows } from './log-rows.ts'
import { dayAndTime } from './moments.ts'
import { ownChanges } from './own-changes.ts'

/** Everything that was ever done in the project, latest first, and what each change did. */
export function HistoryScreen() {
  const open = useOpenProject()
  const project = useProject()
  const whole = useSelected((each) => each.log)
  const me = useSelected((each) => each.coder)
  const { isBlind } = useBlind()
  // What others coded is told by the names of their changes, too.
  const log = useMemo(() => (isBlind ? ownChanges(whole, me) : whole), [whole, me, isBlind])
  const last = useSelected((each) => each.undoStack.undoable.at(-1)?.label)
  const [text, setText] = useState('')
  const [by, setBy] = useState<CoderId | 'all'>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = useDeferredValue(text)
  const rows = useMemo(
    () => logRows(log, project, { text: wanted, by: by === 'all' ? null : by }),
    [log, project, wanted, by],
  )
  const shown = rows.find((row) => row.id === chosen) ?? rows[0]
  return (
    <div className={styles.history}>
      <header className={styles.head}>
        <h1>History</h1>
        <TextField label="Look for" hideLabel placeholder="Look for words" value={text} onChange={setText} />
        <Select label="Person" hideLabel value={by} onChange={setBy} options={people(project.tables.coder)} />
        <span className={styles.count}>
          {rows.length === log.length ? '' : `${number(rows.length)} of `}
          {counted(log.length, 'change')}
        </span>
        <span className={styles.grow} />
        <Button isDisabled={last === undefined} onPress={() => void undoLast(open)}>
          Undo the last change
        </Button>
      </header>
      {rows.length === 0 ? (
        <EmptyState title={log.length === 0 ? 'Nothing has been done yet' : 'No change fits'}>
          {log.length === 0
            ? 'Every change you make is listed here, and can be taken back.'
            : 'Look for other words, or choose everyone.'}
        </EmptyState>
      ) : (
        <Changes rows={rows} chosen={shown?.id ?? null} onChoose={setChosen} />
      )}
      {shown ? <ChangeDetail key={shown.id} row={shown} project={project} /> : null}
    </div>
  )
}

function people(coders: ReadonlyMap<string, { readonly id: CoderId; readonly name: string }>) {
  const everyone: { readonly key: CoderId | 'all'; readonly label: string }[] = [
    { key: 'all', label: 'Everyone' },
  ]
  return [...everyone, ...[...coders.values()].map((coder) => ({ key: coder.id, label: coder.name }))]
}

function Changes({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly LogRow[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: 58 }}>
      <ListBox
        aria-label="Changes"
        items={rows}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (typeof key === 'string') onChoose(key)
        }}
        className={styles.list ?? ''}
      >
        {(row) => (
          <ListBoxItem id={row.id} textValue={row.title} className={styles.change ?? ''}>
            <b>{row.title}</b>
            <small>
              {row.who} · {dayAndTime(row.header.at)}
              {row.cause ? <em> · {row.cause}</em> : null}
            </small>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
}
