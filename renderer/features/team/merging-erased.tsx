import { useState } from 'react'
import { leaveCopyToMerge } from '../../parts/copy-to-merge.ts'
import { eraseAndReturn } from '../../parts/erase-and-return.ts'
import { erasedInWords } from '../../parts/erasure-words.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './merging.module.css'
import type { MergingState } from './merging-desk.ts'
import { dayAndTime, goesInWords } from './merging-words.ts'

/** A copy in which something was erased for good that is still here: says so, and erases it here too once that was
    confirmed by a typed word. The copy is compared afterwards. */
export function MergingErased({
  erased: { file, told, bytes },
  onClose,
}: {
  readonly erased: Extract<MergingState, { kind: 'to erase' }>
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const [word, setWord] = useState('')
  const [busy, setBusy] = useState(false)
  const goes = goesInWords(told)
  const erase = async () => {
    setBusy(true)
    await eraseAndReturn(open, { copy: bytes }, { kind: 'team', part: 'merging' })
    leaveCopyToMerge(open.id, { name: file, bytes, handle: null })
  }
  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <header className={styles.whose}>
          <h2>Something was erased for good in {file}</h2>
          <p>
            It is still in this project. Whoever merges the copy erases it here too: out of the texts, the
            history, this project’s file and its backups. That cannot be undone, and nothing done before can
            be undone afterwards.
          </p>
        </header>
        <section aria-label="What was erased there" className={styles.section}>
          <h3>Erased there</h3>
          <ul className={styles.notes}>
            {told.erasures.map((each) => (
              <li key={each.id}>
                {dayAndTime(each.at)}: {erasedInWords(each)}
              </li>
            ))}
          </ul>
        </section>
        <section aria-label="What goes here" className={styles.section}>
          <h3>What goes here</h3>
          <ul className={styles.notes}>
            {goes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <div className={`${styles.section} ${styles.confirm}`}>
          <TextField
            label={`To confirm, type “${confirming}”`}
            value={word}
            onChange={setWord}
            autoComplete="off"
            isDisabled={busy}
          />
        </div>
        <p className={styles.acts}>
          <Button isDisabled={busy} onPress={onClose}>
            Keep everything, do not merge
          </Button>
          <Button
            look="danger"
            isDisabled={busy || word.trim().toLowerCase() !== confirming}
            onPress={() => void erase()}
          >
            Erase here too, then merge…
          </Button>
        </p>
        <p role="status" className={styles.quiet}>
          {busy
            ? 'Erasing. Do not close the window.'
            : 'Next you see what else comes in, before anything is merged.'}
        </p>
      </div>
    </div>
  )
}

const confirming = 'erase'
