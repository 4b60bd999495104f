import type { TeamProgress } from '../../../shared/analysis/team-progress.ts'
import { codebookLead } from '../../../shared/model/decides-about-codes.ts'
import type { CoderId } from '../../../shared/model/ids.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useBlind, useProject, useSelected } from '../../project/project-context.tsx'
import styles from './overview.module.css'
import { outInWords, progressInWords } from './overview-words.ts'

/** Who is in the team: what they have to code and have done of it, and when they last worked. */
export function CoderList({ progress }: { readonly progress: TeamProgress }) {
  const { isBlind } = useBlind()
  const me = useSelected(({ coder }) => coder)
  const lead = codebookLead(useProject())?.id
  return (
    <div className={styles.coders}>
      <table aria-label="Coders">
        <thead>
          <tr>
            <th scope="col">Coder</th>
            <th scope="col">Sources assigned</th>
            {isBlind ? null : <th scope="col">Codings</th>}
            {isBlind ? null : <th scope="col">Last worked</th>}
          </tr>
        </thead>
        <tbody>
          {progress.coders.map((each) => (
            <tr key={each.coder.id}>
              <th scope="row">
                <b>{each.coder.initials}</b> {each.coder.name}{' '}
                <small>{standing(each.coder.id, me, lead)}</small>
              </th>
              <td>
                <Bar part={each.done} of={each.assigned} />
                {progressInWords(each, isBlind)}
                {each.out ? (
                  <small>
                    {' '}
                    {counted(each.out.sources, 'source')} {outInWords(each.out)}
                  </small>
                ) : null}
              </td>
              {isBlind ? null : (
                <td>
                  {each.codings === 0
                    ? 'none yet'
                    : `${counted(each.codings, 'coding')} in ${each.sources} of ${counted(progress.sources, 'source')}`}
                </td>
              )}
              {isBlind ? null : <td>{each.lastAt === null ? 'not yet' : day.format(each.lastAt)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function standing(coder: CoderId, me: CoderId, lead: CoderId | undefined): string {
  const facts = [coder === me ? 'in this window' : '', coder === lead ? 'decides about codes' : '']
  return facts.filter((each) => each !== '').join(' · ')
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

function Bar({ part, of }: { readonly part: number; readonly of: number }) {
  if (of === 0) return null
  return (
    <span aria-hidden="true" className={styles.bar}>
      <span style={{ width: `${(100 * part) / of}%` }} />
    </span>
  )
}
