import { inquiryOf } from '../../../shared/model/project.ts'
import { hrefTo } from '../../parts/places.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
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
  const { id, name } = inquiryOf(arrival.reading.archive.project)
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
          <Button look="danger" onPress={() => onDecided(replaceKnown(arrival.reading, arrival.file))}>
            Replace the copy here
          </Button>
          <Button onPress={() => onDecided(keepBoth(arrival.reading, arrival.file))}>Keep both</Button>
          <Button
            look="do"
            onPress={() => {
              onClose()
              location.hash = hrefTo(id, { kind: 'sources' })
            }}
          >
            Open the copy here
          </Button>
        </>
      }
    >
      <p>
        “{name}” has a copy on this machine, with its own work in it. {arrival.file.name} holds another copy.
      </p>
      <p>Replacing deletes the copy here and everything in it that the file does not have.</p>
    </Dialog>
  )
}
