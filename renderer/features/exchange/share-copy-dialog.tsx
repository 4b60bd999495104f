import { useState } from 'react'
import type { SharePart } from '../../../shared/exchange/share-copy.ts'
import type { ShareNumbers } from '../../../shared/exchange/share-numbers.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import styles from './exchange.module.css'
import { GoingOutDialog } from './going-out-dialog.tsx'
import { chosenParts, sizeInWords } from './share-choice.ts'
import { SharePartsChoice } from './share-parts-choice.tsx'

/** Asks what a copy for somebody else holds, and writes it. */
export function ShareCopyDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useOpenProject()
  const [wanted, setWanted] = useState<ReadonlySet<SharePart>>(new Set())
  return (
    <GoingOutDialog
      title="Share a copy"
      about="A .qdpx with everything that Loam knows, for somebody who works with Loam. What they do in it can be merged back into this project."
      act="Write the copy"
      done="shared"
      called="copy"
      what={({ share }) => ({ kind: 'share', with: [...chosenParts(wanted, share)], by: open.coder })}
      onClose={onClose}
    >
      {({ share }) => {
        const parts = chosenParts(wanted, share)
        return (
          <>
            <Holds share={share} parts={parts} />
            <SharePartsChoice share={share} parts={parts} wanted={wanted} onChange={setWanted} />
          </>
        )
      }}
    </GoingOutDialog>
  )
}

function Holds({ share, parts }: { readonly share: ShareNumbers; readonly parts: ReadonlySet<SharePart> }) {
  const all = share.participants + share.withdrawn
  return (
    <section aria-label="What the copy holds" className={styles.part}>
      <p>
        It holds {counted(share.sources, 'source')}, {counted(share.codes, 'code')},{' '}
        {counted(share.codings, 'coding')}, {counted(share.memos, 'memo')}, {counted(share.reports, 'report')}{' '}
        and {counted(share.participants, 'participant')}
        {share.withdrawn > 0 ? ` of ${all}` : ''}: {sizeInWords(share, parts)}.
      </p>
      {share.withdrawn > 0 ? (
        <p>
          {counted(share.withdrawn, 'participant')} withdrew: their words are blacked out, and they are not
          named.
        </p>
      ) : null}
      {share.namesInTexts > 0 ? (
        <p className={styles.warn}>
          In {share.namesInTexts} of {counted(share.sources, 'source')} a name behind a pseudonym still stands
          in what was said. The copy holds those words.
        </p>
      ) : null}
    </section>
  )
}
