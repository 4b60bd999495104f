import { number } from '../../../shared/text/counted.ts'
import styles from './import-preview.module.css'
import { timeLeft } from './time-left.ts'

/** How many files are read, which one is now, and how long the rest will take once that can be told. `since` is when
    reading began, in milliseconds of the window's clock. */
export function ImportProgress({
  done,
  total,
  name,
  since,
}: {
  readonly done: number
  readonly total: number
  readonly name: string
  readonly since: number
}) {
  const left = timeLeft(done, total, performance.now() - since)
  return (
    <div className={styles.progress}>
      <label>
        {number(done)} of {number(total)} read
        <progress value={done} max={total} />
      </label>
      <span>{left ?? name}</span>
    </div>
  )
}
