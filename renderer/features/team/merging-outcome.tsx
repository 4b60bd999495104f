import { inquiryOf } from '../../../shared/model/project.ts'
import { undoLast } from '../../parts/undo.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './merging.module.css'
import type { MergingState } from './merging-desk.ts'
import { MergingNumbers } from './merging-numbers.tsx'
import { counted } from './merging-words.ts'

/** What came of a merge, and the way back. */
export function MergingOutcome({
  merged: { file, comparison, change },
  onChoose,
  onClose,
}: {
  readonly merged: Extract<MergingState, { kind: 'merged' }>
  readonly onChoose: () => void
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const standing = useSelected(({ undoStack }) =>
    undoStack.undoable.at(-1)?.id === change
      ? 'last'
      : undoStack.undoable.some(({ id }) => id === change)
        ? 'stands'
        : 'undone',
  )
  const name = useSelected(({ project }) => inquiryOf(project).name)
  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <div role="status" className={styles.whose}>
          <h2>{standing === 'undone' ? `Undone: ${file} is not merged` : `Merged ${file} into ${name}`}</h2>
          {standing === 'undone' ? (
            <p>This project is as it was before. The copy can be merged again.</p>
          ) : (
            <p>The whole project was checked: nothing in it points to something that is missing.</p>
          )}
        </div>
        {standing === 'undone' || comparison.comingIn.length === 0 ? null : (
          <section aria-label="What came in" className={styles.section}>
            <h3>What came in</h3>
            <MergingNumbers lines={comparison.comingIn} label="What came in" />
          </section>
        )}
        {standing === 'stands' ? (
          <p className={styles.quiet}>
            Other changes were made since. Undo them first to take the merge back; “History” lists them.
          </p>
        ) : null}
        <p className={styles.acts}>
          <Button look="do" onPress={onChoose}>
            Choose another copy…
          </Button>
          {standing === 'undone' ? null : (
            <Button isDisabled={standing !== 'last'} onPress={() => void undoLast(open)}>
              Undo
            </Button>
          )}
          <Button look="quiet" onPress={onClose}>
            Close
          </Button>
        </p>
        {comparison.texts + comparison.files > 0 && standing !== 'undone' ? (
          <p className={styles.quiet}>
            {counted(comparison.texts, 'text')} and {counted(comparison.files, 'original file')} came along.
          </p>
        ) : null}
      </div>
    </div>
  )
}
