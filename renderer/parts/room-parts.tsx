import styles from './room-parts.module.css'

/** The parts of a room, as links at its top. */
export function RoomParts({
  label,
  parts,
}: {
  readonly label: string
  readonly parts: readonly {
    readonly name: string
    readonly href: string
    readonly here: boolean
    /** How much is there; nothing is shown for none. */
    readonly count?: string
  }[]
}) {
  return (
    <nav aria-label={label} className={styles.parts}>
      {parts.map(({ name, href, here, count = '' }) => (
        <a key={name} href={href} aria-current={here ? 'page' : undefined}>
          {name}
          <span aria-hidden="true">{count}</span>
        </a>
      ))}
    </nav>
  )
}
