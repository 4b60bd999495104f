import { memo, useMemo } from 'react'
import type { SourceDraft } from '../../../shared/importers/source-draft.ts'
import { counted } from '../../../shared/text/counted.ts'
import { LossReport } from '../../parts/loss-report.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { KindForAll } from './for-all.tsx'
import { decide, type FileChoice, kindOf } from './import-choices.ts'
import { ImportEncoding } from './import-encoding.tsx'
import styles from './import-preview.module.css'
import { ImportSpeakers } from './import-speakers.tsx'
import { ImportTiers } from './import-tiers.tsx'
import { ImportTranslations } from './import-translations.tsx'
import { ImportVersion } from './import-version.tsx'
import { LinkBroughtRecording } from './link-brought-recording.tsx'
import { isRecording } from './listed-file.ts'
import { sampleLines } from './sample-text.ts'
import { SurveyPart } from './survey-part.tsx'
import type { Reading } from './use-reading.ts'
import { kindOptions, labelIn, timecode } from './words.ts'

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
        {isRecording(choice) ? (
          <LinkBroughtRecording file={choice.file} />
        ) : (
          <>
            <p className={styles.bad}>{outcome.ok ? '' : outcome.problem}</p>
            <p>It is left out; the other files still come in.</p>
          </>
        )}
      </section>
    )
  }
  return (
    <section aria-label={choice.file.name} className={styles.file}>
      {choice.version && choice.corrects ? null : (
        <div className={styles.head}>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(name) => onChange(decide(choice, { name }))}
          />
          <Select
            label="Kind"
            options={[...kindOptions, { key: 'guessed', label: guessed(choice) }]}
            value={choice.kind ?? 'guessed'}
            isDisabled={draft.asked !== undefined}
            onChange={(kind) => onChange({ ...choice, kind: kind === 'guessed' ? null : kind })}
          />
          {choice.kind && !draft.asked ? <KindForAll kind={choice.kind} /> : null}
        </div>
      )}
      <p className={styles.facts}>
        {draft.asked
          ? ''
          : `${draft.layout} · ${counted(draft.words, 'word')} · ${draft.turns.length > 0 ? `${counted(draft.turns.length, 'turn')} · ` : ''}`}
        {choice.file.name}
      </p>
      {choice.twin ? (
        <p className={styles.doubt}>{choice.twin} Tick it if you want it a second time.</p>
      ) : null}
      {choice.version ? <ImportVersion choice={choice} onChange={onChange} /> : null}
      <ImportTiers draft={draft} onTiers={(tiers) => onAgain(at, { tiers })} />
      <ImportEncoding draft={draft} onEncoding={(encoding) => onAgain(at, { encoding })} />
      {draft.asked ? null : <ImportSpeakers choice={choice} onChange={onChange} />}
      <ImportTranslations choice={choice} onChange={onChange} />
      {draft.asked ? <SurveyPart choice={choice} draft={draft} onChange={onChange} /> : null}
      <LossReport notices={draft.notices} />
      {draft.asked ? null : <Sample draft={draft} />}
    </section>
  )
})

/** Stays a choice of its own: the guess follows what is decided about speakers. */
function guessed(choice: FileChoice): string {
  return `${labelIn(kindOptions, kindOf({ ...choice, kind: null }))}, as guessed`
}

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
          <p dir="auto">{line.words}</p>
        </div>
      ))}
    </section>
  )
}
