import { useState } from 'react'
import { formatsThatComeIn, importEndings } from '../../../shared/importers/import-formats.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { chooseToRead, type FileToRead } from '../../platform/files-to-read.ts'
import { useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { say } from '../../ui/messages.tsx'
import { DeleteSources } from './delete-sources.tsx'
import { ImportDrop } from './import-drop.tsx'
import { ImportPreview } from './import-preview.tsx'
import { SourceDetails } from './source-details.tsx'
import { SourceList } from './source-list.tsx'
import styles from './sources-screen.module.css'

/** The list of sources, the way in for new ones, and what is known about one of them. */
export function SourcesPart() {
  const project = useProject()
  const [incoming, setIncoming] = useState<readonly FileToRead[]>([])
  const [about, setAbout] = useState<SourceId | null>(null)
  const [deleting, setDeleting] = useState<readonly SourceId[]>([])
  const source = about === null ? undefined : project.tables.source.get(about)
  const take = (files: readonly FileToRead[]) => setIncoming(files)
  const actions = <ImportButtons onFiles={take} />
  return (
    <ImportDrop onFiles={take} endings={importEndings}>
      {project.tables.source.size === 0 ? (
        <EmptyState title="Bring in your first transcripts" action={actions}>
          Drop files or a folder here, or choose them. Loam reads {formatsThatComeIn}, and shows you what it
          found before anything is kept. Nothing leaves this machine.
        </EmptyState>
      ) : (
        <div className={styles.split}>
          <SourceList actions={actions} onAbout={setAbout} onDelete={setDeleting} />
          {source ? (
            <SourceDetails
              key={source.id}
              source={source}
              onClose={() => setAbout(null)}
              onDelete={() => setDeleting([source.id])}
            />
          ) : null}
        </div>
      )}
      {incoming.length > 0 ? <ImportPreview files={incoming} onClose={() => setIncoming([])} /> : null}
      <DeleteSources sources={deleting} onClose={() => setDeleting([])} />
    </ImportDrop>
  )
}

function ImportButtons({ onFiles }: { readonly onFiles: (files: readonly FileToRead[]) => void }) {
  const ask = async (folder: boolean) => {
    const title = folder ? 'Import a folder' : 'Import files'
    const files = await chooseToRead({ title, endings: importEndings, several: true, folder })
    onFiles(files)
    if (files.length === 0 && folder)
      say({
        kind: 'done',
        text: `No file came from a folder. Loam reads ${formatsThatComeIn}.`,
      })
  }
  return (
    <>
      <Button look="do" onPress={() => void ask(false)}>
        Import files…
      </Button>
      <Button onPress={() => void ask(true)}>Import a folder…</Button>
    </>
  )
}
