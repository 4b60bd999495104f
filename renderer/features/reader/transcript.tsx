import type { StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { useLayoutEffect, useRef } from 'react'
import styles from './reader.module.css'
import { openTranscript, type TranscriptEvents } from './transcript-editor.ts'
import type { TranscriptLine } from './transcript-lines.ts'
import {
  type PassageSign,
  type ShownGroup,
  setActive,
  setGroups,
  setLines,
  setSigns,
} from './transcript-marks.ts'

/** The transcript as a text to read and select in, with its codings. What is drawn follows the props by the smallest
    step: a new coding does not draw the text anew. */
export function Transcript({
  text,
  lines,
  groups,
  signs,
  active,
  events,
  onOpen,
}: {
  readonly text: string
  readonly lines: readonly TranscriptLine[]
  readonly groups: readonly ShownGroup[]
  readonly signs: readonly PassageSign[]
  readonly active: readonly string[]
  readonly events: TranscriptEvents
  /** Gives the opened text, and null when it is closed. */
  readonly onOpen: (view: EditorView | null) => void
}) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const shown: Shown = { lines, groups, signs, active }
  const drawn = useRef(shown)
  const latest = useRef({ events, shown, onOpen })
  latest.current = { events, shown, onOpen }

  useLayoutEffect(() => {
    if (!parent.current) return
    const { current } = latest
    drawn.current = current.shown
    const opened = openTranscript(parent.current, text, effectsOf(current.shown, null), {
      onMove: (...all) => latest.current.events.onMove(...all),
      onPoint: (...all) => latest.current.events.onPoint(...all),
      onPress: (...all) => latest.current.events.onPress(...all),
      onKey: (...all) => latest.current.events.onKey(...all),
      onDrop: (...all) => latest.current.events.onDrop(...all),
      onScroll: (...all) => latest.current.events.onScroll(...all),
    })
    view.current = opened
    current.onOpen(opened)
    return () => {
      latest.current.onOpen(null)
      opened.destroy()
      view.current = null
    }
  }, [text])

  useLayoutEffect(() => {
    const effects = effectsOf(shown, drawn.current)
    drawn.current = shown
    // All in one step: each one makes the browser lay out the text, to put the selection back.
    if (effects.length > 0) view.current?.dispatch({ effects })
  })

  return <div ref={parent} className={styles.transcript} />
}

interface Shown {
  readonly lines: readonly TranscriptLine[]
  readonly groups: readonly ShownGroup[]
  readonly signs: readonly PassageSign[]
  readonly active: readonly string[]
}

/** What to draw anew; everything when nothing was drawn before. */
function effectsOf(now: Shown, before: Shown | null): StateEffect<unknown>[] {
  return [
    ...(now.lines === before?.lines ? [] : [setLines.of(now.lines)]),
    ...(now.groups === before?.groups ? [] : [setGroups.of(now.groups)]),
    ...(now.signs === before?.signs ? [] : [setSigns.of(now.signs)]),
    ...(now.active === before?.active ? [] : [setActive.of(now.active)]),
  ]
}
