import { memo } from 'react'
import { Checkbox } from '../../ui/checkbox.tsx'
import { type FileChoice, kindOf, toBringIn } from './import-choices.ts'
import styles from './import-preview.module.css'
import type { Reading } from './use-reading.ts'
import { counted, kindOptions, labelIn } from './words.ts'

/** The files of an import: which come in, and which one is looked at. */
export function ImportFileList({
  reading,
  at,
  onShow,
}: {
  readonly reading: Reading
  readonly at: number
  readonly onShow: (at: number) => void
}) {
  const { choices } = reading
  const readable = choices.filter((choice) => choice.draft)
  const ticked = toBringIn(choices).length
  return (
    <>
      {readable.length > 1 ? (
        <Checkbox
          isSelected={ticked === readable.length}
          isIndeterminate={ticked > 0 && ticked < readable.length}
          onChange={(is) => reading.setAll((choice) => (choice.draft ? { ...choice, ticked: is } : choice))}
        >
          All {readable.length} files
        </Checkbox>
      ) : null}
      <ul aria-label="Files" className={styles.fileList}>
        {choices.map((choice, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files keep their places, and two may be called alike.
          <FileItem key={i} at={i} choice={choice} isHere={i === at} onSet={reading.set} onShow={onShow} />
        ))}
      </ul>
    </>
  )
}

const FileItem = memo(function FileItem({
  at,
  choice,
  isHere,
  onSet,
  onShow,
}: {
  readonly at: number
  readonly choice: FileChoice
  readonly isHere: boolean
  readonly onSet: Reading['set']
  readonly onShow: (at: number) => void
}) {
  return (
    <li data-here={isHere || undefined} data-out={!choice.ticked || undefined}>
      <Checkbox
        aria-label={`Import ${choice.file.name}`}
        isSelected={choice.ticked}
        isDisabled={choice.draft === null}
        onChange={(ticked) => onSet(at, { ...choice, ticked })}
      >
        {''}
      </Checkbox>
      <button type="button" aria-current={isHere} onClick={() => onShow(at)}>
        <strong>{choice.draft?.name ?? choice.file.name}</strong>
        <FileLine choice={choice} />
      </button>
    </li>
  )
})

function FileLine({ choice }: { readonly choice: FileChoice }) {
  const { draft, outcome } = choice
  if (!outcome.ok) return <span className={styles.bad}>{outcome.problem}</span>
  if (choice.twin !== null) return <span className={styles.doubt}>{choice.twin}</span>
  if (!draft) return null
  const notices = draft.notices.length
  return (
    <span>
      {labelIn(kindOptions, kindOf(choice))} · {counted(draft.words, 'word')}
      {draft.turns.length > 0 ? ` · ${counted(draft.turns.length, 'turn')}` : ''}
      {notices > 0 ? ` · ${counted(notices, 'notice')}` : ''}
    </span>
  )
}
