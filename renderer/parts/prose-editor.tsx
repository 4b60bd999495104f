import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { isEmptyProse } from '../../shared/report/prose.ts'
import styles from './prose-editor.module.css'
import type { Caret, ProsePlace } from './prose-editor-place.ts'
import { ProseText } from './prose-editor-text.tsx'
import { ProseWriting } from './prose-editor-writing.tsx'

/** A place of a text that somebody writes at: prose at rest that becomes an editor on click or Enter, and prose
    again when left. Words are kept at every pause and whenever the place, the screen or the window is left. */
export function ProseEditor(place: ProsePlace) {
  const [caret, setCaret] = useState<Caret | null>(null)
  const [returning, setReturning] = useState(false)
  const empty = !place.doc || isEmptyProse(place.doc)
  if (caret) {
    const onLeave = (byKey: boolean) => {
      setCaret(null)
      setReturning(byKey)
    }
    return <ProseWriting {...place} caret={caret} onLeave={onLeave} />
  }
  const write = () => setCaret('end')
  return empty ? (
    <Invitation words={place.invitation} focused={returning} onWrite={write} />
  ) : (
    <AtRest place={place} focused={returning} onWrite={setCaret} />
  )
}

// Plain buttons here and below: a long report has hundreds of them.
function Invitation({
  words,
  focused,
  onWrite,
}: {
  readonly words: string
  readonly focused: boolean
  readonly onWrite: () => void
}) {
  const button = useFocusBack(focused)
  return (
    <button ref={button} type="button" className={styles.empty} onClick={onWrite} data-write-place="">
      {words}
    </button>
  )
}

/** Puts the focus where writing was left by key, so that a person without a mouse is not lost. */
function useFocusBack(focused: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused) button.current?.focus()
  }, [focused])
  return button
}

function AtRest({
  place,
  focused,
  onWrite,
}: {
  readonly place: ProsePlace
  readonly focused: boolean
  readonly onWrite: (caret: Caret) => void
}) {
  const button = useFocusBack(focused)
  const onClick = (event: MouseEvent) => {
    const inButton = event.target instanceof Node && button.current?.contains(event.target)
    // Somebody who selects words wants to copy them, not to write.
    if (!inButton && getSelection()?.isCollapsed !== false)
      onWrite({ left: event.clientX, top: event.clientY })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same, for keyboards too.
    // biome-ignore lint/a11y/useKeyWithClickEvents: likewise.
    <div className={`${styles.place} ${styles.rest}`} onClick={onClick}>
      <div className={styles.prose}>
        <ProseText doc={place.shown ?? place.doc ?? { type: 'doc', content: [] }} />
      </div>
      <button
        ref={button}
        type="button"
        className={styles.edit}
        aria-label={`Edit ${place.label}`}
        onClick={() => onWrite('end')}
      >
        Edit
      </button>
    </div>
  )
}
