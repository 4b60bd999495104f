import { translationLabel } from '../../shared/model/translations.ts'
import { languageTag } from '../../shared/text/language-tag.ts'
import styles from './translated.module.css'

/** Words of a translator beside somebody's own: set apart, labelled with who translated, and never as a quote. */
export function Translated({
  translation,
}: {
  readonly translation: { readonly text: string; readonly language: string; readonly translator: string }
}) {
  const label = translationLabel(translation)
  return (
    // A region for every quote would bury the page’s landmarks.
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for fields; these are words.
    <div role="group" aria-label={label} className={styles.translated}>
      <p className={styles.by}>{label}</p>
      <p lang={languageTag(translation.language)} dir="auto" className={styles.words}>
        {translation.text}
      </p>
    </div>
  )
}
