import { useState } from 'react'
import type { SourceDraft } from '../../../shared/importers/source-draft.ts'
import { number } from '../../../shared/text/counted.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './import-preview.module.css'

/** Which tiers of a file with several are taken as speech; another choice reads the file again. */
export function ImportTiers({
  draft,
  onTiers,
}: {
  readonly draft: SourceDraft
  readonly onTiers: (names: readonly string[]) => Promise<void>
}) {
  const tiers = draft.tiers ?? []
  const [open, setOpen] = useState(false)
  const [reading, setReading] = useState(false)
  if (tiers.length === 0) return null
  const taken = tiers.filter((tier) => tier.isTaken).map((tier) => tier.name)
  const choose = async (name: string, is: boolean) => {
    setReading(true)
    await onTiers(
      tiers.map((tier) => tier.name).filter((each) => (each === name ? is : taken.includes(each))),
    )
    setReading(false)
  }
  return (
    <section aria-label="Tiers" className={styles.part}>
      <p>
        {number(taken.length)} of {number(tiers.length)} tiers read as speech.{' '}
        <Button look="quiet" onPress={() => setOpen(!open)} aria-expanded={open}>
          {open ? 'Leave it so' : 'Choose others'}
        </Button>
      </p>
      {open ? (
        <ul className={styles.tiers}>
          {tiers.map(({ name, count, isTaken }) => (
            <li key={name}>
              <Checkbox
                isSelected={isTaken}
                isDisabled={reading || (isTaken && taken.length === 1)}
                onChange={(is) => void choose(name, is)}
              >
                {name === '' ? 'Without a name' : name} ({number(count)})
              </Checkbox>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
