import { useRef, useState } from 'react'
import styles from './original.module.css'

/** A panel's width in pixels, as somebody left it on this machine, and how it is changed. */
export function usePanelWidth() {
  const [width, setWidth] = useState(() => {
    const stored = Number(localStorage.getItem(key))
    return stored >= narrowest && stored <= widest ? stored : usual
  })
  const onWidth = (wanted: number) => {
    const now = Math.round(Math.max(narrowest, Math.min(wanted, widest)))
    setWidth(now)
    localStorage.setItem(key, String(now))
  }
  return { width, onWidth }
}

const key = 'loam-original-width'
const narrowest = 300
const usual = 440
const widest = 1100
const step = 40

/** The edge by which a panel at the right is made wider or narrower: by mouse, or with the arrow keys. */
export function PanelEdge({
  width,
  onWidth,
}: {
  readonly width: number
  readonly onWidth: (width: number) => void
}) {
  const grabbed = useRef<{ readonly at: number; readonly width: number } | null>(null)
  const keys: Readonly<Record<string, number>> = {
    ArrowLeft: width + step,
    ArrowRight: width - step,
    Home: narrowest,
    End: widest,
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this separator can.
    <div
      role="separator"
      aria-label="Width of the original"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={styles.edge}
      onKeyDown={(event) => {
        const wanted = keys[event.key]
        if (wanted === undefined) return
        event.preventDefault()
        onWidth(wanted)
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        grabbed.current = { at: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (grabbed.current) onWidth(grabbed.current.width + grabbed.current.at - event.clientX)
      }}
      onPointerUp={() => {
        grabbed.current = null
      }}
      onPointerCancel={() => {
        grabbed.current = null
      }}
    />
  )
}
