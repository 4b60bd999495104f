import { inquiryOf } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hrefTo } from '../../parts/places.ts'
import { undoLast } from '../../parts/undo.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './merging.module.css'
import type { MergingState } from './merging-desk.ts'
import { MergingNumbers } from './merging-numbers.tsx'

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
  const title = useArrival<HTMLHeadingElement>(standing)
  const name = useSelected(({ project }) => inquiryOf(project).name)
  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <div role="status" className={styles.whose}>
          <h2 ref={title} tabIndex={-1} data-arrival>
            {standing === 'undone' ? `Undone: ${file} is not merged` : `Merged ${file} into ${name}`}
          </h2>
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
            {comparison.texts + comparison.files > 0 ? <p>{alongInWords(comparison)}</p> : null}
          </section>
        )}
        {standing === 'undone' ? null : <Onward />}
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
      </div>
    </div>
  )
}

/** Where the work goes on: what waits to be decided, and how far everybody has come. */
function Onward() {
  const open = useOpenProject()
  const waiting = useSelected(
    ({ project }) => [...project.tables.proposal.values()].filter(({ status }) => status === 'open').length,
  )
  return (
    <p className={styles.onward}>
      {waiting > 0 ? (
        <a
          href={hrefTo(open.id, { kind: 'team', part: 'proposals' })}
        >{`Decide ${counted(waiting, 'open proposal')}`}</a>
      ) : null}{' '}
      <a href={hrefTo(open.id, { kind: 'team' })}>See how far everybody has come</a>
    </p>
  )
}

function alongInWords({ texts, files }: { readonly texts: number; readonly files: number }): string {
  const along = [
    ...(texts > 0 ? [counted(texts, 'text')] : []),
    ...(files > 0 ? [counted(files, 'original file')] : []),
  ]
  return `${along.join(' and ')} came along.`
}
