import { useState } from 'react'
import { fates, fateTitles, type Loss, lossInWords } from '../../../shared/exchange/standard-loss.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './exchange.module.css'
import { type Looked, useGoingOut } from './use-going-out.ts'

/** Lists what other tools do not get, or get otherwise, before a file for them is written. */
export function ExportStandardDialog({ onClose }: { readonly onClose: () => void }) {
  const { looked, isLocked, save } = useGoingOut()
  const [withWithdrawn, setWithWithdrawn] = useState(false)
  const [busy, setBusy] = useState(false)
  const write = async () => {
    setBusy(true)
    const what = { kind: 'standard', withWithdrawn } as const
    if (await save(what, 'for other tools', 'Export for other tools')) onClose()
    setBusy(false)
  }
  return (
    <Dialog
      title="Export for other tools"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" isDisabled={busy || looked.kind !== 'looked'} onPress={() => void write()}>
            Export
          </Button>
        </>
      }
    >
      <p>
        A .qdpx after the REFI-QDA standard, for NVivo, MAXQDA, ATLAS.ti, QualCoder and others: texts, codes,
        codings, memos, participants and variables. Your project stays as it is.
      </p>
      <Losses looked={looked} withWithdrawn={withWithdrawn} />
      {looked.kind === 'looked' && looked.share.historyRefused === 'withdrawn' ? (
        <Checkbox isSelected={withWithdrawn} onChange={setWithWithdrawn}>
          Write the words of those who withdrew too
          <small className={styles.hint}>Other tools cannot know that they were taken back.</small>
        </Checkbox>
      ) : null}
      {isLocked ? (
        <p className={styles.warn}>
          The project here is locked. This file is not: whoever has it can read it.
        </p>
      ) : null}
    </Dialog>
  )
}

function Losses({ looked, withWithdrawn }: { readonly looked: Looked; readonly withWithdrawn: boolean }) {
  if (looked.kind === 'looking') return <p role="status">Looking through the project…</p>
  if (looked.kind === 'failed')
    return <p role="alert">The project could not be looked through, so nothing can be exported now.</p>
  const losses = withWithdrawn ? looked.lossesWithWithdrawn : looked.losses
  if (losses.length === 0) return <p>Other tools get everything in this project as it is.</p>
  return (
    <section aria-label="What other tools do not get as it is" className={styles.losses}>
      {fates.map((fate) => (
        <LossList key={fate} title={fateTitles[fate]} losses={losses.filter((each) => each.fate === fate)} />
      ))}
    </section>
  )
}

function LossList({ title, losses }: { readonly title: string; readonly losses: readonly Loss[] }) {
  if (losses.length === 0) return null
  return (
    <div className={styles.part}>
      <h3>{title}</h3>
      <ul className={styles.sentences}>
        {losses.map((loss) => (
          <li key={loss.key}>{lossInWords(loss)}</li>
        ))}
      </ul>
    </div>
  )
}
