import { useMemo, useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import type { CodeTree } from '../../../shared/analysis/code-tree.ts'
import { hueOf } from '../../../shared/model/code-hue.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { matchNames } from '../../../shared/text/match-names.ts'
import { hueStyle } from '../../parts/code-colour.ts'
import { asNamed, pathAbove } from '../../parts/code-tree.tsx'
import styles from './code-chooser.module.css'

/** Finds one code by what somebody types. `first` offers something that is no code, such as the top of the tree. */
export function CodeChooser({
  label,
  tree,
  leaveOut,
  value,
  onChange,
  first,
}: {
  readonly label: string
  readonly tree: CodeTree
  readonly leaveOut: ReadonlySet<CodeId>
  /** The code chosen; null for `first`, undefined while nothing is. */
  readonly value: CodeId | null | undefined
  readonly onChange: (code: CodeId | null) => void
  readonly first?: string
}) {
  const [query, setQuery] = useState('')
  const codes = useMemo(
    () => matchNames(query, tree.inOrder.filter((code) => !leaveOut.has(code.id)).map(asNamed)),
    [tree, leaveOut, query],
  )
  const top = first !== undefined && query.trim() === '' ? [{ id: topKey, name: first, above: '' }] : []
  const options = [
    ...top,
    ...codes
      .slice(0, 200)
      .map(({ entry }) => ({ id: String(entry.id), name: entry.name, above: pathAbove(tree, entry.id) })),
  ]
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField aria-label={label} autoFocus className={styles.field ?? ''}>
        <Input className={styles.input ?? ''} placeholder={label} />
      </SearchField>
      <ListBox
        aria-label="Codes"
        className={styles.list ?? ''}
        items={options}
        selectionMode="single"
        disallowEmptySelection={value !== undefined}
        selectedKeys={value === undefined ? [] : [value ?? topKey]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key === topKey) onChange(null)
          else onChange(tree.byId.get(String(key))?.id ?? null)
        }}
        renderEmptyState={() => <p className={styles.none}>No code has these words.</p>}
      >
        {({ id, name, above }) => (
          <ListBoxItem
            id={id}
            textValue={name}
            className={styles.option ?? ''}
            style={hueStyle(optionHue(tree, id))}
          >
            {id === topKey ? (
              <span className={styles.gap} />
            ) : (
              <span aria-hidden="true" className={styles.dot} />
            )}
            <span>
              {name} <small>{above}</small>
            </span>
            <span aria-hidden="true" className={styles.tick}>
              ✓
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}

const topKey = 'top'

function optionHue(tree: CodeTree, id: string): number {
  const code = tree.byId.get(id)
  return code ? hueOf(tree.byId, code.id) : 0
}
