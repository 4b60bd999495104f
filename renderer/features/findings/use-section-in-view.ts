import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Section } from './sections.ts'

/** The anchor of the section under the eyes, and how to go to one. */
export interface SectionInView {
  readonly current: string | null
  readonly goTo: (anchor: string) => void
}

/** Follows the scrolling of a report, and goes to an anchor once the report is there and whenever it is another. */
export function useSectionInView(
  scroller: RefObject<HTMLElement | null>,
  sections: readonly Section[] | null,
  anchor: string | undefined,
): SectionInView {
  const [current, setCurrent] = useState<string | null>(null)
  const ready = sections !== null
  const goTo = useCallback(
    (to: string) => {
      scroller.current?.querySelector(`[data-anchor="${CSS.escape(to)}"]`)?.scrollIntoView({ block: 'start' })
      setCurrent(to)
    },
    [scroller],
  )
  const gone = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!ready || !anchor || gone.current === anchor) return
    gone.current = anchor
    goTo(anchor)
  }, [ready, anchor, goTo])
  useEffect(() => {
    const root = scroller.current
    if (!root || !sections) return
    let frame = 0
    const look = () => {
      frame = 0
      setCurrent(topmost(root))
    }
    const onScroll = () => {
      frame ||= requestAnimationFrame(look)
    }
    root.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      root.removeEventListener('scroll', onScroll)
      cancelAnimationFrame(frame)
    }
  }, [scroller, sections])
  return { current, goTo }
}

/** A third down the page is where people read. At the very end the last section counts, however short it is. */
function topmost(root: HTMLElement): string | null {
  const { top, height } = root.getBoundingClientRect()
  const eyes = top + Math.min(220, height / 3)
  const sections = root.querySelectorAll<HTMLElement>('[data-anchor]')
  let found: HTMLElement | null = null
  for (const section of sections) {
    if (section.getBoundingClientRect().top > eyes) break
    found = section
  }
  const atEnd = root.scrollTop + root.clientHeight >= root.scrollHeight - 2
  return (atEnd ? sections.item(sections.length - 1) : (found ?? sections.item(0)))?.dataset.anchor ?? null
}
