import { memo, useMemo } from 'react'
import type { SourceDraft } from '../../../shared/importers/source-draft.ts'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { decide, type FileChoice, kindOf } from './import-choices.ts'
import { ImportEncoding } from './import-encoding.tsx'
import { ImportNotices } from './import-notices.tsx'
import styles from './import-preview.module.css'
import { ImportSpeakers } from './import-speakers.tsx'
import { sampleLines } from './sample-text.ts'
import type { Reading } from './use-reading.ts'
import { counted, kindOptions, timecode } from './words.ts'

/** One file as it would come in, with everything that can be decided about it. */
export const ImportFile = memo(function ImportFile({
  at,
  choice,
  onSet,
  onAgain,
}: {
  readonly at: number
  readonly choice: FileChoice
  readonly onSet: Reading['set']
  readonly onAgain: Reading['again']
}) {
  const { outcome, draft } = choice
  const onChange = (next: FileChoice) => onSet(at, next)
  if (!outcome.ok || !draft) {
    return (
      <section aria-label={choice.file.name} className={styles.file}>
        <h3>{choice.file.name}</h3>
        <p className={styles.bad}>{outcome.ok ? '' : outcome.problem}</p>
        <p>It is left out; the other files still come in.</p>
      </section>
    )
  }
  return (
    <section aria-label={choice.file.name} className={styles.file}>
      <div className={styles.head}>
        <TextField label="Name" value={draft.name} onChange={(name) => onChange(decide(choice, { name }))} />
        <Select
          label="Kind"
          options={kindOptions}
          value={kindOf(choice)}
          onChange={(kind) => onChange({ ...choice, kind })}
        />
      </div>
      <p className={styles.facts}>
        {draft.layout} · {counted(draft.words, 'word')} · {counted(draft.turns.length, 'turn')} ·{' '}
        {choice.file.name}
      </p>
      {choice.twin ? (
        <p className={styles.doubt}>{choice.twin} Tick it if you want it a second time.</p>
      ) : null}
      <ImportEncoding draft={draft} onEncoding={(encoding) => onAgain(at, choice.file, encoding)} />
      <ImportSpeakers choice={choice} onChange={onChange} />
      <ImportNotices notices={draft.notices} />
      <Sample draft={draft} />
    </section>
  )
})

function Sample({ draft }: { readonly draft: SourceDraft }) {
  const lines = useMemo(() => sampleLines(draft), [draft])
  return (
    <section aria-label="How it begins" className={styles.sample}>
      <h3>How it begins</h3>
      {lines.map((line) => (
        <div key={line.at} data-kind={line.kind} data-role={line.role ?? undefined} className={styles.line}>
          <span className={styles.who}>
            <b>{line.speaker}</b>
            {line.time === null ? null : <i>{timecode(line.time)}</i>}
          </span>
          <p>{line.words}</p>
        </div>
      ))}
    </section>
  )
}
