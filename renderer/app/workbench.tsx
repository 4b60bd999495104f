import { lazy, Suspense, useEffect } from 'react'
import { inquiryOf } from '../../shared/model/project.ts'
import { BlindCurtain } from '../parts/blind-curtain.tsx'
import type { Place } from '../parts/places.ts'
import { hrefTo } from '../parts/places.ts'
import { desktop } from '../platform/desktop.ts'
import { keysOf } from '../project/keyring.ts'
import { namelessName } from '../project/lock-project.ts'
import type { OpenProject } from '../project/open-project.ts'
import { ProjectProvider, useSelected } from '../project/project-context.tsx'
import { useListed } from '../project/use-listed.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Navigation } from './navigation.tsx'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'
import { useBackupsKept } from './use-backups-kept.ts'
import { useDesktopRequests } from './use-desktop-requests.ts'
import { useIdleClosing } from './use-idle-closing.ts'
import { useKeymap } from './use-keymap.ts'
import { useProjectFile } from './use-project-file.ts'
import styles from './workbench.module.css'

const SourcesScreen = lazy(async () => ({
  default: (await import('../features/sources/sources-screen.tsx')).SourcesScreen,
}))
const ReaderScreen = lazy(async () => ({
  default: (await import('../features/reader/reader-screen.tsx')).ReaderScreen,
}))
const CodebookScreen = lazy(async () => ({
  default: (await import('../features/codebook/codebook-screen.tsx')).CodebookScreen,
}))
const SearchScreen = lazy(async () => ({
  default: (await import('../features/search/search-screen.tsx')).SearchScreen,
}))
const FindingsScreen = lazy(async () => ({
  default: (await import('../features/findings/findings-screen.tsx')).FindingsScreen,
}))
const MemosScreen = lazy(async () => ({
  default: (await import('../features/memos/memos-screen.tsx')).MemosScreen,
}))
const TeamScreen = lazy(async () => ({
  default: (await import('../features/team/team-screen.tsx')).TeamScreen,
}))
const HistoryScreen = lazy(async () => ({
  default: (await import('../features/history/history-screen.tsx')).HistoryScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}))

/** The desk: one rail at the left, the place in the middle, the state of saving below. */
export function Workbench({ open, place }: { readonly open: OpenProject; readonly place: Place }) {
  return (
    <ProjectProvider open={open}>
      <Desk place={place} />
    </ProjectProvider>
  )
}

function Desk({ place }: { readonly place: Place }) {
  const name = useSelected((open) => inquiryOf(open.project).name)
  const shownName = useShownName(name)
  const id = useSelected((open) => open.id)
  const file = useProjectFile()
  useBackupsKept()
  useIdleClosing()
  useKeymap()
  useDesktopRequests(file)
  useEffect(() => {
    document.title = `${shownName} – Loam`
    desktop().setTitle(shownName, file.behind)
  }, [shownName, file.behind])
  return (
    <div className={styles.desk}>
      <TopBar
        name={name}
        home={hrefTo(id, { kind: 'start' })}
        file={file}
        isSearching={place.kind === 'search'}
      />
      <Navigation place={place} />
      <main className={styles.place}>
        <ErrorBoundary key={place.kind}>
          <Suspense
            fallback={
              <p role="status" className="visually-hidden">
                Loading
              </p>
            }
          >
            <Room place={place} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusLine />
    </div>
  )
}

/** The name for the window's title, which browsers and systems keep: that of a nameless project is not told. */
function useShownName(name: string): string {
  const id = useSelected((open) => open.id)
  const listed = useListed(id)
  if (listed) return listed.nameless ? listed.name : name
  return keysOf(id) ? namelessName : name
}

function Room({ place }: { readonly place: Place }) {
  switch (place.kind) {
    case 'source':
      return <ReaderScreen key={place.source} source={place.source} at={place.at} original={place.original} />
    case 'codebook':
      return <CodebookScreen code={place.code} />
    case 'search':
      return <SearchScreen query={place.query} />
    case 'findings':
      return (
        <BlindCurtain isScreen title="Findings are hidden in blind mode">
          <FindingsScreen report={place.report} anchor={place.anchor} />
        </BlindCurtain>
      )
    case 'memos':
      return <MemosScreen memo={place.memo} />
    case 'team':
      return <TeamScreen part={place.part} round={place.round} />
    case 'history':
      return <HistoryScreen />
    case 'settings':
      return <SettingsScreen part={place.part} />
    case 'participants':
    case 'guide':
      return <SourcesScreen part={place.kind} />
    default:
      return <SourcesScreen part="sources" />
  }
}
