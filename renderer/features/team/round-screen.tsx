import { useState } from 'react'
import { Link, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { deleteRound } from '../../../shared/commands/change-round.ts'
import type { AgreementRound } from '../../../shared/model/team-entities.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hrefTo } from '../../parts/places.ts'
import { undoLast } from '../../parts/undo.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './agreement.module.css'
import { DisagreementWalk } from './disagreement-walk.tsx'
import { ReflexiveNote } from './reflexive-note.tsx'
import { RoundNameDialog } from './round-name-dialog.tsx'
import { RoundResultView } from './round-result.tsx'
import { codersText, sampleText, unitNames } from './round-words.ts'
import { useRoundPlaces } from './use-round-places.ts'

/** One round: what it compares, what came of it, and the places where its coders disagree. */
export function RoundScreen({
  round,
  showsNumbers,
  onShowNumbers,
}: {
  readonly round: AgreementRound
  readonly showsNumbers: boolean
  readonly onShowNumbers: () => void
}) {
  const open = useOpenProject()
  const project = useProject()
  const found = useRoundPlaces(round)
  const title = useArrival<HTMLHeadingElement>()
  const [tab, setTab] = useState(() => lastTab.get(round.id) ?? 'result')
  const done = found.places?.filter((place) => found.decided(place)).length ?? 0
  const version = project.tables.codebookVersion.get(round.codebook)
  const facts = [
    codersText(project, round),
    sampleText(project, round),
    `in ${unitNames[round.unit]}`,
    round.codes ? counted(round.codes.length, 'code') : 'all codes',
    version ? `“${version.name}”` : '',
  ]
  return (
    <div className={styles.round}>
      <header className={styles.roundHead}>
        <Link href={hrefTo(open.id, { kind: 'team', part: 'agreement' })} className={styles.back ?? ''}>
          All rounds
        </Link>
        <div className={styles.head}>
          <h2 ref={title} tabIndex={-1} data-arrival>
            {round.name}
          </h2>
          <RoundMenu round={round} />
        </div>
        <p className={styles.facts}>{facts.filter((each) => each !== '').join(' · ')}</p>
        {round.note ? <p className={styles.facts}>{round.note}</p> : null}
      </header>
      <Tabs
        className={styles.tabs ?? ''}
        selectedKey={tab}
        onSelectionChange={(key) => {
          const now = key === 'places' ? 'places' : 'result'
          lastTab.set(round.id, now)
          setTab(now)
        }}
      >
        <TabList aria-label="Parts of the round" className={styles.tabList ?? ''}>
          <Tab id="result" className={styles.tab ?? ''}>
            Result
          </Tab>
          <Tab id="places" className={styles.tab ?? ''}>
            {showsNumbers ? `Disagreements${decidedSoFar(found.places?.length, done)}` : 'Differences'}
          </Tab>
        </TabList>
        <TabPanel id="result" className={styles.panel ?? ''}>
          <div className={styles.page}>
            {showsNumbers ? (
              <RoundResultView round={round} wished={found.round} />
            ) : (
              <ReflexiveNote onShow={onShowNumbers} />
            )}
          </div>
        </TabPanel>
        <TabPanel id="places" className={styles.panel ?? ''}>
          <DisagreementWalk round={round} found={found} showsNumbers={showsNumbers} />
        </TabPanel>
      </Tabs>
    </div>
  )
}

/** Which part of a round was looked at last, so that coming back from a transcript leads there again. */
const lastTab = new Map<string, 'result' | 'places'>()

function decidedSoFar(places: number | undefined, done: number): string {
  return places === undefined ? '' : ` (${done} of ${places} decided)`
}

function RoundMenu({ round }: { readonly round: AgreementRound }) {
  const open = useOpenProject()
  const commit = useCommit()
  const [isNaming, setNaming] = useState(false)
  const remove = async () => {
    if (!(await commit(deleteRound(open.project, round.id))).ok) return
    location.hash = hrefTo(open.id, { kind: 'team', part: 'agreement' })
    say({
      kind: 'done',
      text: `Deleted the round ${round.name}. Decisions made in it stay.`,
      action: { label: 'Undo', run: () => void undoLast(open) },
    })
  }
  return (
    <>
      <ActionMenu
        label="This round"
        entries={[
          { id: 'name', label: 'Name and note…', run: () => setNaming(true) },
          { id: 'delete', label: 'Delete the round', rule: true, run: () => void remove() },
        ]}
      >
        <Button look="quiet">This round ▾</Button>
      </ActionMenu>
      {isNaming ? <RoundNameDialog round={round} onClose={() => setNaming(false)} /> : null}
    </>
  )
}
