import type { ReactNode } from 'react'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { leaveCopyToMerge } from '../../parts/copy-to-merge.ts'
import { hrefTo } from '../../parts/places.ts'
import type { ReadableFile } from '../../parts/unlock.ts'
import { keysOf } from '../../project/keyring.ts'
import type { ListedProject } from '../../project/listed-project.ts'
import { useListed } from '../../project/use-listed.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './known-project-dialog.module.css'
import { type Arrival, keepBoth, keepBothUnlocked, replaceKnown } from './open-file.ts'

/** Asks what to do with a file whose project already has a copy on this machine. */
export function KnownProjectDialog({
  arrival,
  onClose,
  onDecided,
}: {
  readonly arrival: Known | null
  readonly onClose: () => void
  readonly onDecided: (coming: Promise<Arrival | null>) => void
}) {
  return arrival ? <Ways arrival={arrival} onClose={onClose} onDecided={onDecided} /> : null
}

type Known = Extract<Arrival, { kind: 'known' }>

function Ways({
  arrival: { file, reading, whyNoMerge },
  onClose,
  onDecided,
}: {
  readonly arrival: Known
  readonly onClose: () => void
  readonly onDecided: (coming: Promise<Arrival | null>) => void
}) {
  const { id, name } = inquiryOf(reading.archive.project)
  const shut = useShut(id, file)
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
      {whyNoMerge ? <p>It cannot be merged here. {whyNoMerge}</p> : null}
      <ul className={styles.ways}>
        {whyNoMerge ? null : (
          <Way says="Brings what is new in the file into the copy here. You see what comes in first, and nothing here is lost.">
            <Button look="do" autoFocus onPress={merge}>
              Merge
            </Button>
          </Way>
        )}
        <Way
          says={
            shut
              ? `Not possible: the copy here is locked${file.keys ? ' with another passphrase' : ', and this file is not'}.`
              : 'Deletes the copy here, and everything in it that the file does not have.'
          }
        >
          <Button
            look="danger"
            isDisabled={shut !== null}
            onPress={() => onDecided(replaceKnown(reading, file))}
          >
            Replace the copy here
          </Button>
        </Way>
        {shut ? (
          <>
            <Way says="The file’s copy becomes a project of its own. What was erased for good in the copy here stays out of it: the passphrase of that copy is asked for.">
              <Button onPress={() => onDecided(keepBothUnlocked(shut, reading, file))}>Keep both</Button>
            </Way>
            <Way says="The same without the passphrase. Then nobody can tell what was erased in the copy here, and erased words that stand in the file come back.">
              <Button onPress={() => onDecided(keepBoth(reading, file))}>Keep both without it</Button>
            </Way>
          </>
        ) : (
          <Way says="The file’s copy becomes a project of its own, beside this one.">
            <Button onPress={() => onDecided(keepBoth(reading, file))}>Keep both</Button>
          </Way>
        )}
      </ul>
    </Dialog>
  )
}

/** The copy here, where it is locked and nothing at hand opens it. */
function useShut(id: ProjectId, { keys }: ReadableFile): ListedProject | null {
  const listed = useListed(id)
  if (!listed?.lock || keysOf(id)) return null
  return keys?.lock.key === listed.lock.key ? null : listed
}

function Way({ says, children }: { readonly says: string; readonly children: ReactNode }) {
  return (
    <li>
      {children}
      <p>{says}</p>
    </li>
  )
}
