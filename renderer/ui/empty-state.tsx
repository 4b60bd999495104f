import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** What an empty place says: what belongs here, and what to do next. `isScreen` where it is all there is to see, so
    that its title is the screen's. */
export function EmptyState({
  title,
  children,
  action,
  isScreen = false,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly isScreen?: boolean
}) {
  const Title = isScreen ? 'h1' : 'h2'
  return (
    <div className={styles.empty}>
      <Title>{title}</Title>
      {children ? <p>{children}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}
