import { useState } from 'react'
import type { ProjectId, RoundId } from '../../../shared/model/ids.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { useOpenProject, useProject } from '../../project/project-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './agreement.module.css'
import { RoundList } from './round-list.tsx'
import { RoundScreen } from './round-screen.tsx'

/** How far coders agree: rounds, each with its sample, unit, codebook version and result. */
export function AgreementPart({ round: id }: { readonly round: RoundId | undefined }) {
  const open = useOpenProject()
  const project = useProject()
  const { approach, packet } = inquiryOf(project)
  const [asked, setAsked] = useState(() => askedFor.has(open.id))
  const round = id && project.tables.round.get(id)
  if (packet?.blind)
    return (
      <EmptyState title="Agreement is compared in the team’s copy">
        This copy was made for coding without seeing what others coded. Bring it back to whoever leads the
        inquiry; how far you agree is compared there.
      </EmptyState>
    )
  const showsNumbers = approach !== 'reflexive' || asked
  const show = () => {
    askedFor.add(open.id)
    setAsked(true)
  }
  return (
    <div className={styles.part}>
      {round ? (
        <RoundScreen key={round.id} round={round} showsNumbers={showsNumbers} onShowNumbers={show} />
      ) : (
        <RoundList showsNumbers={showsNumbers} onShowNumbers={show} />
      )}
    </div>
  )
}

/** Reflexive inquiries whose coefficients somebody asked for in this window. */
const askedFor = new Set<ProjectId>()
