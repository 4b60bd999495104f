import { useState } from 'react'
import { attributesOf } from '../../../shared/commands/attributes.ts'
import {
  type AttributeMapping,
  type ColumnGoal,
  importAttributes,
  matchRows,
  misfits,
  suggestMapping,
} from '../../../shared/commands/import-attributes.ts'
import { type AttributeTable, readAttributes } from '../../../shared/importers/read-attributes.ts'
import type { AttributeKind } from '../../../shared/model/entities.ts'
import { readId } from '../../../shared/model/ids.ts'
import { counted } from '../../../shared/text/counted.ts'
import { desktop } from '../../platform/desktop.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import { Select } from '../../ui/select.tsx'
import { attributeKinds } from './attribute-dialog.tsx'
import styles from './fact-grid.module.css'
import { listed } from './words.ts'

/** Lets someone choose a CSV of attributes and look at it before it comes in. */
export function ImportAttributesButton() {
  const open = useOpenProject()
  const [read, setRead] = useState<{ readonly name: string; readonly table: AttributeTable } | null>(null)
  const ask = async () => {
    const [file] = await desktop().openFiles({
      title: 'Import attributes',
      endings: ['csv', 'tsv', 'txt'],
      several: false,
    })
    if (!file) return
    const table =
      file.problem === undefined ? readAttributes(file) : { ok: false as const, problem: file.problem }
    if (table.ok) setRead({ name: file.name, table })
    else say({ kind: 'trouble', text: `${file.name}: ${table.problem}` })
  }
  return (
    <>
      <Button onPress={() => void ask()}>Import attributes from CSV…</Button>
      {read ? (
        <ImportAttributes
          name={read.name}
          table={read.table}
          start={suggestMapping(open.project, read.table)}
          onClose={() => setRead(null)}
        />
      ) : null}
    </>
  )
}

