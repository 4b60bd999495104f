import { counted } from '../../../shared/text/counted.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { decide, type FileChoice } from './import-choices.ts'
import styles from './import-translations.module.css'

/** Second texts that a file carries: whether they come in, into which language and by whom; nothing where it has none. */
export function ImportTranslations({
  choice,
  onChange,
}: {
  readonly choice: FileChoice
  readonly onChange: (next: FileChoice) => void
}) {
  const found = choice.outcome.ok ? (choice.outcome.draft.translations ?? []) : []
  if (found.length === 0) return null
  const decided = choice.decisions.translations ?? {}
  const set = (name: string, change: { language?: string; translator?: string } | null) =>
    onChange(
      decide(choice, { translations: { ...decided, [name]: change && { ...decided[name], ...change } } }),
    )
  return (
    <section aria-label="Translations in this file" className={styles.translations}>
      <h3>Translations in this file</h3>
      {found.map(({ name, stretches }) => {
        const own = decided[name]
        return (
          <div key={name} className={styles.translation}>
            <Checkbox isSelected={own !== null} onChange={(comes) => set(name, comes ? {} : null)}>
              {name} · {counted(stretches.length, 'stretch', 'stretches')}
            </Checkbox>
            {own === null ? null : (
              <>
                <TextField
                  label={`Language of ${name}`}
                  value={own?.language ?? name}
                  onChange={(language) => set(name, { language })}
                />
                <TextField
                  label={`Translator of ${name}`}
                  placeholder="Not named"
                  value={own?.translator ?? ''}
                  onChange={(translator) => set(name, { translator })}
                />
              </>
            )}
          </div>
        )
      })}
      <p>
        Read beside the text; not counted and not searched. Reports show a translation only with who made it,
        or say that nobody is named.
      </p>
    </section>
  )
}
