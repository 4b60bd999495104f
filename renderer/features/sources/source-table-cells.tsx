import { counted, number } from '../../../shared/text/counted.ts'
import type { RowPlace } from '../../parts/source-grid.tsx'
import type { ShownColumns } from './source-columns.ts'
import type { SourceColumn, SourceRow } from './source-rows.ts'
import styles from './source-table.module.css'
import { day, kindOptions, labelIn, listed, statusOptions } from './words.ts'

/** What the list says of one source, column by column. */
export function SourceTableCells({
  columns,
  row,
  place,
  onAbout,
}: {
  readonly columns: ShownColumns
  readonly row: SourceRow
  readonly place: RowPlace
  readonly onAbout: () => void
}) {
  const { name } = row.source
  return (
    <>
      {columns.map(({ id }) => (
        <td key={id} data-column={id}>
          {id === 'name' ? (
            <a className={styles.name} {...place}>
              {name}
            </a>
          ) : (
            <Shown row={row} column={id} />
          )}
        </td>
      ))}
      <td>
        <button
          type="button"
          tabIndex={place.tabIndex}
          className={styles.about}
          aria-label={`About ${name}`}
          onClick={onAbout}
        >
          About
        </button>
      </td>
    </>
  )
}

function Shown({
  row,
  column,
}: {
  readonly row: SourceRow
  readonly column: Exclude<SourceColumn, 'name' | 'order'>
}) {
  const { source } = row
  switch (column) {
    case 'kind':
      return labelIn(kindOptions, source.kind)
    case 'participants':
      return <Participants row={row} />
    case 'words':
      return number(source.words)
    case 'codings':
      return <Codings row={row} />
    case 'assigned':
      return <Assigned row={row} />
    case 'status':
      return (
        <span data-status={source.status} className={styles.status}>
          {labelIn(statusOptions, source.status)}
        </span>
      )
    case 'date':
      return row.date ? day(row.date) : <span className={styles.unknown}>no date</span>
  }
}

function Participants({ row }: { readonly row: SourceRow }) {
  const { participants, unlinked } = row
  if (participants.length === 0 && unlinked === 0) return <span className={styles.unknown}>nobody yet</span>
  const more = unlinked > 0 ? ` + ${counted(unlinked, 'voice')} not linked` : ''
  return <span title={listed(participants, 50) + more}>{listed(participants, 3) + more}</span>
}

function Assigned({ row: { assigned } }: { readonly row: SourceRow }) {
  if (assigned.length === 0) return <span className={styles.unknown}>nobody</span>
  const full = assigned.map(({ coder, isDone }) => `${coder.name}${isDone ? ': done' : ''}`)
  return (
    <span title={full.join(', ')}>
      {assigned.map(({ coder, isDone }, i) => (
        <span key={coder.id}>
          {i > 0 ? ' · ' : ''}
          {coder.initials}
          {isDone ? (
            <>
              <span aria-hidden="true"> ✓</span>
              <span className="visually-hidden"> done</span>
            </>
          ) : null}
        </span>
      ))}
    </span>
  )
}

function Codings({ row }: { readonly row: SourceRow }) {
  if (row.codings + row.agreed === 0) return <span className={styles.unknown}>none yet</span>
  const coders = row.coders.map(({ coder, codings }) => `${coder.initials} ${number(codings)}`)
  const full = row.coders.map(({ coder, codings }) => `${coder.name}: ${number(codings)}`)
  const agreed = row.agreed > 0 ? [`agreed ${number(row.agreed)}`] : []
  return (
    <>
      {row.unplaced > 0 ? (
        <span className={styles.unplaced} title="Codings whose words were taken away by a correction">
          <span aria-hidden="true">⚠ {number(row.unplaced)} · </span>
          <span className="visually-hidden">{number(row.unplaced)} without a place, </span>
        </span>
      ) : null}
      <span title={[...full, ...agreed].join(', ')}>{[...coders, ...agreed].join(' · ')}</span>
    </>
  )
}
