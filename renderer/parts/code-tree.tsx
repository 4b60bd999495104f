import { createContext, memo, type ReactNode, use, useDeferredValue, useMemo, useRef } from 'react'
import { type DragAndDropHooks, ListLayout, Tree, Virtualizer } from 'react-aria-components'
import { type CodeTree as CodeTreeShape, pathOf } from '../../shared/analysis/code-tree.ts'
import type { Code } from '../../shared/model/entities.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import { matchNames } from '../../shared/text/match-names.ts'
import { useLatest } from '../ui/use-latest.ts'
import styles from './code-tree.module.css'
import { Branch } from './code-tree-branch.tsx'
import { type CodeMove, useCodeDrag } from './code-tree-drag.ts'
import { type CodeCount, type CodeRow, codeRows } from './code-tree-rows.ts'
import { useClosedBranches } from './use-closed-branches.ts'

/** The codebook as a tree. Enter or a double click acts on a code; codes can be dragged onto a selection, and,
    with `onMove`, within the tree (also by keyboard, from the handle). Which branches are open is remembered. Of many
    codes only those in view are drawn. */
export function CodeTree({
  tree,
  counts,
  selected,
  onSelect,
  onAction,
  onMove,
  filter: typed = '',
  empty = 'No codes yet.',
  'aria-label': label = 'Codebook',
}: {
  readonly tree: CodeTreeShape
  readonly counts?: ReadonlyMap<CodeId, CodeCount> | undefined
  readonly selected: CodeId | null
  readonly onSelect: (code: CodeId) => void
  readonly onAction?: ((code: CodeId) => void) | undefined
  readonly onMove?: ((move: CodeMove) => void) | undefined
  readonly filter?: string
  /** What an empty codebook says. */
  readonly empty?: ReactNode
  readonly 'aria-label'?: string
}) {
  const [closed, setClosed] = useClosedBranches()
  // The field shows each letter at once; the tree follows.
  const filter = useDeferredValue(typed)
  const shown = useMemo(() => matching(tree, filter), [tree, filter])
  const open = useSame([...tree.children.keys()].filter((id) => shown !== null || !closed.has(id)))
  const drag = useCodeDrag(tree, onMove)
  const rows = useCodeRows(tree, counts, shown)
  const idOf = (key: unknown) => tree.byId.get(String(key))?.id
  const select = useLatest((key: unknown) => {
    const id = idOf(key)
    if (id) onSelect(id)
  })
  const act = useLatest((key: unknown) => {
    const id = idOf(key)
    if (id) onAction?.(id)
  })
  const openOnly = useLatest((keys: ReadonlySet<unknown>) => {
    if (!shown) setClosed(new Set([...tree.children.keys()].filter((id) => !keys.has(id))))
  })
  // An empty tree is no tree: the library would give its one sentence the role of a row.
  if (tree.inOrder.length === 0 || shown?.size === 0)
    return <p className={styles.none}>{filter ? 'No code has these words.' : empty}</p>
  return (
    <Rows value={rows}>
      <CanMove value={onMove !== undefined}>
        <DrawnTree
          label={label}
          isLong={tree.inOrder.length > many}
          open={open}
          selected={selected}
          drag={drag}
          onSelect={select}
          onAction={act}
          onOpen={openOnly}
        />
      </CanMove>
    </Rows>
  )
}

const Rows = createContext<readonly CodeRow[]>([])
const CanMove = createContext(false)

/** The tree as the library draws it. Each time it is drawn so is every row in view, and once more when rows were
    exchanged; so those are not given to it but found by what it holds. */
const DrawnTree = memo(function DrawnTree({
  label,
  isLong,
  open,
  selected,
  drag,
  onSelect,
  onAction,
  onOpen,
}: {
  readonly label: string
  readonly isLong: boolean
  readonly open: readonly CodeId[]
  readonly selected: CodeId | null
  readonly drag: DragAndDropHooks
  readonly onSelect: (key: unknown) => void
  readonly onAction: (key: unknown) => void
  readonly onOpen: (keys: ReadonlySet<unknown>) => void
}) {
  const drawn = (
    <Tree
      aria-label={label}
      className={`${styles.tree} ${isLong ? styles.long : ''}`}
      // The library counts rows and columns, of which a plain tree has none.
      render={({ 'aria-rowcount': _rows, 'aria-colcount': _columns, ...props }) => (
        <div {...props} role="tree" />
      )}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection={selected !== null}
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => onSelect(keys === 'all' ? undefined : [...keys][0])}
      onAction={onAction}
      expandedKeys={open}
      onExpandedChange={onOpen}
      dragAndDropHooks={drag}
    >
      <Branches />
    </Tree>
  )
  return isLong ? (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      {drawn}
    </Virtualizer>
  ) : (
    drawn
  )
})

function Branches() {
  const [rows, canMove] = [use(Rows), use(CanMove)]
  return rows.map((row) => <Branch key={row.code.id} row={row} canMove={canMove} />)
}

/** The list as it was, as long as the same stands in it. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const same = useRef(list)
  if (list.length !== same.current.length || list.some((each, i) => each !== same.current[i]))
    same.current = list
  return same.current
}

/** Up to so many codes, all are drawn, within reach of whoever looks for words in the page. */
const many = 150
const layoutOptions = { estimatedRowSize: 28 }

/** Rows that are the same from one drawing to the next where nothing about them changed. */
function useCodeRows(
  tree: CodeTreeShape,
  counts: ReadonlyMap<CodeId, CodeCount> | undefined,
  shown: ReadonlySet<string> | null,
): readonly CodeRow[] {
  const before = useRef<readonly CodeRow[]>([])
  return useMemo(() => {
    before.current = codeRows(tree, counts, shown, before.current)
    return before.current
  }, [tree, counts, shown])
}

function matching(tree: CodeTreeShape, filter: string): ReadonlySet<string> | null {
  if (filter.trim() === '') return null
  const shown = new Set<string>()
  const entries = tree.inOrder.map(asNamed)
  for (const { entry } of matchNames(filter, entries))
    for (const code of pathOf(tree, entry.id)) shown.add(code.id)
  return shown
}

/** A code as something to find: by its name, its keys, and its definition. */
export function asNamed(code: Code) {
  return {
    id: code.id,
    name: code.name,
    otherNames: [...(code.key === undefined ? [] : [code.key]), ...(code.aliases ?? [])],
    meaning: code.definition ?? '',
  }
}

/** Names of the codes above a code, from the top: "Barriers › Metrics". Empty for codes at the top. */
export function pathAbove(tree: CodeTreeShape, code: CodeId): string {
  return pathOf(tree, code)
    .slice(0, -1)
    .map((each) => each.name)
    .join(' › ')
}
