import { useMemo, useState } from 'react'
import type { CodeTree } from '../../../shared/analysis/code-tree.ts'
import { mergeAccount, mergeCodes } from '../../../shared/commands/merge-codes.ts'
import type { Code } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CodeChooser } from './code-chooser.tsx'
import { sayDone } from './say-done.ts'

/** Merges a code into another and says beforehand what moves and what becomes one. */
export function MergeCodesDialog({
  code,
  tree,
  onClose,
  onMerged,
}: {
  readonly code: Code
  readonly tree: CodeTree
  readonly onClose: () => void
  readonly onMerged: (into: CodeId) => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [into, setInto] = useState<CodeId | null | undefined>(undefined)
  const leaveOut = useMemo(() => new Set([code.id]), [code.id])
  const target = into ? tree.byId.get(into) : undefined
  const merge = async () => {
    if (!target) return
    onClose()
    const gesture = mergeCodes(open.project, code.id, target.id)
    onMerged(target.id)
    await sayDone(open, commit(gesture), gesture)
  }
  return (
    <Dialog
      title={`Merge “${code.name}” into…`}
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void merge()} isDisabled={!target}>
          Merge
        </CancelOr>
      }
    >
      <CodeChooser
        label="Find the code that stays"
        tree={tree}
        leaveOut={leaveOut}
        value={into}
        onChange={setInto}
      />
      <p role="status">
        {target ? (
          <Account from={code} into={target} />
        ) : (
          'Choose the code that stays. Undo takes a merge back.'
        )}
      </p>
    </Dialog>
  )
}

function Account({ from, into }: { readonly from: Code; readonly into: Code }) {
  const { passages, unite, memos, children } = mergeAccount(useOpenProject().project, from.id, into.id)
  const comes = [
    counted(passages, 'coding'),
    memos > 0 ? counted(memos, 'memo') : '',
    children > 0 ? `${counted(children, 'code')} below it` : '',
  ]
  return (
    <>
      {comes.filter((words) => words !== '').join(', ')} {passages + memos + children === 1 ? 'goes' : 'go'}{' '}
      over to “{into.name}”.{' '}
      {unite > 0
        ? `${counted(unite, 'passage')} ${unite === 1 ? 'has' : 'have'} both codes by the same coder: there the two codings become one that keeps what both say. `
        : 'No passage has both codes by the same coder. '}
      “{from.name}” stays as another name of it.
    </>
  )
}
