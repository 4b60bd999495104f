import { memo, useDeferredValue, useMemo } from 'react'
import { type CodeTree, pathOf } from '../../../shared/analysis/code-tree.ts'
import { createCode } from '../../../shared/commands/create-code.ts'
import { hueOf } from '../../../shared/model/code-hue.ts'
import type { Code } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hueStyle } from '../../parts/code-colour.ts'
import { useCodeRights } from '../../parts/code-rights.ts'
import { hrefTo } from '../../parts/places.ts'
import { useProposing } from '../../parts/use-proposing.tsx'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './codebook-screen.module.css'
import type { CodebookSheet } from './codebook-sheet.ts'
import type { CodeCounts } from './use-code-counts.ts'

/** The whole codebook to read, while no code is chosen; or how to begin one. */
export function CodebookOverview({
  tree,
  counts,
  onChoose,
  onName,
  onSheet,
}: {
  readonly tree: CodeTree
  readonly counts: CodeCounts | null
  readonly onChoose: (code: CodeId) => void
  readonly onName: (code: CodeId) => void
  readonly onSheet: (sheet: CodebookSheet) => void
}) {
  const entries = useEntries(tree, counts)
  const undefinedCodes = tree.inOrder.filter((code) => code.codable !== false && !code.definition).length
  if (tree.inOrder.length === 0) return <Beginning onChoose={onChoose} onName={onName} onSheet={onSheet} />
  return (
    <div className={styles.overview}>
      <header>
        <h1>Codebook</h1>
        <p>
          {counted(tree.inOrder.length, 'code')}
          {undefinedCodes > 0 ? `, ${undefinedCodes} without a definition` : ', each with a definition'}
          {counts ? `. ${whatIsCounted(counts)}` : '.'} Choose a code to reread its excerpts.
        </p>
      </header>
      <ol>{entries}</ol>
    </div>
  )
}

/** The codes in order: the first screenful at once, the rest when nothing else is to be done. */
function useEntries(tree: CodeTree, counts: CodeCounts | null) {
  const first = useMemo(() => tree.inOrder.slice(0, screenful), [tree])
  const codes = useDeferredValue(tree.inOrder, first)
  return useMemo(
    () =>
      codes.map((code) => {
        const count = counts?.byCode.get(code.id)
        return (
          <Entry
            key={code.id}
            code={code}
            depth={Math.max(0, pathOf(tree, code.id).length - 1)}
            hue={hueOf(tree.byId, code.id)}
            participants={count?.participants ?? 0}
            of={count?.of ?? 0}
            passages={count?.passages ?? 0}
          />
        )
      }),
    [codes, tree, counts],
  )
}

/** More codes than a tall screen shows. */
const screenful = 60

function whatIsCounted({ of, layer }: CodeCounts): string {
  return of > 0 ? `Participants of ${of} and passages in ${layer}.` : `Passages in ${layer}.`
}

const Entry = memo(function Entry({
  code,
  depth,
  hue,
  participants,
  of,
  passages,
}: {
  readonly code: Code
  readonly depth: number
  readonly hue: number
  readonly participants: number
  /** How many there are to speak to it; 0 where nobody took part by name. */
  readonly of: number
  readonly passages: number
}) {
  const open = useOpenProject()
  return (
    <li
      className={depth === 0 ? styles.topEntry : styles.entry}
      style={{ ...hueStyle(hue), marginInlineStart: `${depth * 22}px` }}
    >
      <span aria-hidden="true" className={code.codable === false ? styles.group : styles.dot} />
      <div>
        <a href={hrefTo(open.id, { kind: 'codebook', code: code.id })}>{code.name}</a>{' '}
        {passages > 0 ? (
          <span className={styles.quiet}>
            {of ? `${participants} of ${of} · ` : ''}
            {counted(passages, 'passage')}
          </span>
        ) : null}
        {code.definition ? <p>{code.definition}</p> : null}
      </div>
    </li>
  )
})

function Beginning({
  onChoose,
  onName,
  onSheet,
}: {
  readonly onChoose: (code: CodeId) => void
  readonly onName: (code: CodeId) => void
  readonly onSheet: (sheet: CodebookSheet) => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const { decides } = useCodeRights()
  const proposing = useProposing()
  const make = () => {
    if (!decides) return proposing.ask({ kind: 'new', name: '' })
    const made = createCode(open.project, { name: 'New code' }, open.making)
    if (!made) return
    void commit(made.gesture)
    onChoose(made.code)
    onName(made.code)
  }
  return (
    <EmptyState
      isScreen
      title="No codes yet"
      action={
        <>
          <Button look="do" onPress={make}>
            {decides ? 'Make the first code' : 'Propose the first code…'}
          </Button>
          {decides ? <Button onPress={() => onSheet('starter')}>Add a starter codebook…</Button> : null}
          {decides ? <Button onPress={() => onSheet('import')}>Import a codebook…</Button> : null}
          {proposing.dialog}
        </>
      }
    >
      A code is a named idea to tag passages with. Begin with your own while reading, or with codes that
      others have worked out.
    </EmptyState>
  )
}
