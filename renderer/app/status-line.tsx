import { BackupReminder } from '../parts/backup-reminder.tsx'
import { labelShownIn } from '../project/blind.ts'
import { useBlind, useSaveState, useSelected } from '../project/project-context.tsx'
import type { SaveState } from '../project/save-state.ts'
import { useStatusNote } from '../ui/status-note.ts'
import styles from './workbench.module.css'

/** What is durable, who codes, what undo would take back, and what the place has to say. */
export function StatusLine() {
  const state = useSaveState()
  const coder = useSelected((open) => open.project.tables.coder.get(open.coder)?.initials)
  const { isBlind } = useBlind()
  const note = useStatusNote()
  const last = useSelected((open) => labelShownIn(open, open.undoStack.undoable.at(-1)))
  return (
    <footer className={styles.status}>
      <span
        role="status"
        aria-label="Save state"
        className={state.kind === 'failed' ? styles.failed : styles.saved}
      >
        {words(state)}
      </span>
      {state.kind === 'failed' ? <span role="alert">{state.problem}</span> : null}
      {coder ? <span>Coder: {coder}</span> : null}
      {isBlind ? <span title="Only your own codings and memos are shown, and no counts">Blind</span> : null}
      {last ? <span className={styles.last}>Undo: {last}</span> : null}
      {note ? <span className={styles.note}>{note}</span> : null}
      <BackupReminder />
    </footer>
  )
}

function words(state: SaveState): string {
  if (state.kind === 'saving') return state.much ? 'Saving a large change' : 'Saving'
  return state.kind === 'saved' ? 'Saved' : 'Not saved'
}
