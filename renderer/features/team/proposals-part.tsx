import { codebookLead } from '../../../shared/model/decides-about-codes.ts'
import type { CodeProposal } from '../../../shared/model/team-entities.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject, useProject } from '../../project/project-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DecidedProposal, OpenProposal } from './proposal.tsx'
import styles from './proposals.module.css'

/** Codes that somebody would like to have or to have otherwise: open ones first, below what was decided. */
export function ProposalsPart() {
  const open = useOpenProject()
  const project = useProject()
  const lead = codebookLead(project)
  const all = [...project.tables.proposal.values()]
  const waiting = all.filter(({ status }) => status === 'open').sort((a, b) => a.at - b.at)
  const decided = all
    .filter(({ status }) => status !== 'open')
    .sort((a, b) => whenDecided(b) - whenDecided(a))
  const settings = <a href={hrefTo(open.id, { kind: 'settings' })}>Settings</a>
  if (all.length === 0)
    return (
      <EmptyState title={lead ? 'Nothing is proposed' : 'Everybody changes the codebook'}>
        {lead ? (
          <>
            {lead.name} decides about codes. When somebody else names a new code while reading, or words one
            otherwise, it waits here.
          </>
        ) : (
          <>
            If one person is to decide about codes, say so in the {settings} under Coders. Then the others
            propose codes, and the proposals wait here.
          </>
        )}
      </EmptyState>
    )
  return (
    <div className={styles.proposals}>
      <h2 className="visually-hidden">Proposals</h2>
      <p className={styles.told}>
        {lead ? `${lead.name} decides about codes.` : 'Everybody decides about codes.'}{' '}
        {waiting.length === 0 ? 'No proposal is open.' : ''}
      </p>
      {waiting.length > 0 ? (
        <section aria-label="Open proposals">
          <h3>
            {waiting.length} open of {all.length}
          </h3>
          {waiting.map((each) => (
            <OpenProposal key={each.id} proposal={each} />
          ))}
        </section>
      ) : null}
      {decided.length > 0 ? (
        <section aria-label="Decided proposals">
          <h3>
            {decided.length} decided of {all.length}
          </h3>
          <ul className={styles.decided}>
            {decided.map((each) => (
              <DecidedProposal key={each.id} proposal={each} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function whenDecided({ decidedAt, at }: CodeProposal): number {
  return decidedAt ?? at
}
