import { Button } from '../../ui/button.tsx'
import styles from './merging.module.css'

/** How a team works with copies, before there is one to merge. */
export function MergingBeginning({
  problem,
  onChoose,
}: {
  readonly problem: string | null
  readonly onChoose: () => void
}) {
  return (
    <div className={styles.beginning}>
      <h2>Bring copies together</h2>
      <ol>
        <li>
          <b>Give the project to your colleagues.</b> Save it as a file, or make a copy for one coder in
          “Overview”, and hand the file over the way you hand over files.
        </li>
        <li>
          <b>Everybody codes in a copy of their own,</b> at the same time, without a server and without
          waiting for each other.
        </li>
        <li>
          <b>Bring the copies back here, one after another.</b> Loam shows what is new in each, asks where two
          of you decided differently, and puts everything together. One undo takes a whole merge back.
        </li>
      </ol>
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      ) : null}
      <p className={styles.acts}>
        <Button look="do" onPress={onChoose}>
          Choose a copy…
        </Button>
        <span className={styles.quiet}>or drop a .qdpx file here</span>
      </p>
    </div>
  )
}
