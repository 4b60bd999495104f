import { useState } from 'react'
import { outOfOrder } from '../../../shared/commands/set-turn-time.ts'
import type { Turn } from '../../../shared/model/entities.ts'
import { readClock, writtenClock } from '../../../shared/recording/clock-time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './recording.module.css'

/** Asks when a turn begins, in the transcript's own times. `now` is this moment of the recording, where it is open. */
export function TurnTimeSheet({
  turn,
  turns,
  quote,
  now,
  onSet,
  onClose,
}: {
  readonly turn: Turn
  readonly turns: readonly Turn[]
  readonly quote: string
  readonly now: number | null
  readonly onSet: (time: number | null) => void
  readonly onClose: () => void
}) {
  const [written, setWritten] = useState(turn.time === undefined ? '' : writtenClock(turn.time))
  const time = readClock(written)
  const odd = time === null ? null : outOfOrder(turns, turn, time)
  const set = (to: number | null) => {
    onClose()
    onSet(to)
  }
  return (
    <Dialog
      title="When does this turn begin?"
      isOpen
      onClose={onClose}
      aside={
        turn.time === undefined ? null : (
          <Button look="danger" onPress={() => set(null)}>
            Take its time away
          </Button>
        )
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" isDisabled={time === null} onPress={() => set(time)}>
            Set time
          </Button>
        </>
      }
    >
      <q className={styles.quote}>{quote}</q>
      <form
        className={styles.pair}
        onSubmit={(event) => {
          event.preventDefault()
          if (time !== null) set(time)
        }}
      >
        <TextField
          label="Time"
          value={written}
          onChange={setWritten}
          autoFocus
          placeholder="12:48"
          problem={written.trim() !== '' && time === null ? 'Write it as 12:48 or 1:02:03.' : undefined}
        />
        {now === null || now < 0 ? null : (
          <Button onPress={() => setWritten(writtenClock(now))}>Now, {writtenClock(now)}</Button>
        )}
      </form>
      {odd === null ? null : (
        <p className={styles.odd}>{odd} Set it all the same where two people speak at once.</p>
      )}
    </Dialog>
  )
}
