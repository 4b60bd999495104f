import { clockTime } from '../../../shared/exchange/label-lines.ts'
import type { Source } from '../../../shared/model/entities.ts'
import { chooseAndLink, unlink } from '../../parts/link-recording.ts'
import { sizeInWords } from '../../parts/save-original.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './sources-screen.module.css'

/** The recording a source is the transcript of: linked, or the way to link one. */
export function RecordingOf({ source }: { readonly source: Source }) {
  const open = useOpenProject()
  const { recording } = source
  return (
    <section aria-label="Recording" className={styles.facts}>
      <h3>Recording</h3>
      {recording ? (
        <p className={styles.fileName}>
          {recording.name}
          <span className={styles.quiet}>
            {recording.duration === undefined ? '' : `${clockTime(recording.duration)} · `}
            {sizeInWords(recording.bytes)} · not kept in the project
          </span>
        </p>
      ) : null}
      <p className={styles.originalWays}>
        <Button onPress={() => void chooseAndLink(open, source)}>
          {recording ? 'Link another file…' : 'Link a recording…'}
        </Button>
        {recording ? (
          <Button look="danger" onPress={() => void unlink(open, source)}>
            Unlink
          </Button>
        ) : null}
      </p>
    </section>
  )
}
