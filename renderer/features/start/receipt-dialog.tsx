import { type FileReceipt, fileReceiptText } from '../../../shared/exchange/receipt-memo.ts'
import { desktop } from '../../platform/desktop.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './receipt-dialog.module.css'
import { ReceiptPositionsList } from './receipt-positions.tsx'
import { ReceiptTable } from './receipt-table.tsx'

/** Shows what becomes of everything in another tool's file, before anything of it is stored. */
export function ReceiptDialog({
  told,
  onLeave,
  onBringIn,
}: {
  readonly told: FileReceipt
  readonly onLeave: () => void
  readonly onBringIn: () => void
}) {
  const { file, receipt, notes } = told
  const isWhole = receipt.lines.every(({ reasons }) => reasons.length === 0)
  return (
    <Dialog
      title={`What comes in from ${file}`}
      width="wide"
      isOpen
      staysOpen
      onClose={onLeave}
      aside={
        <Button look="quiet" onPress={() => void saveReceipt(told)}>
          Save as text…
        </Button>
      }
      actions={
        <>
          <Button look="quiet" onPress={onLeave}>
            Leave it
          </Button>
          <Button look="do" onPress={onBringIn}>
            Bring it in
          </Button>
        </>
      }
    >
      <p>
        Written by <b>{receipt.origin || 'a tool that does not say its name'}</b>. Nothing of it is stored
        yet.{' '}
        {isWhole
          ? 'Everything that Loam counts in it comes in.'
          : 'What does not come in as it is stands below with the reason.'}
      </p>
      <Sentences title="Before you quote anybody" sentences={notes} />
      <ReceiptTable lines={receipt.lines} />
      <ReceiptPositionsList positions={receipt.positions} />
      <Sentences title="Put right on the way" sentences={receipt.repairs} />
      <p className={styles.quiet}>The file itself is never changed. This receipt is kept as a memo.</p>
    </Dialog>
  )
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section aria-label={title} className={styles.part}>
      <h3>{title}</h3>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

async function saveReceipt(told: FileReceipt): Promise<void> {
  const saved = await desktop().saveAs({
    suggestedName: `Receipt of ${told.file.replace(/\.[^.]*$/, '')}.txt`,
    title: 'Save the receipt as text',
    bytes: new TextEncoder().encode(`Receipt of ${told.file}\n\n${fileReceiptText(told)}\n`),
    mediaType: 'text/plain',
  })
  if (saved?.ok) say({ kind: 'done', text: `The receipt is in ${saved.name}.` })
  else if (saved) say({ kind: 'trouble', text: saved.problem })
}
