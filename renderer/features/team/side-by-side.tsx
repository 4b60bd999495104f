import type { CodeProposal } from '../../../shared/model/team-entities.ts'
import { useProject } from '../../project/project-context.tsx'
import styles from './proposals.module.css'

/** A proposal's wording beside the code as it is, field by field; for a new code the wording alone. */
export function SideBySide({ proposal }: { readonly proposal: CodeProposal }) {
  const { code: codes } = useProject().tables
  const code = codes.get(proposal.code ?? '')
  const parent = codes.get(proposal.parent ?? '')
  const rows = fields.flatMap(({ field, name }) => {
    const [now, then] = [code?.[field] ?? '', proposal[field] ?? '']
    return now === '' && then === '' ? [] : [{ name, now, then }]
  })
  return (
    <>
      <table aria-label="Wording" className={styles.wording}>
        <thead>
          <tr>
            <td />
            {code ? <th scope="col">Now</th> : null}
            <th scope="col">Proposed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, now, then }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {code ? <td>{now === '' ? <i>nothing</i> : now}</td> : null}
              <td className={code && now !== then ? styles.other : undefined}>
                {then === '' ? <i>nothing</i> : then}
                {code && now === then ? <span className="visually-hidden"> (as now)</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {parent ? <p className={styles.hint}>Below “{parent.name}”</p> : null}
    </>
  )
}

const fields = [
  { field: 'name', name: 'Name' },
  { field: 'definition', name: 'Definition' },
  { field: 'include', name: 'Use when' },
  { field: 'exclude', name: 'Not when' },
  { field: 'example', name: 'Example' },
] as const
