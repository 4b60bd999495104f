import { memo } from 'react'
import { Button, TreeItem, TreeItemContent } from 'react-aria-components'
import { hueStyle } from './code-colour.ts'
import { countWithPassages } from './code-count-in-words.ts'
import styles from './code-tree.module.css'
import type { CodeCount, CodeRow } from './code-tree-rows.ts'

/** A code's row with the rows below it; drawn anew only when one of them is another. */
export const Branch = memo(DrawnBranch)

// Named apart from `Branch`: within a function of that name, the rows below would not be the memoised ones.
function DrawnBranch({
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
}

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
