import { goesWithSources, removeSources } from '../../../shared/commands/remove-source.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { counted } from '../../../shared/text/counted.ts'
import { BlindNumbers } from '../../parts/blind-curtain.tsx'
import { undoLast } from '../../parts/undo.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './sources-screen.module.css'
import { listed } from './words.ts'

/** Says what goes with sources before they are deleted. Open while there are sources to delete. */
export function DeleteSources({
  sources,
  onClose,
}: {
  readonly sources: readonly SourceId[]
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const there = sources.filter((id) => project.tables.source.has(id))
  if (there.length === 0) return null
  const names = there.map((id) => project.tables.source.get(id)?.name ?? '')
  const title = there.length === 1 ? `Delete ${names[0]}?` : `Delete ${there.length} sources?`
  const remove = async () => {
    onClose()
    const done = await commit(removeSources(open.project, there))
    if (!done.ok) return
    const action = { label: 'Undo', run: () => void undoLast(open) }
    say({
      kind: 'done',
      text: there.length === 1 ? `Deleted ${names[0]}.` : `Deleted ${there.length} sources.`,
      action,
    })
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Keep
          </Button>
          <Button look="danger" onPress={() => void remove()}>
            Delete
          </Button>
        </>
      }
    >
      {there.length > 1 ? <p>{listed(names, 6)}.</p> : null}
      <BlindNumbers title="What goes is hidden in blind mode">
        <WhatGoes sources={there} />
      </BlindNumbers>
      <p className={styles.quiet}>You can undo this: the history keeps what was deleted.</p>
    </Dialog>
  )
}

function WhatGoes({ sources }: { readonly sources: readonly SourceId[] }) {
  const goes = goesWithSources(useOpenProject().project, sources)
  const lines = [
    [goes.codings, counted(goes.codings, 'coding')],
    [goes.turns, counted(goes.turns, 'turn')],
    [goes.memos, `${counted(goes.memos, 'memo')} about ${sources.length === 1 ? 'it' : 'them'} or passages`],
    [goes.restrictions, counted(goes.restrictions, 'restriction of use', 'restrictions of use')],
    [goes.translations, counted(goes.translations, 'translation')],
    [goes.quoteChoices, `${counted(goes.quoteChoices, 'choice')} of quotes in reports`],
  ] as const
  const shown = lines.filter(([count]) => count > 0)
  return (
    <>
      {shown.length === 0 ? (
        <p>Nothing else goes with {sources.length === 1 ? 'it' : 'them'}: no codings, turns or memos.</p>
      ) : (
        <div>
          <p>With {sources.length === 1 ? 'it' : 'them'} go:</p>
          <ul className={styles.bullets}>
            {shown.map(([, line]) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {goes.leftWithout.length > 0 ? (
        <p>
          {listed(goes.leftWithout, 8)}{' '}
          {goes.leftWithout.length === 1 ? 'stays as a participant' : 'stay as participants'} without a
          source.
        </p>
      ) : null}
    </>
  )
}
