import { useSaveState, useSelected } from '../project/project-context.tsx'
import styles from './workbench.module.css'

/** What is durable, who codes, and what undo would take back. */
export function StatusLine() {
  const state = useSaveState()
  const coder = useSelected((open) => open.project.tables.coder.get(open.coder)?.initials)
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
      {last ? <span>Undo: {last}</span> : null}
    </footer>
  )
}
