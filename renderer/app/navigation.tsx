import { decidesAboutCodes } from '../../shared/model/decides-about-codes.ts'
import { hrefTo, type Place } from '../parts/places.ts'
import { type ShownProject, useBlind, useOpenProject, useSelected } from '../project/project-context.tsx'
import styles from './workbench.module.css'

/** The rail: where one can go, and how much is there. */
export function Navigation({ place }: { readonly place: Place }) {
  const open = useOpenProject()
  const sources = useSelected(({ project }) => project.tables.source.size)
  const codes = useSelected(({ project }) => project.tables.code.size)
  const memos = useSelected(({ project }) => project.tables.memo.size)
  const proposals = useSelected(openProposals)
  const { isBlind } = useBlind()
  const rooms: readonly {
    readonly name: string
    readonly to: Place
    readonly here: readonly Place['kind'][]
    readonly count?: number
  }[] = [
    {
      name: 'Sources',
      to: { kind: 'sources' },
      here: ['sources', 'source', 'participants', 'guide'],
      count: sources,
    },
    { name: 'Codebook', to: { kind: 'codebook' }, here: ['codebook'], count: codes },
    { name: 'Search', to: { kind: 'search' }, here: ['search'] },
    { name: 'Findings', to: { kind: 'findings' }, here: ['findings'] },
    { name: 'Memos', to: { kind: 'memos' }, here: ['memos'], count: memos },
    { name: 'Team', to: { kind: 'team' }, here: ['team'], count: proposals },
    { name: 'History', to: { kind: 'history' }, here: ['history'] },
  ]
  return (
    <nav aria-label="Workbench" className={styles.navigation}>
      {rooms.map(({ name, to, here, count }) => (
        <a
          key={name}
          href={hrefTo(open.id, to)}
          aria-current={here.includes(place.kind) ? 'page' : undefined}
        >
          {name}
          {count && !isBlind ? (
            <span aria-hidden="true" className={styles.count}>
              {count}
            </span>
          ) : null}
        </a>
      ))}
      <a
        href={hrefTo(open.id, { kind: 'settings' })}
        aria-current={place.kind === 'settings' ? 'page' : undefined}
        className={styles.atEnd}
      >
        Settings
      </a>
    </nav>
  )
}

/** Proposals that wait for whoever codes here to decide. */
function openProposals({ project, coder }: ShownProject): number {
  if (!decidesAboutCodes(project, coder)) return 0
  let waiting = 0
  for (const { status } of project.tables.proposal.values()) if (status === 'open') waiting++
  return waiting
}
