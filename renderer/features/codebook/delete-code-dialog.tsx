import { useState } from 'react'
import { type CodeTree, childrenOf } from '../../../shared/analysis/code-tree.ts'
import { type Below, deleteCode, goesWithCode } from '../../../shared/commands/delete-code.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { sayDone } from './say-done.ts'

/** Deletes a code and says beforehand what goes with it. */
export function DeleteCodeDialog({
  code,
  tree,
  onClose,
  onDeleted,
}: {
  readonly code: Code
  readonly tree: CodeTree
  readonly onClose: () => void
  readonly onDeleted: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [below, setBelow] = useState<Below>('move up')
  const hasChildren = childrenOf(tree, code.id).length > 0
  const goes = goesWithCode(open.project, code.id, below)
  const { children, codings, sources, memos, quoteChoices, decisions } = goes
  const gone = [
    children > 0 ? `${counted(children, 'code')} below it` : '',
    codings > 0 ? `${counted(codings, 'coding')} in ${counted(sources, 'source')}` : '',
    memos > 0 ? `${counted(memos, 'memo')} about it` : '',
    quoteChoices > 0 ? `${counted(quoteChoices, 'choice')} of quotes in reports` : '',
    decisions > 0 ? `${counted(decisions, 'decision')} about disagreements` : '',
  ].filter((words) => words !== '')
  const act = async () => {
    onClose()
    const gesture = deleteCode(open.project, code.id, below)
    onDeleted()
    await sayDone(open, commit(gesture), gesture)
  }
  return (
    <Dialog
      title={`Delete “${code.name}”?`}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button look="danger" onPress={() => void act()}>
            Delete
          </Button>
        </>
      }
    >
      {hasChildren ? (
        <Select label="Codes below it" value={below} options={fates} onChange={setBelow} />
      ) : null}
      {gone.length > 0 ? (
        <div>
          <p>With it goes:</p>
          <ul>
            {gone.map((words) => (
              <li key={words}>– {words}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>Nothing was coded with it, and no memo is about it.</p>
      )}
      <p>
        The transcripts and what is written in reports stay. Undo brings everything back; to keep the codings
        under another code, merge instead.
      </p>
    </Dialog>
  )
}

const fates = [
  { key: 'move up', label: 'move up into its place' },
  { key: 'go', label: 'are deleted with it' },
] as const
