import type { EditorView } from '@codemirror/view'
import { useLayoutEffect, useRef } from 'react'
import styles from './original.module.css'
import { type LinePlace, markLines, openLines, type ShownLines } from './original-lines-editor.ts'

/** A file's lines with the passage marked and in view. */
export function OriginalLines({
  shown,
  marked,
}: {
  readonly shown: ShownLines
  readonly marked: readonly (readonly [LinePlace, LinePlace])[]
}) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  useLayoutEffect(() => {
    if (!parent.current) return
    const opened = openLines(parent.current, shown)
    view.current = opened
    return () => {
      opened.destroy()
      view.current = null
    }
  }, [shown])
  const key = JSON.stringify(marked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is marked, and new lines are marked anew.
  useLayoutEffect(() => {
    if (view.current) markLines(view.current, marked)
  }, [shown, key])
  return <div ref={parent} className={styles.lines} />
}
