import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { HandedFile } from './use-handed-file.ts'

/** Asks whether a file from the system is opened in the place of the project that is open, or brought into it. */
export function HandedFileDialog({ handed }: { readonly handed: HandedFile }) {
  const { asked, stay, openInstead, merge } = handed
  if (!asked) return null
  return (
    <Dialog
      title={`Open ${asked.name}?`}
      isOpen
      onClose={stay}
      actions={
        <>
          <Button look="quiet" onPress={stay}>
            Stay here
          </Button>
          <Button look={merge ? 'plain' : 'do'} onPress={openInstead}>
            Open it instead
          </Button>
          {merge ? (
            <Button look="do" onPress={merge}>
              Merge it into this project
            </Button>
          ) : null}
        </>
      }
    >
      {merge ? (
        <p>
          It is a copy of the project that is open. Merging shows first what is new in it, and loses nothing.
        </p>
      ) : null}
      <p>
        One project is open in this window at a time. The one open now is saved on this machine and stays.
      </p>
    </Dialog>
  )
}
