import type { CoderDisagreement } from '../../../shared/analysis/agreement/disagreements.ts'
import type { Coding } from '../../../shared/model/entities.ts'
import { codingsOf, type Project } from '../../../shared/model/project.ts'
import type { AgreementRound } from '../../../shared/model/team-entities.ts'
import { overlaps } from '../../../shared/text/positions.ts'
import { remarksOf } from '../../parts/coding-card.tsx'
import styles from './disagreement.module.css'

/** What each coder made of a place, beside one another: the code with what they said about it, and their other codes
    there. */
export function SideBySide({
  project,
  round,
  place,
}: {
  readonly project: Project
  readonly round: AgreementRound
  readonly place: CoderDisagreement
}) {
  const content = project.tables.source.get(place.source)?.content
  const here = codingsOf(project, place.source).filter(
    (each) => each.content === content && overlaps(each, place),
  )
  const agreed = here.filter((each) => each.layer === 'agreed' && each.code === place.code)
  return (
    <div className={styles.sides}>
      {round.coders
        .filter((id) => place.by.includes(id) || place.notBy.includes(id))
        .map((id) => (
          <Side
            key={id}
            project={project}
            name={project.tables.coder.get(id)?.name ?? 'Somebody who is gone'}
            place={place}
            codings={here.filter((each) => each.layer === 'own' && each.coder === id)}
          />
        ))}
      {agreed.length > 0 ? (
        <p className={styles.quietly}>The agreed coding has this code here already.</p>
      ) : null}
    </div>
  )
}

function Side({
  project,
  name,
  place,
  codings,
}: {
  readonly project: Project
  readonly name: string
  readonly place: CoderDisagreement
  readonly codings: readonly Coding[]
}) {
  const code = project.tables.code.get(place.code)?.name ?? 'the code'
  const meant = codings.filter((each) => each.code === place.code)
  const others = [...new Set(codings.filter((each) => each.code !== place.code).map((each) => each.code))]
  const names = others.map((id) => project.tables.code.get(id)?.name ?? 'a code that is gone')
  return (
    <section aria-label={name} className={styles.side}>
      <h4>{name}</h4>
      <p>{meant.length > 0 ? <b>✓ used {code}</b> : <span>– did not use {code}</span>}</p>
      {meant.map((each) => (
        <Said key={each.id} coding={each} />
      ))}
      <p className={styles.quietly}>
        {names.length === 0 ? 'No other code here.' : `Other codes here: ${names.join(', ')}`}
      </p>
    </section>
  )
}

function Said({ coding }: { readonly coding: Coding }) {
  const remarks = remarksOf(coding)
  return (
    <>
      {remarks ? <p className={styles.quietly}>{remarks}</p> : null}
      {coding.note ? <p className={styles.remark}>{coding.note}</p> : null}
    </>
  )
}
