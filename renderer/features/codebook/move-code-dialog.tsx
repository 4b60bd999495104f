import { useMemo, useState } from 'react'
import { type CodeTree, descendantsOf } from '../../../shared/analysis/code-tree.ts'
import { moveCode } from '../../../shared/commands/move-code.ts'
import type { Code } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CodeChooser } from './code-chooser.tsx'

/** Puts a code below another, or at the top. */
export function MoveCodeDialog({
  code,
  tree,
  onClose,
}: {
  readonly code: Code
  readonly tree: CodeTree
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [parent, setParent] = useState<CodeId | null | undefined>(undefined)
  const leaveOut = useMemo(
    () => new Set([code.id, ...descendantsOf(tree, code.id).map((each) => each.id)]),
    [tree, code.id],
  )
  const move = () => {
    if (parent === undefined) return
    onClose()
    void commit(moveCode(open.project, code.id, { parent, before: null }))
  }
  return (
    <Dialog
      title={`Move “${code.name}”`}
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={move} isDisabled={parent === undefined}>
          Move
        </CancelOr>
      }
    >
      <p>Everything below it comes along. Within a level, Alt with the arrow keys moves it too.</p>
      <CodeChooser
        label="Find the code it goes below"
        tree={tree}
        leaveOut={leaveOut}
        value={parent}
        onChange={setParent}
        first="The top of the codebook"
      />
    </Dialog>
  )
}
