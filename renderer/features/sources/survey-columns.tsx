import { memo, useCallback, useEffect, useRef, useState } from 'react'
import type { SurveyColumn, SurveyRole } from '../../../shared/importers/source-draft.ts'
import type { AttributeKind } from '../../../shared/model/entities.ts'
import { number } from '../../../shared/text/counted.ts'
import { Select } from '../../ui/select.tsx'
import type { FileChoice } from './import-choices.ts'
import { type SurveyChoice, setColumnRole } from './survey-choice.ts'
import styles from './survey-part.module.css'

const roles = [
  { key: 'question', label: 'Open question', many: 'Open questions', hint: 'its answers are read and coded' },
  { key: 'attribute', label: 'Attribute', many: 'Attributes', hint: 'a fact to compare by' },
  { key: 'respondent', label: 'Respondent', many: 'Respondent', hint: 'says who answered' },
  { key: 'left out', label: 'Left out', many: 'Left out', hint: 'stays in the original file only' },
] as const satisfies readonly { key: SurveyRole; label: string; many: string; hint: string }[]

const kinds: Readonly<Record<AttributeKind, string>> = {
  text: 'as text',
  number: 'as a number',
  'yes-no': 'as yes or no',
  date: 'as a date',
  choice: 'as a choice',
}

/** The columns of a survey: what each is taken for, changeable, with a few of its values. */
export function SurveyColumns({
  survey,
  choice,
  onChange,
}: {
  readonly survey: SurveyChoice
  readonly choice: FileChoice
  readonly onChange: (choice: FileChoice) => void
}) {
  const { table, columns } = survey
  const latest = useRef({ choice, onChange })
  useEffect(() => {
    latest.current = { choice, onChange }
  })
  const onRole = useCallback((at: number, role: SurveyRole) => {
    const now = latest.current
    now.onChange(setColumnRole(now.choice, at, role))
  }, [])
  const [shown, setShown] = useState<SurveyRole | 'all'>('all')
  const count = (role: SurveyRole) => number(columns.filter((column) => column.role === role).length)
  // What was shown stays shown while its roles change, so that nothing slips away under the hand.
  const [among, setAmong] = useState<ReadonlySet<number>>(new Set())
  const show = (what: SurveyRole | 'all') => {
    setShown(what)
    setAmong(new Set(columns.filter(({ role }) => role === what).map(({ at }) => at)))
  }
  return (
    <section aria-label="Columns">
      <div className={styles.columnsHead}>
        <h3>Columns</h3>
        {columns.length > 8 ? (
          <Select
            label="Columns shown"
            hideLabel
            options={[
              { key: 'all', label: `All ${number(columns.length)} columns` },
              ...roles.map(({ key, many }) => ({ key, label: `${many} (${count(key)})` })),
            ]}
            value={shown}
            onChange={show}
          />
        ) : null}
      </div>
      <div className={styles.scroll}>
        <table aria-label="Columns of the survey" className={styles.columns}>
          <thead>
            <tr>
              <th scope="col">Heading</th>
              <th scope="col">What it is</th>
              <th scope="col">Some of its values</th>
              <th scope="col">Answers</th>
            </tr>
          </thead>
          <tbody>
            {columns
              .filter(({ at }) => shown === 'all' || among.has(at))
              .map((column) => (
                <ColumnRow key={column.at} column={column} rows={table.rows.length} onRole={onRole} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const ColumnRow = memo(
  function ColumnRow({
    column,
    rows,
    onRole,
  }: {
    readonly column: SurveyColumn
    readonly rows: number
    readonly onRole: (at: number, role: SurveyRole) => void
  }) {
    const note = noteOf(column)
    return (
      <tr data-role={column.role}>
        <th scope="row">{column.heading}</th>
        <td>
          <Select
            label={`What ${shortened(column.heading)} is`}
            hideLabel
            options={roles}
            value={column.role}
            onChange={(role) => onRole(column.at, role)}
          />
          {note ? (
            <small data-kind={column.personal && column.role !== 'left out' ? 'warn' : undefined}>
              {note}
            </small>
          ) : null}
        </td>
        <td>
          <ul className={styles.values}>
            {column.samples.map((sample) => (
              <li key={sample}>{sample}</li>
            ))}
          </ul>
        </td>
        <td className={styles.number}>
          {number(column.answers)} of {number(rows)}
        </td>
      </tr>
    )
  },
  (before, after) =>
    before.column.role === after.column.role && before.column.samples === after.column.samples,
)

/** Headings can be whole paragraphs; as the name of a control their beginning tells them apart. */
function shortened(heading: string): string {
  return heading.length > 120 ? `${heading.slice(0, 119).trimEnd().toWellFormed()}…` : heading
}

function noteOf({ role, kind, why, personal }: SurveyColumn): string {
  if (role === 'attribute' && personal) return `Tells who somebody is (${why ?? 'names'})`
  if (role === 'attribute') return kinds[kind]
  if (role === 'respondent' && personal) return 'Kept as the name behind a pseudonym'
  if (role === 'question' && personal) return `Tells who somebody is (${why ?? 'names'})`
  return role === 'left out' ? (why ?? '') : ''
}
