import { useEffect, useRef, useState } from 'react'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { hrefTo } from '../../parts/places.ts'
import type { ListedProject } from '../../project/listed-project.ts'
import { forgetProject } from '../../project/open-projects.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './start-screen.module.css'

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Projects that have their home on this machine. */
export function RecentProjects({
  projects,
  onChanged,
}: {
  readonly projects: readonly ListedProject[]
  readonly onChanged: () => void
}) {
  const [leaving, setLeaving] = useState<ListedProject | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const removed = useRef<{ readonly id: ProjectId; readonly at: number } | null>(null)
  // The keyboard goes to what took the place of the project that went.
  useEffect(() => {
    const gone = removed.current
    if (!gone || projects.some(({ id }) => id === gone.id)) return
    removed.current = null
    const links = list.current?.querySelectorAll('a') ?? []
    links[Math.min(gone.at, links.length - 1)]?.focus()
  }, [projects])
  const remove = (project: ListedProject) => {
    removed.current = { id: project.id, at: projects.indexOf(project) }
    void forget(project).then(onChanged)
  }
  if (projects.length === 0) return null
  return (
    <section className={styles.recent}>
      <h2 id="recent">Recent projects</h2>
      <ul ref={list} aria-labelledby="recent">
        {projects.map((project) => (
          <li key={project.id}>
            <a href={hrefTo(project.id, { kind: 'sources' })}>
              <b>
                {project.name}
                {project.lock ? <LockSign /> : null}
              </b>
              <small>
                {project.sample ? 'Sample · ' : ''}
                {project.lock ? 'Locked · ' : ''}opened {dateFormat.format(project.openedAt)}
                {project.file && !project.nameless ? ` · file ${project.file.name}` : ''}
              </small>
            </a>
            <IconButton name={`Remove ${project.name} from this machine`} onPress={() => setLeaving(project)}>
              ×
            </IconButton>
          </li>
        ))}
      </ul>
      <Dialog
        title="Remove this project from this machine?"
        role="alertdialog"
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button look="quiet" onPress={() => setLeaving(null)}>
              Keep it
            </Button>
            <Button
              look="danger"
              onPress={() => {
                if (leaving) remove(leaving)
                setLeaving(null)
              }}
            >
              Remove it
            </Button>
          </>
        }
      >
        <p>
          “{leaving?.name}” is deleted here, with its sources and codings. Project files saved elsewhere stay.
          This cannot be undone.
        </p>
      </Dialog>
    </section>
  )
}

/** A padlock; “Locked” stands beside it in words. */
function LockSign() {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 14" width="11" height="13" className={styles.lock}>
      <rect x="1" y="6" width="10" height="7" rx="1.5" fill="currentColor" />
      <path d="M3.2 6V4a2.8 2.8 0 0 1 5.6 0v2" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  )
}

async function forget({ id, name }: ListedProject): Promise<void> {
  const forgotten = await forgetProject(id)
  if (!forgotten) say({ kind: 'trouble', text: `“${name}” is open in another window. Close it there first.` })
}
