import { type KeyboardEvent, memo, useState } from 'react'
import type { CodeTree as CodeTreeShape } from '../../../shared/analysis/code-tree.ts'
import { create } from '../../../shared/change/edit.ts'
import { doesNotFit } from '../../../shared/codebooks/does-not-fit.ts'
import { asCode } from '../../../shared/commands/add-starter-codebook.ts'
import { createCode } from '../../../shared/commands/create-code.ts'
import { moveCode, type Step, stepCode } from '../../../shared/commands/move-code.ts'
import type { Code } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { keyBetween } from '../../../shared/model/order.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCodeRights } from '../../parts/code-rights.ts'
import { CodeTree } from '../../parts/code-tree.tsx'
import { useProposing } from '../../parts/use-proposing.tsx'
import { useBlind, useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import styles from './codebook-screen.module.css'
import type { CodebookSheet } from './codebook-sheet.ts'
import type { CodeCounts } from './use-code-counts.ts'

/** The tree of codes with what can be done to it. F2 renames, Alt with arrows moves, Delete asks before deleting. */
export const TreePane = memo(function TreePane({
  tree,
  code,
  counts,
  countsAreShown,
  onShowCounts,
  onChoose,
  onName,
  onSheet,
}: {
  readonly tree: CodeTreeShape
  readonly code: Code | undefined
  readonly counts: CodeCounts | null
  readonly countsAreShown: boolean
  readonly onShowCounts: (on: boolean) => void
  readonly onChoose: (code: CodeId) => void
  readonly onName: (code: CodeId) => void
  readonly onSheet: (sheet: CodebookSheet) => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [filter, setFilter] = useState('')
  const rights = useCodeRights()
  const { isBlind } = useBlind()
  const proposing = useProposing()
  const make = (parent: CodeId | undefined) => {
    if (!rights.decides) return proposing.ask({ kind: 'new', name: '', ...(parent ? { parent } : {}) })
    const made = createCode(open.project, { name: 'New code', ...(parent ? { parent } : {}) }, open.making)
    if (!made) return
    void commit(made.gesture)
    setFilter('')
    onChoose(made.code)
    onName(made.code)
  }
  const step = (direction: Step) => code && void commit(stepCode(open.project, code.id, direction))
  const onKey = (event: KeyboardEvent) => {
    const direction = event.altKey ? steps[event.key] : undefined
    if (!code || (!direction && event.key !== 'F2' && event.key !== 'Delete')) return
    if (!rights.decides || (event.key === 'Delete' && !rights.mayUnite)) return
    event.preventDefault()
    event.stopPropagation()
    if (direction) step(direction)
    else if (event.key === 'F2') onName(code.id)
    else onSheet('delete')
  }
  return (
    <section aria-label="Codes" className={styles.left}>
      <div className={styles.tools}>
        <TextField
          label="Find a code"
          hideLabel
          placeholder="Find a code"
          value={filter}
          onChange={setFilter}
        />
        <ActionMenu
          label={rights.decides ? 'New code' : 'Propose a code'}
          entries={[
            {
              id: 'beside',
              label: code ? `Beside “${code.name}”` : 'At the top',
              run: () => make(code?.parent),
            },
            {
              id: 'below',
              label: code ? `Below “${code.name}”` : 'Below the chosen code',
              isDisabled: !code,
              run: () => make(code?.id),
            },
            ...(code?.parent ? [{ id: 'top', label: 'At the top', run: () => make(undefined) }] : []),
          ]}
        >
          <Button>{rights.decides ? 'New code' : 'Propose…'}</Button>
        </ActionMenu>
        <ActionMenu
          label="More for the codebook"
          entries={[
            {
              id: 'name',
              label: 'Rename',
              keys: 'F2',
              isDisabled: !code || !rights.decides,
              run: () => code && onName(code.id),
            },
            {
              id: 'move',
              label: 'Move…',
              keys: 'Alt ↑↓←→',
              isDisabled: !code || !rights.decides,
              run: () => onSheet('move'),
            },
            {
              id: 'merge',
              label: 'Merge into…',
              isDisabled: !code || !rights.mayUnite,
              run: () => onSheet('merge'),
            },
            {
              id: 'delete',
              label: 'Delete…',
              keys: 'Del',
              isDisabled: !code || !rights.mayUnite,
              run: () => onSheet('delete'),
            },
            {
              id: 'starter',
              label: 'Add a starter codebook…',
              rule: true,
              isDisabled: !rights.decides,
              run: () => onSheet('starter'),
            },
            {
              id: 'import',
              label: 'Import a codebook…',
              isDisabled: !rights.mayUnite,
              run: () => onSheet('import'),
            },
            {
              id: 'versions',
              label: 'Versions…',
              isDisabled: tree.inOrder.length === 0,
              run: () => onSheet('versions'),
            },
            {
              id: 'export',
              label: 'Export codebook…',
              isDisabled: tree.inOrder.length === 0,
              run: () => onSheet('export'),
            },
            {
              id: 'counts',
              label: countsAreShown ? 'Hide counts' : 'Show counts',
              rule: true,
              isDisabled: isBlind,
              run: () => onShowCounts(!countsAreShown),
            },
          ]}
        >
          <IconButton name="More for the codebook">⋯</IconButton>
        </ActionMenu>
      </div>
      <div className={styles.tree} onKeyDownCapture={onKey}>
        <CodeTree
          tree={tree}
          counts={counts?.byCode}
          selected={code?.id ?? null}
          onSelect={onChoose}
          onMove={
            rights.decides
              ? ({ code: moved, parent, before }) =>
                  void commit(moveCode(open.project, moved, { parent, before }))
              : undefined
          }
          filter={filter}
        />
      </div>
      {proposing.dialog}
      <footer className={styles.leftFoot}>
        <span>
          {counted(tree.inOrder.length, 'code')}
          {counts && counts.of > 0 ? `, ${counted(counts.of, 'participant')}` : ''}
        </span>
        <DoesNotFit tree={tree} onChoose={onChoose} />
      </footer>
    </section>
  )
})

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

/** What no code holds yet is always one click away. */
function DoesNotFit({
  tree,
  onChoose,
}: {
  readonly tree: CodeTreeShape
  readonly onChoose: (code: CodeId) => void
}) {
  const commit = useCommit()
  const there = tree.inOrder.find((code) => code.key === doesNotFit.key || code.id === doesNotFit.id)
  if (there) {
    return (
      <Button look="quiet" onPress={() => onChoose(there.id)}>
        {there.name}
      </Button>
    )
  }
  const make = () => {
    const code = asCode(doesNotFit, new Map(), keyBetween(tree.roots.at(-1)?.order ?? null, null))
    void commit({ label: `Create code ${code.name}`, edits: [create('code', code)] })
    onChoose(code.id)
  }
  return (
    <Button look="quiet" onPress={make}>
      Make “{doesNotFit.name}”
    </Button>
  )
}
