import { useMemo, useState } from 'react'
import type { SourceId } from '../../../shared/model/ids.ts'
import { sourcesInOrder } from '../../../shared/model/project.ts'
import { likeSources } from '../../../shared/recording/like-sources.ts'
import { linkFile } from '../../parts/link-recording.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './import-preview.module.css'

/** Stands where a recording was brought in among transcripts: it is linked to a source of the project instead, those
    with a like name first. */
export function LinkBroughtRecording({
  file,
}: {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}) {
  const open = useOpenProject()
  const { inOrder, like } = useMemo(
    () => likeSources(file.name, sourcesInOrder(open.project)),
    [file.name, open],
  )
  const [chosen, setChosen] = useState<SourceId | null>(like > 0 ? (inOrder[0]?.id ?? null) : null)
  const [linked, setLinked] = useState<string | null>(null)
  const source = inOrder.find((each) => each.id === chosen)
  if (inOrder.length === 0)
    return (
      <p>This is a recording. Bring in its transcript first; then link the recording to it in the reader.</p>
    )
  if (linked !== null) return <p role="status">It is linked to {linked}. The file stays where it is.</p>
  const link = async () => {
    if (source && (await linkFile(open, source, new File([new Uint8Array(file.bytes)], file.name))))
      setLinked(source.name)
  }
  return (
    <>
      <p>This is a recording: link it to the source that is its transcript.</p>
      <div className={styles.head}>
        <Select
          label="Source"
          placeholder="Choose a source"
          options={inOrder.map(({ id, name }, i) => ({
            key: id,
            label: name,
            ...(i < like ? { hint: 'A like name' } : {}),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      </div>
      <p>
        <Button isDisabled={!source} onPress={() => void link()}>
          Link
        </Button>
      </p>
    </>
  )
}
