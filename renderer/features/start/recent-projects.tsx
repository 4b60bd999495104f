import { useState } from 'react'
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
  if (projects.length === 0) return null
  return (
    <section className={styles.recent}>
      <h2 id="recent">Recent projects</h2>
      <ul aria-labelledby="recent">
        {projects.map((project) => (
          <li key={project.id}>
            <a href={hrefTo(project.id, { kind: 'sources' })}>
              <b>{project.name}</b>
              <small>
                {project.sample ? 'Sample · ' : ''}opened {dateFormat.format(project.openedAt)}
                {project.file ? ` · file ${project.file.name}` : ''}
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
                if (leaving) void forget(leaving).then(onChanged)
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

async function forget({ id, name }: ListedProject): Promise<void> {
  const forgotten = await forgetProject(id)
  if (!forgotten) say({ kind: 'trouble', text: `“${name}” is open in another window. Close it there first.` })
}
