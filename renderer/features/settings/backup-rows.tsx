import { useState } from 'react'
import { exactTime, numbersInWords, sizeInWords } from '../../parts/backup-words.ts'
import styles from '../../parts/backups.module.css'
import type { KnownBackup } from '../../project/backup-keeper.ts'
import { useBlind } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'

const shownAtFirst = 8

/** The backups of this project in the folder, newest first: when, what is in them, whether they were verified. */
export function BackupRows({
  files,
  onRestore,
}: {
  readonly files: readonly KnownBackup[]
  readonly onRestore: (backup: KnownBackup) => void
}) {
  const [all, setAll] = useState(false)
  const { isBlind } = useBlind()
  if (files.length === 0) return null
  const shown = all ? files : files.slice(0, shownAtFirst)
  return (
    <div>
      <ul className={styles.files} aria-label="Backups of this project">
        {shown.map((file) => (
          <li key={file.name}>
            <span>
              {exactTime(file.at)}
              <br />
              <small>
                {file.noted && !isBlind ? `${numbersInWords(file.noted.numbers)} · ` : ''}
                {standing(file)}
              </small>
            </span>
            <small className={styles.size}>{sizeInWords(file.bytes)}</small>
            <Button
              look="quiet"
              aria-label={`Restore the backup of ${exactTime(file.at)}`}
              onPress={() => onRestore(file)}
            >
              Restore…
            </Button>
          </li>
        ))}
      </ul>
      {files.length > shown.length ? (
        <Button look="quiet" onPress={() => setAll(true)}>
          Show all {files.length}
        </Button>
      ) : null}
    </div>
  )
}

function standing({ noted }: KnownBackup): string {
  if (!noted) return 'made elsewhere, or before this project was restored'
  if (noted.problem !== undefined) return 'not sound'
  return noted.verifiedAt === undefined ? 'not read back yet' : 'verified'
}
