import type { ReactNode, Ref } from 'react'

/** A part of a screen that scrolls by itself: it can be reached by keyboard, so that arrows scroll it. */
export function Scrolled({
  label,
  ref,
  className,
  children,
}: {
  readonly label: string
  readonly ref?: Ref<HTMLElement>
  readonly className: string | undefined
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section ref={ref} aria-label={label} tabIndex={0} className={className}>
      {children}
    </section>
  )
}
