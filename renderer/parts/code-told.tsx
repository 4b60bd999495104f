import type { Code } from '../../shared/model/entities.ts'
import styles from './code-told.module.css'

/** What a code is called, means and when it is used, to read: for whoever does not decide about codes. */
export function CodeTold({ code }: { readonly code: Code }) {
  const parts = [
    { title: 'Use when', text: code.include },
    { title: 'Not when', text: code.exclude },
    { title: 'Example', text: code.example },
    { title: 'Other names', text: code.aliases?.join('; ') },
    { title: 'Where it comes from', text: code.from },
  ].filter((part) => part.text)
  return (
    <div className={styles.told}>
      <h2>{code.name}</h2>
      <p>{code.definition ?? 'No definition yet.'}</p>
      {parts.length > 0 ? (
        <dl>
          {parts.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}
