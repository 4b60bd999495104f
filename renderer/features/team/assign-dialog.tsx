import { useState } from 'react'
import type { TeamProgress } from '../../../shared/analysis/team-progress.ts'
import { assignSources, takeSourcesAway } from '../../../shared/commands/assignments.ts'
import type { CoderId, SourceId } from '../../../shared/model/ids.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './overview.module.css'

/** Gives chosen sources to chosen coders, or takes them away. */
export function AssignDialog({
  sources,
  progress,
  onClose,
}: {
  readonly sources: readonly SourceId[]
  readonly progress: TeamProgress
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [who, setWho] = useState<ReadonlySet<CoderId>>(new Set())
  const having = (coder: CoderId) => sources.filter((id) => progress.work(id, coder).assigned).length
  const coders = progress.coders.map(({ coder }) => coder.id).filter((id) => who.has(id))
  const assign = () => {
    const shares = sources.map((source) => ({ source, coders }))
    void commit(assignSources(open.project, shares, open.making))
    onClose()
  }
  const takeAway = () => {
    void commit(takeSourcesAway(open.project, sources, coders))
    onClose()
  }
  return (
    <Dialog
      title={`Who codes ${sources.length === 1 ? 'this source' : `these ${number(sources.length)} sources`}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button isDisabled={!coders.some((coder) => having(coder) > 0)} onPress={takeAway}>
            Take away
          </Button>
          <Button
            look="do"
            isDisabled={!coders.some((coder) => having(coder) < sources.length)}
            onPress={assign}
          >
            Assign
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {progress.coders.map(({ coder }) => (
          <li key={coder.id}>
            <Checkbox
              isSelected={who.has(coder.id)}
              onChange={(on) => {
                const next = new Set(who)
                if (on) next.add(coder.id)
                else next.delete(coder.id)
                setWho(next)
              }}
            >
              {coder.name}
            </Checkbox>
            <small>
              has {number(having(coder.id))} of {sources.length === 1 ? '1' : number(sources.length)}
            </small>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        Each chosen coder codes {sources.length === 1 ? 'it' : `all ${counted(sources.length, 'source')}`} by
        themselves. Taking a source away leaves what was coded in it.
      </p>
    </Dialog>
  )
}
