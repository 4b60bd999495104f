import { useState } from 'react'
import type { Source } from '../../../shared/model/entities.ts'
import { allTranslationsOf, translationLabel } from '../../../shared/model/translations.ts'
import { AddTranslation } from '../../parts/add-translation.tsx'
import { useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './sources-screen.module.css'

/** The translations of a source, and the way to add one. They are read and corrected in the reader. */
export function TranslationsOf({ source }: { readonly source: Source }) {
  const translations = allTranslationsOf(useProject(), source.id)
  const [isAdding, setAdding] = useState(false)
  return (
    <section aria-label="Translations" className={styles.facts}>
      <h3>Translations</h3>
      {translations.map((each) => (
        <p key={each.id}>
          {translationLabel(each)}
          {each.of === source.content ? '' : ' (of an earlier text)'}
        </p>
      ))}
      <p className={styles.originalWays}>
        <Button onPress={() => setAdding(true)}>Add a translation…</Button>
      </p>
      {isAdding ? <AddTranslation source={source} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}
