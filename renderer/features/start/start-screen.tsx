import { useCallback, useEffect, useRef, useState } from 'react'
import type { OpenedFile } from '../../../shared/bridge.ts'
import type { MemoId, ProjectId } from '../../../shared/model/ids.ts'
import { hrefTo } from '../../parts/places.ts'
import { desktop } from '../../platform/desktop.ts'
import type { ListedProject } from '../../project/listed-project.ts'
import { listedProjects } from '../../project/project-list.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../ui/messages.tsx'
import { BackupChooser } from './backup-chooser.tsx'
import { KnownProjectDialog } from './known-project-dialog.tsx'
import { NewProjectDialog } from './new-project-dialog.tsx'
import { type Arrival, openFile, openSample, type ReadArrival } from './open-file.ts'
import { ReceiptDialog } from './receipt-dialog.tsx'
import { RecentProjects } from './recent-projects.tsx'
import styles from './start-screen.module.css'

/** Where Loam begins: a new project, the sample, a file, or one of the projects of this machine. */
export function StartScreen({
  problem,
  handed,
  onTaken,
}: {
  readonly problem: string | null
  /** A file to open at once, handed over while a project was open. */
  readonly handed: OpenedFile | null
  readonly onTaken: () => void
}) {
  const [projects, setProjects] = useState<readonly ListedProject[]>([])
  const [making, setMaking] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const [known, setKnown] = useState<Extract<Arrival, { kind: 'known' }> | null>(null)
  const [read, setRead] = useState<ReadArrival | null>(null)
  const refresh = () => void listedProjects().then(setProjects)
  useEffect(refresh, [])
  useEffect(() => () => read?.leave(), [read])
  useEffect(() => {
    document.title = 'Loam'
    if (problem) say({ kind: 'trouble', text: problem })
  }, [problem])
  const arrive = useCallback(async (what: string, coming: Promise<Arrival | null>) => {
    setBusy(what)
    const arrival = await coming.catch(couldNotStore)
    setBusy(null)
    if (arrival?.kind === 'open') {
      if (arrival.receipt) sayKept(arrival.id, arrival.receipt)
      else if (arrival.notes.length > 0) say({ kind: 'trouble', text: told(arrival.notes) })
      location.hash = hrefTo(arrival.id, { kind: 'sources' })
    } else if (arrival?.kind === 'known') setKnown(arrival)
    else if (arrival?.kind === 'read') setRead(arrival)
    else if (arrival) say({ kind: 'trouble', text: arrival.problem })
  }, [])
  const taken = useRef<OpenedFile | null>(null)
  useEffect(() => {
    if (!handed || taken.current === handed) return
    taken.current = handed
    onTaken()
    void arrive('Opening the file', openFile(handed))
  }, [handed, onTaken, arrive])
  useEffect(
    () =>
      desktop().onRequest((request) => {
        if (request.kind === 'open') void arrive('Opening the file', openFile(request.file))
        else if (request.kind !== 'command') return
        else if (request.command === 'new-project') setMaking(true)
        else if (request.command === 'open-file') void arrive('Opening the file', openFile())
      }),
    [arrive],
  )
  return (
    <div className={styles.start}>
      <main className={styles.sheet}>
        <img src="./loam.svg" alt="" width="56" height="56" />
        <h1>Loam</h1>
        <p className={styles.lead}>
          A workbench for listening closely: read transcripts, tag what people say, and write findings that
          show who said so. Everything stays on this machine.
        </p>
        <div className={styles.actions}>
          <Button look="do" onPress={() => setMaking(true)}>
            New project
          </Button>
          <Button
            onPress={() => void arrive('Opening the sample project', openSample())}
            isDisabled={busy !== null}
          >
            Open the sample project
          </Button>
          <Button onPress={() => void arrive('Opening the file', openFile())} isDisabled={busy !== null}>
            Open a file…
          </Button>
          <Button onPress={() => setRestoring(true)} isDisabled={busy !== null}>
            Restore a backup…
          </Button>
        </div>
        <p role="status" className={styles.busy}>
          {busy ? `${busy}…` : ''}
        </p>
        <RecentProjects projects={projects} onChanged={refresh} />
      </main>
      <NewProjectDialog isOpen={making} onClose={() => setMaking(false)} />
      {restoring ? <BackupChooser onClose={() => setRestoring(false)} /> : null}
      {read ? (
        <ReceiptDialog
          told={read.told}
          onLeave={() => setRead(null)}
          onBringIn={() => {
            setRead(null)
            void arrive('Bringing it in', read.bringIn())
          }}
        />
      ) : null}
      <KnownProjectDialog
        arrival={known}
        onClose={() => setKnown(null)}
        onDecided={(coming) => {
          setKnown(null)
          void arrive('Opening the file', coming)
        }}
      />
    </div>
  )
}

function couldNotStore(): Arrival {
  const problem =
    'The project could not be stored on this machine, so nothing was changed. Free some space and try again.'
  return { kind: 'trouble', problem }
}

/** What was shown before it came in can be read again. */
function sayKept(project: ProjectId, memo: MemoId): void {
  const action = {
    label: 'Read the receipt',
    run: () => {
      location.hash = hrefTo(project, { kind: 'memos', memo })
    },
  }
  say({ kind: 'done', text: 'It came in. Its receipt is kept as a memo.', action })
}

/** A message holds a few sentences; the first notes weigh most. */
function told(notes: readonly string[]): string {
  const more = notes.length - 3
  return [...notes.slice(0, 3), ...(more > 0 ? [`And ${more} more of the kind.`] : [])].join(' ')
}
