import { memo, useState } from 'react'
import type { CodeTree as CodeTreeShape } from '../../../shared/analysis/code-tree.ts'
import { hueOf } from '../../../shared/model/code-hue.ts'
import type { Code } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { capital } from '../../../shared/text/capital.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hueStyle } from '../../parts/code-colour.ts'
import { CodeTree } from '../../parts/code-tree.tsx'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './reader.module.css'
import type { CodeCounts } from './use-code-counts.ts'

/** The codebook beside the transcript: find a code, read what it means, put it on the passage. */
export const CodebookColumn = memo(function CodebookColumn({
  tree,
  counts,
  onApply,
}: {
  readonly tree: CodeTreeShape
  readonly counts: CodeCounts | undefined
  readonly onApply: (code: CodeId) => void
}) {
  const open = useOpenProject()
  const [filter, setFilter] = useState('')
  const [selected, setSelected] = useState<CodeId | null>(null)
  const code = selected === null ? undefined : tree.byId.get(selected)
  const size = tree.byId.size
  return (
    <section className={styles.codebook}>
      <h2>
        Codebook <span>{counted(size, 'code')}</span>
      </h2>
      {size === 0 ? null : (
        <TextField
          label="Find a code"
          hideLabel
          placeholder="Find a code"
          value={filter}
          onChange={setFilter}
          type="search"
        />
      )}
      {counts && size > 0 ? (
        <p className={styles.legend}>
          <span>{capital(counts.layer)}</span> <span>participants · passages</span>
        </p>
      ) : null}
      <div className={styles.tree}>
        <CodeTree
          tree={tree}
          counts={counts?.byCode}
          selected={selected}
          onSelect={setSelected}
          onAction={onApply}
          filter={filter}
          empty={
            <>
              No codes yet. Select words, press Enter and type a name to make the first code, or bring in a
              codebook under <a href={hrefTo(open.id, { kind: 'codebook' })}>Codebook</a>.
            </>
          }
        />
      </div>
      {code ? <Definition code={code} tree={tree} /> : null}
    </section>
  )
})

function Definition({ code, tree }: { readonly code: Code; readonly tree: CodeTreeShape }) {
  const parts = [
    { title: 'Use when', text: code.include },
    { title: 'Not when', text: code.exclude },
    { title: 'Example', text: code.example },
  ].filter((part) => part.text)
  return (
    <section
      className={styles.definition}
      style={hueStyle(hueOf(tree.byId, code.id))}
      aria-label={`Definition of ${code.name}`}
    >
      <p>
        <b>{code.name}.</b> {code.definition ?? 'No definition yet.'}
      </p>
      {parts.map(({ title, text }) => (
        <p key={title}>
          <b>{title}</b> {text}
        </p>
      ))}
    </section>
  )
}
