import { useState } from 'react'
import type { OpenedFile } from '../../../shared/bridge.ts'
import { sha256 } from '../../platform/making.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import { bringIn, type ChosenFile } from './bring-in.ts'
import { type FileChoice, toBringIn } from './import-choices.ts'
import { ImportFile } from './import-file.tsx'
import { ImportFileList } from './import-file-list.tsx'
import styles from './import-preview.module.css'
import { useReading } from './use-reading.ts'
import { counted } from './words.ts'

/** Shows what files would become before anything is kept; one press brings the ticked ones in as one change. */
export function ImportPreview({
  files,
  onClose,
}: {
  readonly files: readonly OpenedFile[]
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const reading = useReading(files)
  const [at, setAt] = useState(0)
  const [keeping, setKeeping] = useState(false)
  const chosen = toBringIn(reading.choices)
  const choice = reading.choices[at]
  const isReading = reading.now !== null
  const keep = async () => {
    setKeeping(true)
    const problem = await keepFiles(open, chosen)
    setKeeping(false)
    if (problem !== null) {
      say({ kind: 'trouble', text: problem })
      return
    }
    say({ kind: 'done', text: `${counted(chosen.length, 'source')} came in${leftOut(reading.choices)}.` })
    onClose()
  }
  return (
    <Dialog
      title="Look before you import"
      isOpen
      onClose={onClose}
      width="full"
      staysOpen
      actions={
        <>
          <p role="status" className={styles.summary}>
            {summary(reading.choices, reading.total)}
          </p>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="do"
            isDisabled={isReading || keeping || chosen.length === 0}
            onPress={() => void keep()}
          >
            {keeping ? 'Importing…' : `Import ${counted(chosen.length, 'source')}`}
          </Button>
        </>
      }
    >
      <div className={styles.preview}>
        <div className={styles.files}>
          <ImportFileList reading={reading} at={at} onShow={setAt} />
          {isReading ? (
            <Progress done={reading.choices.length} total={reading.total} name={reading.now ?? ''} />
          ) : null}
        </div>
        {choice ? (
          <ImportFile key={at} at={at} choice={choice} onSet={reading.set} onAgain={reading.again} />
        ) : (
          <p className={styles.waiting}>Reading the first file</p>
        )}
      </div>
    </Dialog>
  )
}

function Progress({
  done,
  total,
  name,
}: {
  readonly done: number
  readonly total: number
  readonly name: string
}) {
  return (
    <div className={styles.progress}>
      <label>
        {done} of {total} read
        <progress value={done} max={total} />
      </label>
      <span>{name}</span>
    </div>
  )
}

function summary(choices: readonly FileChoice[], total: number): string {
  const bad = choices.filter((choice) => !choice.outcome.ok).length
  const ticked = toBringIn(choices).length
  const trouble = bad > 0 ? `; ${counted(bad, 'file')} could not be read` : ''
  return choices.length < total
    ? `${choices.length} of ${total} read${trouble}`
    : `${ticked} of ${counted(total, 'file')} ticked${trouble}`
}

function leftOut(choices: readonly FileChoice[]): string {
  const bad = choices.filter((choice) => !choice.outcome.ok).length
  const unticked = choices.length - bad - toBringIn(choices).length
  const parts = [
    ...(bad > 0 ? [`${counted(bad, 'file')} could not be read`] : []),
    ...(unticked > 0 ? [`${counted(unticked, 'file')} left out`] : []),
  ]
  return parts.length > 0 ? `; ${parts.join(', ')}` : ''
}

/** Texts and originals are written first, then the one change that names them. Gives a problem, or null. */
async function keepFiles(open: OpenProject, chosen: ReturnType<typeof toBringIn>): Promise<string | null> {
  const encoder = new TextEncoder()
  const files: ChosenFile[] = []
  for (const choice of chosen)
    files.push({ ...choice, content: await sha256(encoder.encode(choice.draft.text)) })
  const { gesture, contents, originals } = bringIn(open.project, files, open.making)
  try {
    await open.keep(contents, originals)
  } catch {
    return 'The texts could not be written: the disk or the space this browser gives Loam is full. Nothing came in.'
  }
  const committed = await open.commit(gesture, { kind: 'import' })
  return committed.ok ? null : committed.problem
}
