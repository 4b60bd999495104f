import { ChangeSet, type StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { useLayoutEffect, useRef } from 'react'
import { alignTexts } from '../../../shared/text/align-texts.ts'
import styles from './reader.module.css'
import type { ShownTranslation } from './shown-translation.ts'
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
import { setTranslation } from './translation-under.ts'

/** The transcript as a text to read and select in, with its codings. What is drawn follows the props by the smallest
    step: a new coding does not draw the text anew, and where words are corrected the rest stays where it is. */
export function Transcript({
  text,
  lines,
  groups,
  signs,
  active,
  translation,
  events,
  onOpen,
}: {
  readonly text: string
  readonly lines: readonly TranscriptLine[]
  readonly groups: readonly ShownGroup[]
  readonly signs: readonly PassageSign[]
  readonly active: readonly string[]
  readonly translation: ShownTranslation | null
  readonly events: TranscriptEvents
  /** Gives the opened text, and null when it is closed. */
  readonly onOpen: (view: EditorView | null) => void
}) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const shown: Shown = { lines, groups, signs, active, translation }
  const drawn = useRef(shown)
  const latest = useRef({ events, shown, onOpen, text })
  latest.current = { events, shown, onOpen, text }

  useLayoutEffect(() => {
    if (!parent.current) return
    const { current } = latest
    drawn.current = current.shown
    const opened = openTranscript(parent.current, current.text, effectsOf(current.shown, null), {
      onMove: (...all) => latest.current.events.onMove(...all),
      onPoint: (...all) => latest.current.events.onPoint(...all),
      onPress: (...all) => latest.current.events.onPress(...all),
      onKey: (...all) => latest.current.events.onKey(...all),
      onDrop: (...all) => latest.current.events.onDrop(...all),
      onScroll: (...all) => latest.current.events.onScroll(...all),
      onTranslation: (...all) => latest.current.events.onTranslation(...all),
    })
    view.current = opened
    current.onOpen(opened)
    return () => {
      latest.current.onOpen(null)
      opened.destroy()
      view.current = null
    }
  }, [])

  useLayoutEffect(() => {
    const corrected = view.current ? correctedWords(view.current, text) : null
    const effects = effectsOf(shown, corrected ? null : drawn.current)
    drawn.current = shown
    if (corrected) return view.current?.dispatch({ ...corrected, effects })
    // All in one step: each one makes the browser lay out the text, to put the selection back.
    if (effects.length > 0) view.current?.dispatch({ effects })
  })

  return <div ref={parent} className={styles.transcript} data-translation={translation?.place} />
}

/** What makes the text on the screen another one, the caret staying at its words; null when it is that text. */
function correctedWords({ state }: EditorView, text: string) {
  const before = state.doc.toString()
  if (before === text) return null
  const { changed } = alignTexts(before, text)
  const changes = ChangeSet.of(
    changed.map(({ from, to, newFrom, newTo }) => ({ from, to, insert: text.slice(newFrom, newTo) })),
    before.length,
  )
  return { changes, selection: state.selection.map(changes) }
}

interface Shown {
  readonly lines: readonly TranscriptLine[]
  readonly groups: readonly ShownGroup[]
  readonly signs: readonly PassageSign[]
  readonly active: readonly string[]
  readonly translation: ShownTranslation | null
}

/** What to draw anew; everything when nothing was drawn before. */
function effectsOf(now: Shown, before: Shown | null): StateEffect<unknown>[] {
  return [
    ...(now.lines === before?.lines ? [] : [setLines.of(now.lines)]),
    ...(now.groups === before?.groups ? [] : [setGroups.of(now.groups)]),
    ...(now.signs === before?.signs ? [] : [setSigns.of(now.signs)]),
    ...(now.active === before?.active ? [] : [setActive.of(now.active)]),
    ...(now.translation === (before?.translation ?? null) ? [] : [setTranslation.of(now.translation)]),
  ]
}
