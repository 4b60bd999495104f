import { lazy, Suspense } from 'react'
import { PassphraseDialog } from '../parts/ask-passphrase.tsx'
import { Messages } from '../ui/messages.tsx'
import { HandedFileDialog } from './handed-file-dialog.tsx'
import { useHandedFile } from './use-handed-file.ts'
import { useOpenedProject } from './use-opened-project.ts'
import { usePlace } from './use-place.ts'

const StartScreen = lazy(async () => ({
  default: (await import('../features/start/start-screen.tsx')).StartScreen,
}))
const Workbench = lazy(async () => ({ default: (await import('./workbench.tsx')).Workbench }))

/** Loam: the start, or the workbench of the project that the address names. */
export function App() {
  const { project, place } = usePlace()
  const opened = useOpenedProject(project)
  const isStart = project === null || opened?.ok === false
  const handed = useHandedFile(isStart, opened?.ok ? opened.open : null)
  return (
    <>
      <Suspense fallback={<p className="visually-hidden">Loading</p>}>
        {project === null || opened?.ok === false ? (
          <StartScreen
            problem={opened?.ok === false ? opened.problem : null}
            handed={handed.toOpen}
            onTaken={handed.taken}
          />
        ) : opened ? (
          <Workbench key={opened.open.id} open={opened.open} place={place} />
        ) : (
          <p role="status" className="visually-hidden">
            Opening the project
          </p>
        )}
      </Suspense>
      <HandedFileDialog handed={handed} />
      <PassphraseDialog />
      <Messages />
    </>
  )
}
