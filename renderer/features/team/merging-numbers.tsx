import type { Act, ComingIn } from '../../../shared/change/merge/coming-in.ts'
import { number } from '../../../shared/text/counted.ts'
import styles from './merging.module.css'
import { lineName } from './merging-words.ts'

/** What a merge brings in numbers: by kind, of codings by whom; beside how many there are here, in the copy and after
    it. What has names is told by name below. */
export function MergingNumbers({
  lines,
  label,
}: {
  readonly lines: readonly ComingIn[]
  readonly label: string
}) {
  const named = lines.filter(({ names }) => acts.some(({ act }) => names[act].length > 0))
  return (
    <>
      <table aria-label={label} className={styles.numbers}>
        <thead>
          <tr>
            <td />
            <th scope="col">New</th>
            <th scope="col">Changed</th>
            <th scope="col">Removed</th>
            <th scope="col">Here before</th>
            <th scope="col">In the copy</th>
            <th scope="col">After merging</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.kind} ${line.by ?? ''}`} data-by={line.by === undefined ? undefined : true}>
              <th scope="row">{lineName(line)}</th>
              <Count of={line.added} />
              <Count of={line.changed} />
              <Count of={line.removed} />
              <td>{number(line.here)}</td>
              <td>{number(line.there)}</td>
              <td>{number(line.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {named.length > 0 ? (
        <details className={styles.names}>
          <summary>By name</summary>
          <dl>
            {named.flatMap((line) =>
              acts.flatMap(({ act, word }) => (line.names[act].length > 0 ? [namesOf(line, act, word)] : [])),
            )}
          </dl>
        </details>
      ) : null}
    </>
  )
}

const acts: readonly { readonly act: Act; readonly word: string }[] = [
  { act: 'added', word: 'new' },
  { act: 'changed', word: 'changed' },
  { act: 'removed', word: 'removed' },
]

/** Nothing reads quieter than a nought. */
function Count({ of }: { readonly of: number }) {
  return <td className={of === 0 ? styles.none : styles.some}>{of === 0 ? '–' : number(of)}</td>
}

function namesOf(line: ComingIn, act: Act, word: string) {
  const names = line.names[act]
  const more = line[act] - names.length
  return (
    <div key={`${line.kind} ${act}`}>
      <dt>
        {lineName(line)}, {word}
      </dt>
      <dd>
        {names.join(' · ')}
        {more > 0 ? ` · and ${number(more)} more` : ''}
      </dd>
    </div>
  )
}
