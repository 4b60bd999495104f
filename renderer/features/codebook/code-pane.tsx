import { memo, useState } from 'react'
import type { CodeTree } from '../../../shared/analysis/code-tree.ts'
import { writeMemo } from '../../../shared/commands/write-memo.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { CodeForm } from '../../parts/code-form.tsx'
import { useCodeRights } from '../../parts/code-rights.ts'
import { CodeTold } from '../../parts/code-told.tsx'
import { pathAbove } from '../../parts/code-tree.tsx'
import type { CodeCount } from '../../parts/code-tree-rows.ts'
import { MemoEditor } from '../../parts/memo-editor.tsx'
import { hrefTo } from '../../parts/places.ts'
import { useProposing } from '../../parts/use-proposing.tsx'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './codebook-screen.module.css'
import type { CodebookSheet } from './codebook-sheet.ts'
import { countedSoFar } from './words.ts'

/** What the chosen code means, and the memos about it. */
export const CodePane = memo(function CodePane({
  tree,
  code,
  count,
  layer,
  isNaming,
  onNaming,
  onSheet,
}: {
  readonly tree: CodeTree
  readonly code: Code
  readonly count: CodeCount | undefined
  readonly layer: string | null
  readonly isNaming: boolean
  readonly onNaming: () => void
  readonly onSheet: (sheet: CodebookSheet) => void
}) {
  const above = pathAbove(tree, code.id)
  const rights = useCodeRights()
  const proposing = useProposing()
  return (
    <aside aria-label="About this code" className={styles.right}>
      <div className={styles.about}>
        {above ? <p className={styles.path}>{above}</p> : null}
        {rights.decides ? (
          <CodeForm code={code} isNaming={isNaming} onNaming={onNaming} />
        ) : (
          <CodeTold code={code} />
        )}
        {count ? <p className={styles.path}>{countedSoFar(count, layer ?? '')}</p> : null}
        <div className={styles.acts}>
          {rights.decides ? null : (
            <Button onPress={() => proposing.ask({ kind: 'change', code })}>Propose a change…</Button>
          )}
          <Button look="quiet" isDisabled={!rights.decides} onPress={() => onSheet('move')}>
            Move…
          </Button>
          <Button look="quiet" isDisabled={!rights.mayUnite} onPress={() => onSheet('merge')}>
            Merge into…
          </Button>
          <Button look="quiet" isDisabled={!rights.mayUnite} onPress={() => onSheet('delete')}>
            Delete…
          </Button>
        </div>
        {rights.why ? <p className={styles.path}>{rights.why}</p> : null}
        {proposing.dialog}
      </div>
      <MemosAbout code={code} />
    </aside>
  )
})

function MemosAbout({ code }: { readonly code: Code }) {
  const open = useOpenProject()
  const commit = useCommit()
  const all = useSelected((each) => each.project.tables.memo)
  const [writing, setWriting] = useState(false)
  const memos = [...all.values()]
    .filter(({ about }) => about.kind === 'code' && about.code === code.id)
    .sort((a, b) => b.at - a.at)
  return (
    <section aria-label="Memos about this code" className={styles.memos}>
      <h2>
        Memos <span>{memos.length}</span>
      </h2>
      <ul>
        {memos.map((memo) => (
          <li key={memo.id}>
            <a href={hrefTo(open.id, { kind: 'memos', memo: memo.id })}>{memo.title}</a>
            <p>{memo.text}</p>
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={() => setWriting(true)}>
        New memo
      </Button>
      {writing ? (
        <MemoEditor
          about={{ kind: 'code', code: code.id }}
          onSave={(draft) => void commit(writeMemo(draft, open.making)?.gesture ?? null)}
          onClose={() => setWriting(false)}
        />
      ) : null}
    </section>
  )
}
