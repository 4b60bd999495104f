import type { RoundId } from '../../../shared/model/ids.ts'
import { BlindCurtain } from '../../parts/blind-curtain.tsx'
import { hrefTo, type TeamPart } from '../../parts/places.ts'
import { RoomParts } from '../../parts/room-parts.tsx'
import { useOpenProject } from '../../project/project-context.tsx'
import { AgreementPart } from './agreement-part.tsx'
import { MergingPart } from './merging-part.tsx'
import { OverviewPart } from './overview-part.tsx'
import { ProposalsPart } from './proposals-part.tsx'
import styles from './team-screen.module.css'

/** What a team does besides coding: who codes what, how far coders agree, which codes they propose, and bringing
    copies together. */
export function TeamScreen({
  part,
  round,
}: {
  readonly part: TeamPart | undefined
  readonly round: RoundId | undefined
}) {
  const open = useOpenProject()
  const here = parts.find((each) => each.part === part) ?? parts[0]
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">Team</h1>
      <RoomParts
        label="Parts of the team"
        parts={parts.map(({ name, ...to }) => ({
          name,
          href: hrefTo(open.id, { kind: 'team', ...to }),
          here: name === here.name,
        }))}
      />
      <Room part={part} round={round} />
    </div>
  )
}

const parts: readonly [Part, ...Part[]] = [
  { name: 'Overview' },
  { name: 'Agreement', part: 'agreement' },
  { name: 'Proposals', part: 'proposals' },
  { name: 'Merging', part: 'merging' },
]

interface Part {
  readonly name: string
  readonly part?: TeamPart
}

function Room({ part, round }: Parameters<typeof TeamScreen>[0]) {
  switch (part) {
    case 'agreement':
      return (
        <BlindCurtain title="Agreement is hidden in blind mode">
          <AgreementPart round={round} />
        </BlindCurtain>
      )
    case 'proposals':
      return <ProposalsPart />
    case 'merging':
      return (
        <BlindCurtain title="Merging is hidden in blind mode">
          <MergingPart />
        </BlindCurtain>
      )
    default:
      return <OverviewPart />
  }
}
