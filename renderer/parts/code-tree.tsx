import { memo, type ReactNode, useDeferredValue, useMemo, useRef } from 'react'
import {
  Button,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components'
import {
  type CodeTree as CodeTreeShape,
  childrenOf,
  descendantsOf,
  pathOf,
} from '../../shared/analysis/code-tree.ts'
import type { Code } from '../../shared/model/entities.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import { matchNames } from '../../shared/text/match-names.ts'
import { hueStyle } from './code-colour.ts'
import styles from './code-tree.module.css'
import { type CodeCount, type CodeRow, codeRows } from './code-tree-rows.ts'
import { useClosedBranches } from './use-closed-branches.ts'

/** A count in words, as far as it is known: "3 of 8 participants · raised in 1 of 2 sessions". Nothing of people
    where nobody took part by name. */
export function countInWords({ participants, of, inSessions = 0, sessions = 0 }: CodeCount): string {
  const people = of ? `${participants} of ${of} ${of === 1 ? 'participant' : 'participants'}` : ''
  const groups =
    inSessions > 0 ? `raised in ${inSessions} of ${sessions} ${sessions === 1 ? 'session' : 'sessions'}` : ''
  return [people, groups].filter((part) => part !== '').join(' · ')
}

/** The same with its passages: "3 of 8 participants, 12 passages". */
export function countWithPassages(count: CodeCount): string {
  const { participants, of, passages } = count
  const people =
    of === undefined ? `${participants} ${participants === 1 ? 'participant' : 'participants'}` : ''
  const parts = [countInWords(count), people, `${passages} ${passages === 1 ? 'passage' : 'passages'}`]
  return parts.filter((part) => part !== '').join(', ')
}

/** Where a code was put: below `parent` (null: at the top), in front of `before` (null: at the end). */
export interface CodeMove {
  readonly code: CodeId
  readonly parent: CodeId | null
  readonly before: CodeId | null
}

/** The kind of thing a dragged code is to whoever it is dropped on; what is carried is the code's id. */
export const draggedCode = 'application/x-loam-code'

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
  const parents = [...tree.children.keys()]
  const open = shown ? parents : parents.filter((id) => !closed.has(id))
  const drag = useCodeDrag(tree, onMove)
  const idOf = (key: unknown) => tree.byId.get(String(key))?.id
  const canMove = onMove !== undefined
  const rows = useCodeRows(tree, counts, shown)
  // The same as long as the rows are: choosing a code does not build the tree anew.
  const branches = useMemo(
    () => rows.map((row) => <Branch key={row.code.id} row={row} canMove={canMove} />),
    [rows, canMove],
  )
  const isLong = tree.inOrder.length > many
  // An empty tree is no tree: the library would give its one sentence the role of a row.
  if (tree.inOrder.length === 0 || shown?.size === 0)
    return <p className={styles.none}>{filter ? 'No code has these words.' : empty}</p>
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
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        const id = idOf(key)
        if (id) onSelect(id)
      }}
      onAction={(key) => {
        const id = idOf(key)
        if (id) onAction?.(id)
      }}
      expandedKeys={open}
      onExpandedChange={(keys) => {
        if (!shown) setClosed(new Set(parents.filter((id) => !keys.has(id))))
      }}
      dragAndDropHooks={drag}
    >
      {branches}
    </Tree>
  )
  return isLong ? (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      {drawn}
    </Virtualizer>
  ) : (
    drawn
  )
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

const Branch = memo(function Branch({
  row: { code, hue, count, below },
  canMove,
}: {
  readonly row: CodeRow
  readonly canMove: boolean
}) {
  return (
    <TreeItem
      id={code.id}
      textValue={code.name}
      className={styles.item ?? ''}
      style={hueStyle(hue)}
      // biome-ignore lint/a11y/useFocusableInteractive: the props bring the tab index.
      render={(props) => <div {...props} role="treeitem" />}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className={styles.row} ref={withoutCell}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ''}>
                <span aria-hidden="true">{isExpanded ? '▾' : '▸'}</span>
              </Button>
            ) : (
              <span className={styles.chevron} />
            )}
            <span aria-hidden="true" className={code.codable === false ? styles.group : styles.dot} />
            <span className={styles.name} title={code.definition}>
              {code.name}
            </span>
            {count && (count.participants > 0 || count.passages > 0) ? <Count count={count} /> : null}
            {canMove ? (
              <Button slot="drag" aria-label={`Move ${code.name}`} className={styles.handle ?? ''}>
                <span aria-hidden="true">⠿</span>
              </Button>
            ) : null}
          </div>
        )}
      </TreeItemContent>
      {below.map((row) => (
        <Branch key={row.code.id} row={row} canMove={canMove} />
      ))}
    </TreeItem>
  )
})

/** The library draws a tree grid. Ours has one column, so it is a plain tree, whose items hold no cells. */
function withoutCell(row: HTMLElement | null): void {
  row?.parentElement?.setAttribute('role', 'presentation')
  row?.parentElement?.removeAttribute('aria-colindex')
}

function Count({ count }: { readonly count: CodeCount }) {
  const { participants, passages } = count
  const words = countWithPassages(count)
  return (
    <span className={styles.count} title={words}>
      <span aria-hidden="true">{count.of === 0 ? passages : `${participants} · ${passages}`}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
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

function useCodeDrag(tree: CodeTreeShape, onMove: ((move: CodeMove) => void) | undefined) {
  const items = (keys: ReadonlySet<unknown>) =>
    [...keys].map((key) => ({
      [draggedCode]: String(key),
      'text/plain': tree.byId.get(String(key))?.name ?? '',
    }))
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: items,
    ...(onMove
      ? {
          onMove: ({ keys, target }) => {
            const at = tree.byId.get(String(target.key))
            for (const key of keys) {
              const code = tree.byId.get(String(key))
              if (code && at && !isWithin(tree, code.id, at.id))
                onMove(moveTo(tree, code.id, at, target.dropPosition))
            }
          },
        }
      : {}),
  })
  return dragAndDropHooks
}

function isWithin(tree: CodeTreeShape, code: CodeId, place: CodeId): boolean {
  return code === place || descendantsOf(tree, code).some((below) => below.id === place)
}

function moveTo(tree: CodeTreeShape, code: CodeId, at: Code, position: 'before' | 'on' | 'after'): CodeMove {
  if (position === 'on') return { code, parent: at.id, before: null }
  const parent = at.parent !== undefined && tree.byId.has(at.parent) ? at.parent : null
  if (position === 'before') return { code, parent, before: at.id }
  const siblings = parent === null ? tree.roots : childrenOf(tree, parent)
  const next = siblings[siblings.findIndex((each) => each.id === at.id) + 1]
  return { code, parent, before: next?.id ?? null }
}

/** Names of the codes above a code, from the top: "Barriers › Metrics". Empty for codes at the top. */
export function pathAbove(tree: CodeTreeShape, code: CodeId): string {
  return pathOf(tree, code)
    .slice(0, -1)
    .map((each) => each.name)
    .join(' › ')
}
