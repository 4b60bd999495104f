import type { ReactNode } from 'react'
import { inquiryOf } from '../../../shared/model/project.ts'
import { leaveCopyToMerge } from '../../parts/copy-to-merge.ts'
import { hrefTo } from '../../parts/places.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './known-project-dialog.module.css'
import { type Arrival, keepBoth, replaceKnown } from './open-file.ts'

/** Asks what to do with a file whose project already has a copy on this machine. */
export function KnownProjectDialog({
  arrival,
  onClose,
  onDecided,
}: {
  readonly arrival: Extract<Arrival, { kind: 'known' }> | null
  readonly onClose: () => void
  readonly onDecided: (coming: Promise<Arrival>) => void
}) {
  if (!arrival) return null
  const { file, reading } = arrival
  const { id, name } = inquiryOf(reading.archive.project)
  const go = (part?: 'merging') => {
    onClose()
    location.hash = hrefTo(id, part ? { kind: 'team', part } : { kind: 'sources' })
  }
  const merge = () => {
    leaveCopyToMerge(id, file)
    go('merging')
  }
  return (
    <Dialog
      title="This project is already here"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button onPress={() => go()}>Open the copy here</Button>
        </>
      }
    >
      <p>
        “{name}” has a copy on this machine, with its own work in it. {file.name} holds another copy.
      </p>
      <ul className={styles.ways}>
        <Way says="Brings what is new in the file into the copy here. You see what comes in first, and nothing here is lost.">
          <Button look="do" autoFocus onPress={merge}>
            Merge
          </Button>
        </Way>
        <Way says="Deletes the copy here, and everything in it that the file does not have.">
          <Button look="danger" onPress={() => onDecided(replaceKnown(reading, file))}>
            Replace the copy here
          </Button>
        </Way>
        <Way says="The file’s copy becomes a project of its own, beside this one.">
          <Button onPress={() => onDecided(keepBoth(reading, file))}>Keep both</Button>
        </Way>
      </ul>
    </Dialog>
  )
}

function Way({ says, children }: { readonly says: string; readonly children: ReactNode }) {
  return (
    <li>
      {children}
      <p>{says}</p>
    </li>
  )
}
