import { useState } from 'react'
import type { PairedRow } from '../../shared/commands/pair-translation.ts'
import { languageTag } from '../../shared/text/language-tag.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import styles from './add-translation.module.css'

/** A source's turns with what would stand beside each, to look through before a translation is added. */
export function TranslationPairs({
  rows,
  language,
}: {
  readonly rows: readonly PairedRow[]
  readonly language: string
}) {
  const [onlyDoubtful, setOnlyDoubtful] = useState(false)
  const toLookAt = rows.filter((row) => row.isDoubtful || row.translated === '')
  const shown = onlyDoubtful ? toLookAt : rows
  return (
    <>
      {toLookAt.length > 0 ? (
        <Checkbox isSelected={onlyDoubtful} onChange={setOnlyDoubtful}>
          Only the {toLookAt.length} of {rows.length} to look at
        </Checkbox>
      ) : null}
      <table className={styles.pairs}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Translation</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, who, said, translated, isDoubtful }) => (
            <tr key={at}>
              <td dir="auto">
                {who === '' ? null : <b>{who}</b>}
                {said}
              </td>
              {translated === '' ? (
                <td className={styles.none}>No translation</td>
              ) : (
                <td dir="auto" lang={languageTag(language)}>
                  {isDoubtful ? <mark>Look at this</mark> : null}
                  {translated}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.after}>
        What stands in the wrong place can be corrected in the reader afterwards.
      </p>
    </>
  )
}
