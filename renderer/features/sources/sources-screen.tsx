import { number } from '../../../shared/text/counted.ts'
import { hrefTo } from '../../parts/places.ts'
import { RoomParts } from '../../parts/room-parts.tsx'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { GuidePart } from './guide-part.tsx'
import { ParticipantsPart } from './participants-part.tsx'
import { SourcesPart } from './sources-part.tsx'
import styles from './sources-screen.module.css'

/** Everything the inquiry stands on: its sources, who took part, and what they were asked. */
export function SourcesScreen({ part }: { readonly part: 'sources' | 'participants' | 'guide' }) {
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">{names[part]}</h1>
      <Parts part={part} />
      {part === 'participants' ? <ParticipantsPart /> : part === 'guide' ? <GuidePart /> : <SourcesPart />}
    </div>
  )
}

const names = { sources: 'Sources', participants: 'Participants', guide: 'Interview guide' } as const

function Parts({ part }: { readonly part: 'sources' | 'participants' | 'guide' }) {
  const open = useOpenProject()
  const sources = useSelected(({ project }) => project.tables.source.size)
  const participants = useSelected(({ project }) => project.tables.participant.size)
  const questions = useSelected(({ project }) => project.tables.question.size)
  const parts = [
    { kind: 'sources', count: sources },
    { kind: 'participants', count: participants },
    { kind: 'guide', count: questions },
  ] as const
  return (
    <RoomParts
      label="Sources, participants and guide"
      parts={parts.map(({ kind, count }) => ({
        name: names[kind],
        href: hrefTo(open.id, { kind }),
        here: kind === part,
        count: count > 0 ? number(count) : '',
      }))}
    />
  )
}
