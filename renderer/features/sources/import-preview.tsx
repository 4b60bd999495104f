import { useMemo, useRef, useState } from 'react'
import { orphansOf } from '../../../shared/model/orphans.ts'
import type { Project } from '../../../shared/model/project.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import type { FileToRead } from '../../platform/files-to-read.ts'
import { shownIn } from '../../project/blind.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import { correctionsIn, takenFor } from './correction-choice.ts'
import { ForAllContext } from './for-all.tsx'
import type { ListedFile } from './import-choices.ts'
import { ImportFile } from './import-file.tsx'
import { ImportFileList } from './import-file-list.tsx'
import styles from './import-preview.module.css'
import { ImportProgress } from './import-progress.tsx'
import { keepFiles } from './keep-files.ts'
import { unreadIn } from './listed-file.ts'
import { nowAndThen } from './now-and-then.ts'
import { useReading } from './use-reading.ts'

/** Shows what files would become before anything is kept; one press brings the ticked ones in as one change. */
export function ImportPreview({
  files,
  onClose,
}: {
  readonly files: readonly FileToRead[]
  readonly onClose: () => void
}) {
  const reading = useReading(files)
  const keeping = useKeeping(reading, onClose)
  const sources = sourcesIn(reading.files)
  const { at, choice } = reading.shown ?? {}
  const isReading = reading.now !== null
  const forAll = useMemo(
    () => ({ files: reading.files, at: at ?? 0, setAll: reading.setAll }),
    [reading.files, reading.setAll, at],
  )
  return (
    <Dialog
      title="Look before you import"
      isOpen
      onClose={keeping.cancel}
      width="full"
      staysOpen
      actions={
        <>
          <p role="status" className={styles.summary}>
            {keeping.words ?? summary(reading.files, reading.total)}
          </p>
          <Button look="quiet" isDisabled={keeping.isWriting} onPress={keeping.cancel}>
            Cancel
          </Button>
          <Button
            look="do"
            isDisabled={isReading || keeping.words !== null || sources === 0}
            onPress={() => void keeping.keep()}
          >
            {keeping.words === null ? wish(sources, correctionsIn(reading.files)) : 'Importing…'}
          </Button>
        </>
      }
    >
      <div className={styles.preview}>
        <div className={styles.files}>
          <ImportFileList reading={reading} />
          {isReading ? (
            <ImportProgress
              done={reading.files.length}
              total={reading.total}
              name={reading.now ?? ''}
              since={reading.since}
            />
          ) : null}
        </div>
        <ForAllContext value={forAll}>
          {choice && at !== undefined ? (
            <ImportFile key={at} at={at} choice={choice} onSet={reading.set} onAgain={reading.again} />
          ) : (
            <p className={styles.waiting}>
              {reading.files.length === 0 ? 'Reading the first file' : 'Fetching the file'}
            </p>
          )}
        </ForAllContext>
      </div>
    </Dialog>
  )
}

interface KeepingNow {
  /** How far the import is, in words; null before it. */
  readonly words: string | null
  /** The change is made, and only its writing is left. */
  readonly isWriting: boolean
  readonly keep: () => Promise<void>
  /** Stops the import where that is still possible; closes the sheet when none is under way. */
  readonly cancel: () => void
}

function useKeeping(reading: ReturnType<typeof useReading>, onClose: () => void): KeepingNow {
  const open = useOpenProject()
  const [done, setDone] = useState<number | null>(null)
  const ending = useRef<AbortController | null>(null)
  const ticked = reading.files.filter((file) => file.ticked).length
  const [start, setStart] = useState(open.log.length)
  // Once the change stands in the log only the writing is left, which is all or nothing.
  const isEntered = useSelected(({ log }) => log.slice(start).some(({ cause }) => cause.kind === 'import'))
  const isWriting = done !== null && isEntered
  const keep = async () => {
    ending.current = new AbortController()
    setStart(open.log.length)
    setDone(0)
    const { signal } = ending.current
    let files = 0
    const telling = nowAndThen(() => setDone(files))
    const onDone = (count: number) => {
      files = count
      telling.soon()
    }
    const kept = await keepFiles(open, reading.files, { whole: reading.whole, onDone, signal })
    telling.end()
    ending.current = null
    setDone(null)
    if (kept.ok) {
      const told = `${cameIn(kept)}${withoutPlace(shownIn(open), reading.files)}${leftOut(reading.files)}.`
      say({ kind: 'done', text: told })
      onClose()
    } else if (kept.problem === null) {
      say({ kind: 'done', text: 'The import was cancelled. Nothing came in.' })
      onClose()
    } else say({ kind: 'trouble', text: kept.problem })
  }
  const cancel = () => {
    if (ending.current) ending.current.abort()
    else onClose()
  }
  return { words: progressOf(done, ticked, isWriting), isWriting, keep, cancel }
}

function progressOf(done: number | null, ticked: number, isWriting: boolean): string | null {
  if (done === null) return null
  return isWriting || done === ticked
    ? `Writing ${counted(ticked, 'file')} as one change`
    : `${number(done)} of ${counted(ticked, 'file')} put together`
}

function sourcesIn(files: readonly ListedFile[]): number {
  return files.reduce((sum, file) => sum + (file.ticked ? file.sources : 0), 0)
}

function summary(files: readonly ListedFile[], total: number): string {
  const bad = unreadIn(files)
  const ticked = files.filter((file) => file.ticked).length
  const trouble = bad > 0 ? `; ${counted(bad, 'file')} could not be read` : ''
  return files.length < total
    ? `${number(files.length)} of ${number(total)} read${trouble}`
    : `${number(ticked)} of ${counted(total, 'file')} ticked${trouble}`
}

function wish(sources: number, corrections: number): string {
  const fresh = sources - corrections
  if (corrections === 0) return `Import ${counted(sources, 'source')}`
  const correct = `orrect ${counted(corrections, 'source')}`
  return fresh === 0 ? `C${correct}` : `Import ${counted(fresh, 'source')}, c${correct}`
}

function cameIn({
  sources,
  corrections,
}: {
  readonly sources: number
  readonly corrections: number
}): string {
  if (corrections === 0) return `${counted(sources, 'source')} came in`
  const corrected = `${counted(corrections, 'source')} corrected, with ${corrections === 1 ? 'its' : 'their'} codings`
  return sources === 0 ? corrected : `${counted(sources, 'source')} came in, ${corrected}`
}

/** What a correction could not take along is said at once, not only where it is found later. */
function withoutPlace(project: Project, files: readonly ListedFile[]): string {
  const corrected = files.flatMap((file) =>
    takenFor(file) === 'correction' ? (file.version?.source ?? []) : [],
  )
  const count = corrected.reduce((sum, source) => sum + orphansOf(project, source).codings.length, 0)
  return count === 0 ? '' : `; ${counted(count, 'coding needs', 'codings need')} a place`
}

function leftOut(files: readonly ListedFile[]): string {
  const bad = unreadIn(files)
  const unticked = files.filter((file) => file.outcome.ok && !file.ticked).length
  const parts = [
    ...(bad > 0 ? [`${counted(bad, 'file')} could not be read`] : []),
    ...(unticked > 0 ? [`${counted(unticked, 'file')} left out`] : []),
  ]
  return parts.length > 0 ? `; ${parts.join(', ')}` : ''
}
