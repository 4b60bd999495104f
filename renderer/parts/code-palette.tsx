import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { CodeTree } from '../../shared/analysis/code-tree.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import styles from './code-palette.module.css'
import { paletteKey } from './code-palette-keys.ts'
import { type PaletteOption, usePaletteOptions } from './code-palette-options.ts'
import { type NearPlace, placeNear } from './code-palette-place.ts'
import { ChosenCodes, OptionRow } from './code-palette-rows.tsx'
import type { CodeCount } from './code-tree-rows.ts'
import { useDrawn } from './use-drawn.ts'

interface PaletteProps {
  readonly tree: CodeTree
  /** The codes used last, the latest first; digits 1–9 choose them. */
  readonly recent?: readonly CodeId[]
  readonly counts?: ReadonlyMap<CodeId, CodeCount> | undefined
  readonly quote?: string
  readonly near?: NearPlace | null
  readonly title?: string
  /** False where only one code can be chosen, as in recoding. */
  readonly several?: boolean
  readonly onApply: (codes: readonly CodeId[]) => void
  /** Makes a code of this name; codes chosen besides come along. Without it, no new code is offered. */
  readonly onCreate?: ((name: string, besides: readonly CodeId[]) => void) | undefined
  readonly onClose: () => void
}

/** Finds a code by what somebody types, or makes a new one. Enter applies, Tab gathers several, Ctrl+Enter makes a
    code, digits choose recent ones, Escape closes. */
export function CodePalette(props: PaletteProps) {
  const { tree, counts, quote, near, title = 'Code this passage', several = true, onClose } = props
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const [chosen, setChosen] = useState<readonly CodeId[]>([])
  const options = usePaletteOptions(props, query)
  const at = Math.min(current, options.length - 1)
  const drawn = useDrawn(query, at + 20)
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  useClosingOutside(box, onClose)
  useInView(box, at)

  const take = (option: PaletteOption | undefined) => {
    if (option?.kind === 'create') props.onCreate?.(option.name, chosen)
    else if (query.trim() === '' && chosen.length > 0) props.onApply(chosen)
    else if (option) props.onApply([...new Set([...chosen, option.id])])
  }
  const gather = (option: PaletteOption | undefined) => {
    if (option?.kind !== 'code' || !several) return
    setChosen(chosen.includes(option.id) ? chosen.filter((id) => id !== option.id) : [...chosen, option.id])
    setQuery('')
    setCurrent(0)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const done = paletteKey(event, {
      options,
      at,
      query,
      chosen,
      setCurrent,
      setChosen,
      take,
      gather,
      onClose,
    })
    if (done) event.preventDefault()
    event.stopPropagation()
  }

  return createPortal(
    // The dialog lets the page behind be read; leaving it closes it.
    <div
      ref={box}
      role="dialog"
      aria-label={title}
      className={styles.palette}
      style={placeNear(near)}
      onKeyDown={onKey}
    >
      {chosen.length > 0 ? (
        <ChosenCodes
          tree={tree}
          chosen={chosen}
          onRemove={(id) => setChosen(chosen.filter((each) => each !== id))}
        />
      ) : null}
      <input
        className={styles.input}
        role="combobox"
        aria-label="Code"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={options[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={title === 'Code this passage' ? 'Find or name a code' : title}
        // biome-ignore lint/a11y/noAutofocus: the palette is opened in order to type in it.
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setCurrent(0)
        }}
      />
      <div
        role="listbox"
        id={list}
        aria-label="Codes"
        aria-multiselectable={several}
        className={styles.list}
        onScroll={drawn.onScroll}
      >
        {options.slice(0, drawn.count).map((option, i) => (
          <OptionRow
            key={option.kind === 'code' ? option.id : option.name}
            id={`${list}-${i}`}
            place={i + 1}
            of={options.length}
            option={option}
            tree={tree}
            count={option.kind === 'code' ? counts?.get(option.id) : undefined}
            isTyping={query !== ''}
            isCurrent={i === at}
            isChosen={option.kind === 'code' && chosen.includes(option.id)}
            onPoint={() => setCurrent(i)}
            onTake={() => take(option)}
          />
        ))}
        {options.length === 0 ? <p className={styles.none}>{nothingFound(tree, query)}</p> : null}
      </div>
      <div className={styles.foot}>
        <span>↑↓ choose · ⏎ apply{several ? ' · Tab several' : ''}</span>
        {quote ? <q className={styles.quote}>{quote}</q> : null}
      </div>
    </div>,
    document.body,
  )
}

function nothingFound(tree: CodeTree, query: string): string {
  if (query.trim() !== '') return 'No code has these words.'
  return tree.inOrder.length === 0
    ? 'No codes yet. Type a name to make the first one.'
    : 'No code can be applied.'
}

function useClosingOutside(box: RefObject<HTMLDivElement | null>, onClose: () => void): void {
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose()
    }
    addEventListener('pointerdown', onPointer, true)
    return () => removeEventListener('pointerdown', onPointer, true)
  }, [box, onClose])
}

function useInView(box: RefObject<HTMLDivElement | null>, at: number): void {
  useEffect(() => {
    box.current?.querySelectorAll('[role="option"]')[at]?.scrollIntoView({ block: 'nearest' })
  }, [box, at])
}
