import { useState } from 'react'
import type { SharePart } from '../../../shared/exchange/share-copy.ts'
import type { ShareNumbers } from '../../../shared/exchange/share-numbers.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './exchange.module.css'
import { chosenParts, sizeInWords } from './share-choice.ts'
import { SharePartsChoice } from './share-parts-choice.tsx'
import { useGoingOut } from './use-going-out.ts'

/** Asks what a copy for somebody else holds, and writes it. */
export function ShareCopyDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useOpenProject()
  const { looked, isLocked, save } = useGoingOut()
  const [wanted, setWanted] = useState<ReadonlySet<SharePart>>(new Set())
  const [busy, setBusy] = useState(false)
  const share = looked.kind === 'looked' ? looked.share : null
  const parts = share ? chosenParts(wanted, share) : wanted
  const write = async () => {
    setBusy(true)
    const what = { kind: 'share', with: [...parts], by: open.coder } as const
    if (await save(what, 'copy', 'Share a copy')) onClose()
    setBusy(false)
  }
  return (
    <Dialog
      title="Share a copy"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" isDisabled={busy || !share} onPress={() => void write()}>
            Write the copy
          </Button>
        </>
      }
    >
      <p>
        A .qdpx with everything that Loam knows, for somebody who works with Loam. What they do in it can be
        merged back into this project.
      </p>
      {looked.kind === 'failed' ? (
        <p role="alert">The project could not be looked through, so nothing can be shared now.</p>
      ) : null}
      {looked.kind === 'looking' ? <p role="status">Looking through the project…</p> : null}
      {share ? (
        <>
          <Holds share={share} parts={parts} />
          <SharePartsChoice share={share} parts={parts} wanted={wanted} onChange={setWanted} />
        </>
      ) : null}
      {isLocked ? (
        <p className={styles.warn}>
          The project here is locked. This file is not: whoever has it can read it.
        </p>
      ) : null}
    </Dialog>
  )
}

function Holds({ share, parts }: { readonly share: ShareNumbers; readonly parts: ReadonlySet<SharePart> }) {
  const many = (count: number, one: string, more = `${one}s`) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : more}`
  const all = share.participants + share.withdrawn
  return (
    <section aria-label="What the copy holds" className={styles.part}>
      <p>
        It holds {many(share.sources, 'source')}, {many(share.codes, 'code')}, {many(share.codings, 'coding')}
        , {many(share.memos, 'memo')}, {many(share.reports, 'report')} and{' '}
        {many(share.participants, 'participant')}
        {share.withdrawn > 0 ? ` of ${all}` : ''}: {sizeInWords(share, parts)}.
      </p>
      {share.withdrawn > 0 ? (
        <p>
          {many(share.withdrawn, 'participant')} withdrew: their words are blacked out, and they are not
          named.
        </p>
      ) : null}
      {share.namesInTexts > 0 ? (
        <p className={styles.warn}>
          In {share.namesInTexts} of {many(share.sources, 'source')} a name behind a pseudonym still stands in
          what was said. The copy holds those words.
        </p>
      ) : null}
    </section>
  )
}
