import { useState } from 'react'
import { Link } from 'react-aria-components'
import { readAlpha } from '../../../shared/analysis/agreement/reading.ts'
import { inOrder, type Project } from '../../../shared/model/project.ts'
import type { AgreementRound } from '../../../shared/model/team-entities.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './agreement.module.css'
import { NewRoundDialog } from './new-round-dialog.tsx'
import { ReflexiveNote } from './reflexive-note.tsx'
import { RoundIntroduction } from './round-introduction.tsx'
import { alphaText, codersText, numberIn, sampleText, unitNames } from './round-words.ts'
import { useRoundPlaces } from './use-round-places.ts'

/** Every round of comparing coders, the latest first. */
export function RoundList({
  showsNumbers,
  onShowNumbers,
}: {
  readonly showsNumbers: boolean
  readonly onShowNumbers: () => void
}) {
  const open = useOpenProject()
  const project = useProject()
  const [isNew, setNew] = useState(false)
  const rounds = inOrder(project.tables.round).reverse()
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h2>Agreement</h2>
        {project.tables.coder.size > 1 ? (
          <Button look="do" onPress={() => setNew(true)}>
            New round
          </Button>
        ) : null}
      </header>
      {rounds.length === 0 ? <RoundIntroduction project={project} /> : null}
      {showsNumbers ? null : <ReflexiveNote onShow={onShowNumbers} />}
      {rounds.length > 0 ? (
        <table className={styles.rounds} aria-label="Rounds">
          <thead>
            <tr>
              {headings(showsNumbers).map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <RoundRow key={round.id} round={round} project={project} showsNumbers={showsNumbers} />
            ))}
          </tbody>
        </table>
      ) : null}
      {isNew ? (
        <NewRoundDialog
          onClose={() => setNew(false)}
          onStarted={(id) => {
            setNew(false)
            location.hash = hrefTo(open.id, { kind: 'team', part: 'agreement', round: id })
          }}
        />
      ) : null}
    </div>
  )
}

function headings(showsNumbers: boolean): readonly string[] {
  return [
    'Round',
    'Coders',
    'Sample',
    'Unit',
    ...(showsNumbers ? ['α over all codes'] : []),
    'Compared',
    showsNumbers ? 'Disagreements decided' : 'Differences',
  ]
}

function RoundRow({
  round,
  project,
  showsNumbers,
}: {
  readonly round: AgreementRound
  readonly project: Project
  readonly showsNumbers: boolean
}) {
  const open = useOpenProject()
  const { places, decided } = useRoundPlaces(round)
  const done = places?.filter((place) => decided(place)).length ?? 0
  return (
    <tr>
      <th scope="row">
        <Link href={hrefTo(open.id, { kind: 'team', part: 'agreement', round: round.id })}>{round.name}</Link>
        {round.note ? <small>{round.note}</small> : null}
      </th>
      <td>{codersText(project, round)}</td>
      <td>{sampleText(project, round)}</td>
      <td>{unitNames[round.unit]}</td>
      {showsNumbers ? <AlphaCell round={round} /> : null}
      <td className={styles.day}>{round.result ? day.format(round.result.at) : 'not yet'}</td>
      <td>{decidedText(places?.length, done, showsNumbers)}</td>
    </tr>
  )
}

function AlphaCell({ round: { result } }: { readonly round: AgreementRound }) {
  if (!result) return <td>–</td>
  const alpha = numberIn(result.overall.krippendorffAlpha)
  return (
    <td>
      <span className={styles.figure}>{alphaText(result.overall)}</span>
      {alpha === null ? null : <small>{readAlpha(alpha).words}</small>}
    </td>
  )
}

function decidedText(places: number | undefined, decided: number, showsNumbers: boolean): string {
  if (places === undefined) return '…'
  if (places === 0) return 'none'
  if (showsNumbers) return `${decided} of ${places}`
  return decided === places ? 'talked through' : 'to talk about'
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
