import { useMemo, useState } from 'react'
import type { AgreementWish } from '../../../shared/analysis/agreement/agreement-wish.ts'
import { type SheetTable, writeCsv } from '../../../shared/exchange/write-csv.ts'
import type { AgreementRound, RoundResult } from '../../../shared/model/team-entities.ts'
import { counted } from '../../../shared/text/counted.ts'
import { desktop } from '../../platform/desktop.ts'
import { useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './agreement.module.css'
import { agreementSheet, sheetAsText, sheetFileName } from './agreement-export.ts'
import { AgreementPlaces, type PlacesWanted } from './agreement-places.tsx'
import { AgreementRow } from './agreement-row.tsx'
import {
  codebookOrder,
  rareText,
  rowsOf,
  type ShownCoefficient,
  shownCoefficients,
  type TableOrder,
  usualCoefficients,
} from './agreement-table-rules.ts'
import { unitNames } from './round-words.ts'

/** Agreement code by code, every count a way to its places. */
export function AgreementTable({
  round,
  result,
  wish,
}: {
  readonly round: AgreementRound
  readonly result: RoundResult
  readonly wish: AgreementWish
}) {
  const project = useProject()
  const [order, setOrder] = useState(codebookOrder)
  const [shown, setShown] = useState<ReadonlySet<ShownCoefficient>>(new Set(usualCoefficients))
  const [withUnused, setWithUnused] = useState(false)
  const [wanted, setWanted] = useState<PlacesWanted | null>(null)
  const all = useMemo(() => rowsOf(project, round, result, order), [project, round, result, order])
  const rows = withUnused ? all : all.filter((row) => row.codings > 0)
  const columns = shownCoefficients.filter(({ key }) => shown.has(key))
  const reasons = reasonsIn(
    [result.overall, ...rows],
    columns.map(({ key }) => key),
  )
  const unused = all.filter((row) => row.codings === 0).length
  const initials = round.coders.map((id) => project.tables.coder.get(id)?.initials ?? '?')
  const sort = { order, onOrder: setOrder }
  return (
    <section aria-label="Agreement code by code">
      <div className={styles.tools}>
        <CoefficientChoice shown={shown} onChange={setShown} />
        {unused > 0 ? (
          <Checkbox isSelected={withUnused} onChange={setWithUnused}>
            {`With the ${unused} of ${counted(all.length, 'code')} nobody used`}
          </Checkbox>
        ) : null}
        <span className={styles.grow} />
        <TableExport sheet={() => agreementSheet(project, round, result)} />
      </div>
      <table className={styles.table} aria-label="Agreement">
        <thead>
          <tr>
            <Heading by="name" label="Code" sort={sort} />
            {initials.map((each, i) => (
              <th key={round.coders[i]} scope="col" className={styles.number}>
                {each}
              </th>
            ))}
            <Heading by="together" label={initials.length === 2 ? 'Both' : 'All'} sort={sort} />
            <Heading by="anybody" label={initials.length === 2 ? 'Either' : 'Anybody'} sort={sort} />
            <th scope="col" className={styles.number}>
              of {unitNames[round.unit]}
            </th>
            {columns.map(({ key, sign, name }) => (
              <Heading key={key} by={key} label={sign} title={name} sort={sort} />
            ))}
            {shown.has('krippendorffAlpha') ? (
              <th scope="col" className={styles.number}>
                95 % of α
              </th>
            ) : null}
            <th scope="col">Reading of α</th>
          </tr>
        </thead>
        <tbody>
          <AgreementRow name="All codes" agreed={result.overall} columns={columns} reasons={reasons} />
          {rows.map((row) => (
            <AgreementRow
              key={row.code}
              name={row.name}
              agreed={row}
              rare={row.rare}
              columns={columns}
              reasons={reasons}
              coders={round.coders}
              onPlaces={(which) => setWanted({ code: row.code, name: row.name, which })}
            />
          ))}
        </tbody>
      </table>
      <Footnotes
        whole={`All codes: every code somebody used in each of ${result.units.toLocaleString('en')} ${unitNames[round.unit]} is a decision of its own.`}
        reasons={reasons}
        rare={rows.some((row) => row.rare && row.codings > 0) ? rareText(result, round.unit) : null}
      />
      {wanted ? <AgreementPlaces wanted={wanted} wish={wish} onClose={() => setWanted(null)} /> : null}
    </section>
  )
}

function CoefficientChoice({
  shown,
  onChange,
}: {
  readonly shown: ReadonlySet<ShownCoefficient>
  readonly onChange: (shown: ReadonlySet<ShownCoefficient>) => void
}) {
  return (
    <fieldset className={styles.coefficients}>
      <legend>Coefficients</legend>
      {shownCoefficients.map(({ key, sign, name }) => (
        <Checkbox
          key={key}
          aria-label={name}
          isSelected={shown.has(key)}
          onChange={(on) =>
            onChange(new Set(on ? [...shown, key] : [...shown].filter((each) => each !== key)))
          }
        >
          <span title={name}>{sign}</span>
        </Checkbox>
      ))}
    </fieldset>
  )
}

function Heading({
  by,
  label,
  title,
  sort: { order, onOrder },
}: {
  readonly by: Exclude<TableOrder['by'], 'codebook'>
  readonly label: string
  readonly title?: string
  readonly sort: { readonly order: TableOrder; readonly onOrder: (order: TableOrder) => void }
}) {
  const isBy = order.by === by
  // The third press gives the codebook's order again.
  const next: TableOrder = !isBy ? { by, down: false } : order.down ? codebookOrder : { by, down: true }
  return (
    <th
      scope="col"
      className={by === 'name' ? undefined : styles.number}
      aria-sort={isBy ? (order.down ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" title={title} onClick={() => onOrder(next)}>
        {label}
        <span aria-hidden="true">{isBy ? (order.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
}

function Footnotes({
  whole,
  reasons,
  rare,
}: {
  readonly whole: string
  readonly reasons: readonly string[]
  readonly rare: string | null
}) {
  return (
    <div className={styles.footnotes}>
      <p>{whole}</p>
      {rare ? <p>{rare}</p> : null}
      {reasons.length > 0 ? (
        <ol aria-label="Why something is undefined">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}

function TableExport({ sheet }: { readonly sheet: () => SheetTable }) {
  const save = async () => {
    const table = sheet()
    const saved = await desktop().saveAs({
      suggestedName: sheetFileName(table),
      title: 'Export the table',
      bytes: writeCsv(table),
      mediaType: 'text/csv',
    })
    if (saved?.ok) say({ kind: 'done', text: `Exported as ${saved.name}` })
    else if (saved) say({ kind: 'trouble', text: saved.problem })
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sheetAsText(sheet()))
      say({ kind: 'done', text: 'The table is copied.' })
    } catch {
      say({ kind: 'trouble', text: 'The table could not be copied: the clipboard was refused.' })
    }
  }
  return (
    <>
      <Button onPress={() => void copy()}>Copy the table</Button>
      <Button onPress={() => void save()}>Export as CSV</Button>
    </>
  )
}

function reasonsIn(
  rows: readonly RoundResult['overall'][],
  keys: readonly ShownCoefficient[],
): readonly string[] {
  const said = rows.flatMap((row) =>
    row.codings === 0
      ? []
      : keys.flatMap((key) => {
          const value = row[key]
          return typeof value === 'number' ? [] : [value.undefined]
        }),
  )
  return [...new Set(said)]
}
