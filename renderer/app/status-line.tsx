import { useSaveState, useSelected } from '../project/project-context.tsx'
import { useStatusNote } from '../ui/status-note.ts'
import styles from './workbench.module.css'

/** What is durable, who codes, what undo would take back, and what the place has to say. */
export function StatusLine() {
  const state = useSaveState()
  const coder = useSelected((open) => open.project.tables.coder.get(open.coder)?.initials)
  const note = useStatusNote()
  const last = useSelected((open) => open.undoStack.undoable.at(-1)?.label)
  return (
    <footer className={styles.status}>
      <span
        role="status"
        aria-label="Save state"
        className={state.kind === 'failed' ? styles.failed : styles.saved}
      >
        {state.kind === 'saved' ? 'Saved' : state.kind === 'saving' ? 'Saving' : 'Not saved'}
      </span>
      {state.kind === 'failed' ? <span role="alert">{state.problem}</span> : null}
      {coder ? <span>Coder: {coder}</span> : null}
      {last ? <span className={styles.last}>Undo: {last}</span> : null}
      {note ? <span className={styles.note}>{note}</span> : null}
    </footer>
  )
}
