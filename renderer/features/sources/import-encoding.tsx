import { useState } from 'react'
import type { SourceDraft } from '../../../shared/importers/source-draft.ts'
import { Button } from '../../ui/button.tsx'
import styles from './import-preview.module.css'

/** How a text file's letters were read, with a line of it in every other way worth offering. */
export function ImportEncoding({
  draft,
  onEncoding,
}: {
  readonly draft: SourceDraft
  readonly onEncoding: (encoding: string) => Promise<void>
}) {
  const { encoding } = draft
  const [open, setOpen] = useState(false)
  const [reading, setReading] = useState(false)
  if (!encoding || encoding.candidates.length < 2) return null
  const choose = async (name: string) => {
    setReading(true)
    await onEncoding(name)
    setReading(false)
  }
  return (
    <section aria-label="Letters" className={styles.part}>
      <p>
        Letters read as <strong>{encoding.name}</strong>.{' '}
        <Button look="quiet" onPress={() => setOpen(!open)} aria-expanded={open}>
          {open ? 'Leave it so' : 'Do some look wrong?'}
        </Button>
      </p>
      {open ? (
        <ul className={styles.encodings}>
          {encoding.candidates.map(({ name, sample }) => (
            <li key={name}>
              <Button isDisabled={reading || name === encoding.name} onPress={() => void choose(name)}>
                {name === encoding.name ? `${name}, as now` : `Read as ${name}`}
              </Button>
              <q>{sample}</q>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
