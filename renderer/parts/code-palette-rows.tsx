import type { CodeTree } from '../../shared/analysis/code-tree.ts'
import { hueOf } from '../../shared/model/code-hue.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/text/positions.ts'
import { hueStyle } from './code-colour.ts'
import styles from './code-palette.module.css'
import type { PaletteOption } from './code-palette-options.ts'
import { mayMake, useCodeRights } from './code-rights.ts'
import { pathAbove } from './code-tree.tsx'
import type { CodeCount } from './code-tree-rows.ts'

/** One line of the palette. */
export function OptionRow({
  id,
  place,
  of,
  option,
  tree,
  count,
  isCurrent,
  isChosen,
  isTyping,
  onPoint,
  onTake,
}: {
  readonly id: string
  /** Which of the options it is, from 1, and of how many: not all are drawn. */
  readonly place: number
  readonly of: number
  readonly option: PaletteOption
  readonly tree: CodeTree
  readonly count: CodeCount | undefined
  readonly isCurrent: boolean
  readonly isChosen: boolean
  /** While a name is typed, digits belong to it, and Alt chooses. */
  readonly isTyping: boolean
  readonly onPoint: () => void
  readonly onTake: () => void
}) {
  const { decides } = useCodeRights()
  const isCode = option.kind === 'code'
  const facts = isCode
    ? [pathAbove(tree, option.id), count?.of ? `${count.participants} of ${count.of}` : '']
    : []
  const key = isCode
    ? option.digit === undefined
      ? ''
      : `${isTyping ? 'Alt ' : ''}${option.digit}`
    : 'Ctrl ⏎'
  const small = facts.filter((fact) => fact !== '').join(' · ')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the line's above, which names the current option.
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={isCurrent || isChosen}
      className={`${styles.option} ${isCurrent ? styles.current : ''}`}
      style={isCode ? hueStyle(hueOf(tree.byId, option.id)) : undefined}
      onPointerMove={isCurrent ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      {isCode ? (
        <span aria-hidden="true" className={styles.dot} />
      ) : (
        <span aria-hidden="true" className={styles.plus}>
          +
        </span>
      )}
      <span>
        {isCode ? <Marked text={option.name} marks={option.marks} /> : makingOf(option.name, decides)}
        {isChosen ? <span className={styles.chosenSign}> ✓</span> : null}
      </span>
      {key === '' ? null : (
        <span aria-hidden="true" className={styles.key}>
          {key}
        </span>
      )}
      {small ? <small>{small}</small> : null}
    </div>
  )
}

function makingOf(name: string, decides: boolean): string {
  return mayMake(name, decides) ? `Create code “${name}”` : `Propose code “${name}”…`
}

function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Span[] }) {
  let reached = 0
  const parts = marks.map(({ start, end }) => {
    const before = text.slice(reached, start)
    reached = end
    return { start, before, marked: text.slice(start, end) }
  })
  return (
    <>
      {parts.map(({ start, before, marked }) => (
        <span key={start}>
          {before}
          <mark>{marked}</mark>
        </span>
      ))}
      {text.slice(reached)}
    </>
  )
}

/** The codes gathered so far, each with a way to leave it out. */
export function ChosenCodes({
  tree,
  chosen,
  onRemove,
}: {
  readonly tree: CodeTree
  readonly chosen: readonly CodeId[]
  readonly onRemove: (id: CodeId) => void
}) {
  return (
    <ul className={styles.chosen} aria-label="Chosen codes">
      {chosen.map((id) => (
        <li key={id} style={hueStyle(hueOf(tree.byId, id))}>
          <span aria-hidden="true" className={styles.dot} />
          {tree.byId.get(id)?.name}
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Leave out ${tree.byId.get(id)?.name ?? ''}`}
            onClick={() => onRemove(id)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}
