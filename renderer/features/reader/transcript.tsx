import type { EditorView } from '@codemirror/view'
import { useEffect, useLayoutEffect, useRef } from 'react'
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
  const latest = useRef({ events, lines, groups, signs, onOpen })
  latest.current = { events, lines, groups, signs, onOpen }

  useLayoutEffect(() => {
    if (!parent.current) return
    const { current } = latest
    const first = [setLines.of(current.lines), setGroups.of(current.groups), setSigns.of(current.signs)]
    const opened = openTranscript(parent.current, text, first, {
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

  useEffectOn(() => view.current?.dispatch({ effects: setLines.of(lines) }), lines)
  useEffectOn(() => view.current?.dispatch({ effects: setGroups.of(groups) }), groups)
  useEffectOn(() => view.current?.dispatch({ effects: setSigns.of(signs) }), signs)
  useEffect(() => view.current?.dispatch({ effects: setActive.of(active) }), [active])

  return <div ref={parent} className={styles.transcript} />
}

/** Runs when a value becomes another one, not for the first: the text opens with it. */
function useEffectOn(run: () => void, value: unknown): void {
  const last = useRef(value)
  useLayoutEffect(() => {
    if (last.current === value) return
    last.current = value
    run()
  })
}
