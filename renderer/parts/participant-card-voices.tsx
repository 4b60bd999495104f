import type { ParticipantId } from '../../shared/model/ids.ts'
import { sourcesInOrder, turnsOf } from '../../shared/model/project.ts'
import { counted } from '../../shared/text/counted.ts'
import { useOpenProject, useProject } from '../project/project-context.tsx'
import styles from './participant-card.module.css'
import { hrefTo } from './places.ts'

/** Where a participant speaks: each source with the labels they have there and how many turns. */
export function ParticipantVoices({ participant }: { readonly participant: ParticipantId }) {
  const open = useOpenProject()
  const project = useProject()
  const speakers = [...project.tables.speaker.values()].filter(
    (speaker) => speaker.participant === participant,
  )
  const places = sourcesInOrder(project).flatMap((source) => {
    const here = speakers.filter((speaker) => speaker.source === source.id)
    const ids = new Set<string>(here.map((speaker) => speaker.id))
    const turns = turnsOf(project, source.id).filter(
      (turn) => turn.speaker !== undefined && ids.has(turn.speaker),
    ).length
    const whole = source.participants?.includes(participant) ?? false
    return here.length > 0 || whole
      ? [{ source, turns, labels: here.map((speaker) => speaker.label), whole }]
      : []
  })
  return (
    <section aria-label="Where they speak" className={styles.facts}>
      <h3>Where they speak</h3>
      {places.length === 0 ? <p className={styles.quiet}>In no source yet.</p> : null}
      <ul className={styles.voices}>
        {places.map(({ source, turns, labels, whole }) => (
          <li key={source.id}>
            <a href={hrefTo(open.id, { kind: 'source', source: source.id })}>{source.name}</a>
            <span className={styles.quiet}>
              {labels.length > 0 ? `as ${labels.join(', ')}, ${counted(turns, 'turn')}` : ''}
              {whole ? 'as a whole' : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
