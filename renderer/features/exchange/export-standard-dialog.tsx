import { useState } from 'react'
import { fates, fateTitles, type Loss, lossInWords } from '../../../shared/exchange/standard-loss.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './exchange.module.css'
import { GoingOutDialog } from './going-out-dialog.tsx'

/** Lists what other tools do not get, or get otherwise, before a file for them is written. */
export function ExportStandardDialog({ onClose }: { readonly onClose: () => void }) {
  const [withWithdrawn, setWithWithdrawn] = useState(false)
  return (
    <GoingOutDialog
      title="Export for other tools"
      about="A .qdpx after the REFI-QDA standard, for NVivo, MAXQDA, ATLAS.ti, QualCoder and others: texts, codes, codings, memos, participants and variables. Your project stays as it is."
      act="Export"
      done="exported"
      called="for other tools"
      what={() => ({ kind: 'standard', withWithdrawn })}
      onClose={onClose}
    >
      {({ losses, lossesWithWithdrawn, share }) => (
        <>
          <Losses losses={withWithdrawn ? lossesWithWithdrawn : losses} />
          {share.historyRefused === 'withdrawn' ? (
            <Checkbox isSelected={withWithdrawn} onChange={setWithWithdrawn}>
              Write the words of those who withdrew too
              <small className={styles.hint}>Other tools cannot know that they were taken back.</small>
            </Checkbox>
          ) : null}
        </>
      )}
    </GoingOutDialog>
  )
}

function Losses({ losses }: { readonly losses: readonly Loss[] }) {
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
