import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** The rows of a long list that are in sight, with a few around them: indexes from `first` to before `end`. */
export interface Window {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly first: number
  readonly end: number
  readonly onScroll: () => void
  /** Scrolls a row into sight. */
  readonly reveal: (row: number) => void
}

const around = 8

/** Watches which of `count` rows, each `height` pixels high below a heading of `heading` pixels, are in sight. */
export function useWindow(count: number, height: number, heading: number): Window {
  const ref = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState({ first: 0, end: 40 })
  const onScroll = useCallback(() => {
    const box = ref.current
    if (!box) return
    const first = Math.max(0, Math.floor(box.scrollTop / height) - around)
    const end = Math.ceil((box.scrollTop + box.clientHeight) / height) + around
    setShown((before) => (before.first === first && before.end === end ? before : { first, end }))
  }, [height])
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const watcher = new ResizeObserver(onScroll)
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [onScroll])
  const reveal = useCallback(
    (row: number) => {
      const box = ref.current
      if (!box) return
      const top = row * height
      const room = box.clientHeight - heading
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + height > box.scrollTop + room) box.scrollTop = top + height - room
      onScroll()
    },
    [height, heading, onScroll],
  )
  return {
    ref,
    first: Math.min(shown.first, Math.max(0, count - 1)),
    end: Math.min(shown.end, count),
    onScroll,
    reveal,
  }
}
