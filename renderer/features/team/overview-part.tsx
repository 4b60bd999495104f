import { useDeferredValue, useMemo, useState } from 'react'
import { teamProgress } from '../../../shared/analysis/team-progress.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { inquiryOf, sourcesInOrder } from '../../../shared/model/project.ts'
import { BlindSwitch } from '../../parts/blind-switch.tsx'
import { useBlind, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AddCoderDialog } from './add-coder-dialog.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { CoderList } from './coder-list.tsx'
import { HandOutDialog } from './hand-out-dialog.tsx'
import styles from './overview.module.css'
import { SpreadDialog } from './spread-dialog.tsx'
import { WorkMatrix } from './work-matrix.tsx'

type Sheet = 'coder' | 'assign' | 'spread' | 'hand out' | null

/** Who is in the team, who is to code what, and how far everybody has come. */
export function OverviewPart() {
  const project = useProject()
  const still = useDeferredValue(project)
  const { isBlind } = useBlind()
  const progress = useMemo(() => teamProgress(still), [still])
  const sources = useMemo(() => sourcesInOrder(still), [still])
  const [chosen, setChosen] = useState<ReadonlySet<SourceId>>(new Set())
  const [sheet, setSheet] = useState<Sheet>(null)
  const close = () => setSheet(null)
  const there = sources.map(({ id }) => id).filter((id) => chosen.has(id))
  if (progress.coders.length < 2 && project.tables.assignment.size === 0)
    return (
      <>
        <Alone onAdd={() => setSheet('coder')} />
        {sheet === 'coder' ? <AddCoderDialog onClose={close} /> : null}
      </>
    )
  const isEmpty = sources.length === 0
  const isPacket = inquiryOf(still).packet !== undefined
  return (
    <div className={styles.overview}>
      <h2 className="visually-hidden">Overview</h2>
      <div className={styles.toolbar}>
        <BlindSwitch />
        {isBlind ? <span className={styles.quiet}>Numbers of codings are hidden in blind mode.</span> : null}
        <span className={styles.grow} />
        {isPacket ? null : <Sharing isEmpty={isEmpty} onSheet={setSheet} />}
      </div>
      {isPacket ? (
        <p className={styles.packet}>
          This is a packet: a copy for one coder. When you are done, save it as a file and give that back to
          whoever handed it out. They merge it into the team’s copy under Team, Merging.
        </p>
      ) : null}
      <CoderList progress={progress} />
      <WorkMatrix
        sources={sources}
        progress={progress}
        chosen={chosen}
        onChoose={setChosen}
        onAssign={isPacket ? null : () => setSheet('assign')}
      />
      {sheet === 'coder' ? <AddCoderDialog onClose={close} /> : null}
      {sheet === 'assign' ? <AssignDialog sources={there} progress={progress} onClose={close} /> : null}
      {sheet === 'spread' ? <SpreadDialog chosen={there} onClose={close} /> : null}
      {sheet === 'hand out' ? <HandOutDialog chosen={there} onClose={close} /> : null}
    </div>
  )
}

function Sharing({
  isEmpty,
  onSheet,
}: {
  readonly isEmpty: boolean
  readonly onSheet: (sheet: Sheet) => void
}) {
  return (
    <>
      <Button look="quiet" onPress={() => onSheet('coder')}>
        Add a coder…
      </Button>
      <Button isDisabled={isEmpty} onPress={() => onSheet('spread')}>
        Spread sources…
      </Button>
      <Button isDisabled={isEmpty} onPress={() => onSheet('hand out')}>
        Hand out…
      </Button>
    </>
  )
}

function Alone({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <EmptyState
      title="You code alone so far"
      action={
        <Button look="do" onPress={onAdd}>
          Add a coder…
        </Button>
      }
    >
      Add the others who code. Then share the sources out, hand everybody a copy with theirs, and merge what
      comes back.
    </EmptyState>
  )
}
