import { apart, type BackupNumbers, type LoggedChange } from '../../shared/backup/backup-numbers.ts'
import { counted } from '../../shared/text/counted.ts'
import type { Present, RestorableBackup } from '../project/restore-backup.ts'
import { dayAndTime } from './backup-words.ts'
import styles from './backups.module.css'

const rows: readonly (readonly [label: string, key: keyof BackupNumbers])[] = [
  ['Sources', 'sources'],
  ['Participants', 'participants'],
  ['Codes', 'codes'],
  ['Codings', 'codings'],
  ['Memos', 'memos'],
  ['Changes', 'changes'],
]

/** What a backup holds beside what is here now, and how they lie apart. */
export function RestorePreview({
  backup: { name, look },
  present,
}: {
  readonly backup: RestorableBackup
  readonly present: Present
}) {
  const here = present.kind === 'here' ? present : null
  return (
    <>
      <p>
        <b>{look.name}</b> <span className={styles.quiet}>from {name}</span>
      </p>
      {look.notes.map((note) => (
        <p key={note} className={styles.warning}>
          {note}
        </p>
      ))}
      {look.broken > 0 ? (
        <p className={styles.warning}>{counted(look.broken, 'rule')} of a sound project do not hold in it.</p>
      ) : null}
      <table className={styles.compare}>
        <thead>
          <tr>
            <td />
            <th scope="col">In the backup</th>
            {here ? <th scope="col">Here now</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, key]) => (
            <tr key={key} className={here && here.numbers[key] !== look.numbers[key] ? styles.differs : ''}>
              <th scope="row">{label}</th>
              <td>{look.numbers[key].toLocaleString('en')}</td>
              {here ? <td>{here.numbers[key].toLocaleString('en')}</td> : null}
            </tr>
          ))}
          <tr>
            <th scope="row">Last change</th>
            <td>{lastChange(look.log)}</td>
            {here ? <td>{lastChange(here.log)}</td> : null}
          </tr>
        </tbody>
      </table>
      <What present={present} log={look.log} />
    </>
  )
}

function lastChange(log: readonly LoggedChange[]): string {
  const last = log.at(-1)
  return last ? `${dayAndTime(last.at)}: ${last.label}` : 'none'
}

/** What restoring would mean. */
function What({ present, log }: { readonly present: Present; readonly log: readonly LoggedChange[] }) {
  switch (present.kind) {
    case 'none':
      return (
        <p>
          This project is not on this machine. It is restored with everything that is in the backup.
          {present.file ? ` Its file “${present.file}” may hold newer work: open that first.` : ''}
        </p>
      )
    case 'shut':
      return (
        <p>
          “{present.name}” is on this machine, but cannot be compared: {present.problem} The backup can be
          restored beside it.
          {present.isLocked
            ? ' What was erased in it for good then comes back, as far as the backup holds it. To keep that out, open the project first, and restore this backup in Settings under “Backups”.'
            : ''}
        </p>
      )
    case 'here':
      return <Differences log={log} now={present.log} />
  }
}

function Differences({
  log,
  now,
}: {
  readonly log: readonly LoggedChange[]
  readonly now: readonly LoggedChange[]
}) {
  const { onlyNow, onlyInBackup } = apart(log, now)
  if (onlyNow.length === 0 && onlyInBackup.length === 0)
    return <p>The backup holds exactly what is here now.</p>
  return (
    <div className={styles.apart}>
      <Only changes={onlyNow} what="made since, not in the backup" />
      <Only changes={onlyInBackup} what="in the backup, not here now" />
      <p>
        “Restore beside” makes a copy of its own and leaves what is here as it is. “Restore in its place” puts
        the backup where this project is now; a backup of what is here now is made first.
      </p>
    </div>
  )
}

function Only({ changes, what }: { readonly changes: readonly LoggedChange[]; readonly what: string }) {
  if (changes.length === 0) return null
  const last = changes.slice(-5).reverse()
  return (
    <div>
      <p>
        <b>{counted(changes.length, 'change')}</b> {what}
        {changes.length > last.length ? '; the last ones' : ''}:
      </p>
      <ul>
        {last.map(({ id, label, at }) => (
          <li key={id}>
            {label} <small>{dayAndTime(at)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