function ImportAttributes({
  name,
  table,
  start,
  onClose,
}: {
  readonly name: string
  readonly table: AttributeTable
  readonly start: AttributeMapping
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const [mapping, setMapping] = useState(start)
  const rows = matchRows(project, table, mapping.key)
  const told = rows.matched.length + (mapping.addUnmatched ? rows.unmatched.length : 0)
  const keep = async () => {
    const gesture = importAttributes(open.project, table, mapping, open.making)
    const done = await commit(gesture)
    if (!done.ok) return
    say({
      kind: 'done',
      text: gesture
        ? `Attributes of ${counted(told, 'participant')} came in.`
        : 'The table says nothing that was not known.',
    })
    onClose()
  }
  return (
    <Dialog
      title="Look before you import attributes"
      isOpen
      onClose={onClose}
      width="wide"
      staysOpen
      actions={
        <CancelOr onCancel={onClose} onDo={() => void keep()} isDisabled={told === 0}>
          Import attributes of {counted(told, 'participant')}
        </CancelOr>
      }
    >
      <p className={styles.quiet}>
        {name}: {counted(table.rows.length, 'row')}, {counted(table.columns.length, 'column')}
      </p>
      <Select
        label="Column with the pseudonyms"
        options={table.columns.map((column, i) => ({ key: String(i), label: column.name }))}
        value={String(mapping.key)}
        onChange={(key) => setMapping({ ...mapping, key: Number(key) })}
      />
      <Columns table={table} mapping={mapping} onChange={setMapping} />
      <Unmatched table={table} mapping={mapping} onChange={setMapping} />
    </Dialog>
  )
}

interface Mapping {
  readonly table: AttributeTable
  readonly mapping: AttributeMapping
  readonly onChange: (mapping: AttributeMapping) => void
}

function Columns({ table, mapping, onChange }: Mapping) {
  const project = useProject()
  const known = attributesOf(project, 'participant')
  const odd = misfits(project, table, mapping)
  const set = (at: number, goal: ColumnGoal) =>
    onChange({ ...mapping, columns: mapping.columns.map((each, i) => (i === at ? goal : each)) })
  const goalOf = (key: string, name: string, kind: AttributeKind): ColumnGoal => {
    const attribute = readId<'attribute'>(key)
    if (attribute) return { kind: 'known', attribute }
    return key === 'new' ? { kind: 'new', name, as: kind } : { kind: 'leave out' }
  }
  return (
    <table className={styles.plain}>
      <thead>
        <tr>
          <th>Column</th>
          <th>For example</th>
          <th>Goes into</th>
          <th>As</th>
        </tr>
      </thead>
      <tbody>
        {table.columns.map((column, i) => {
          if (i === mapping.key) return null
          const goal = mapping.columns[i] ?? { kind: 'leave out' }
          const bad = odd.filter((cell) => cell.column === i)
          const options = [
            { key: 'new', label: `A new attribute, ${column.name}` },
            ...known.map(({ id, name }) => ({ key: String(id), label: name })),
            { key: 'out', label: 'Leave out' },
          ]
          return (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td className={styles.quiet}>
                {examples(table, i)}
                {bad.length > 0 ? (
                  <span role="status" className={styles.problem}>
                    {counted(bad.length, 'value does', 'values do')} not fit and{' '}
                    {bad.length === 1 ? 'is' : 'are'} left out:{' '}
                    {listed(
                      bad.map((cell) => `“${cell.written}”`),
                      3,
                    )}
                  </span>
                ) : null}
              </td>
              <td>
                <Select
                  label={`Where ${column.name} goes`}
                  hideLabel
                  options={options}
                  value={goal.kind === 'known' ? goal.attribute : goal.kind === 'new' ? 'new' : 'out'}
                  onChange={(key) => set(i, goalOf(key, column.name, column.kind))}
                />
              </td>
              <td>
                {goal.kind === 'new' ? (
                  <Select
                    label={`Kind of ${column.name}`}
                    hideLabel
                    options={attributeKinds}
                    value={goal.as}
                    onChange={(as) => set(i, { ...goal, as })}
                  />
                ) : goal.kind === 'known' ? (
                  attributeKinds.find(
                    (kind) => kind.key === project.tables.attribute.get(goal.attribute)?.kind,
                  )?.label
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The first three different values of a column. */
function examples(table: AttributeTable, column: number): string {
  const values = new Set(table.rows.map((row) => row[column] ?? '').filter((cell) => cell !== ''))
  return values.size === 0 ? 'empty' : [...values].slice(0, 3).join(' · ')
}

function Unmatched({ table, mapping, onChange }: Mapping) {
  const { matched, unmatched, unusable } = matchRows(useProject(), table, mapping.key)
  return (
    <>
      <p>
        {matched.length} of {counted(table.rows.length, 'row')} meet a participant.
      </p>
      {unmatched.length > 0 ? (
        <div>
          <p>
            Nobody is called{' '}
            {listed(
              unmatched.map((row) => row.pseudonym),
              12,
            )}
            .
          </p>
          <Checkbox
            isSelected={mapping.addUnmatched}
            onChange={(addUnmatched) => onChange({ ...mapping, addUnmatched })}
          >
            Add them as {counted(unmatched.length, 'new participant')}
          </Checkbox>
        </div>
      ) : null}
      {unusable.length > 0 ? (
        <p className={styles.problem}>
          Left out:{' '}
          {listed(
            unusable.map(({ row, why }) => `row ${row + 2} (${why})`),
            8,
          )}
          .
        </p>
      ) : null}
      {table.unevenRows.length > 0 ? (
        <p className={styles.problem}>
          {table.unevenRows.length === 1 ? 'Row' : 'Rows'} {listed(table.unevenRows.map(String), 8)}{' '}
          {table.unevenRows.length === 1 ? 'has' : 'have'} another number of cells than the headings: look
          whether a comma stands in a value.
        </p>
      ) : null}
    </>
  )
}
