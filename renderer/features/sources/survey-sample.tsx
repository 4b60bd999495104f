import type { DraftRespondent, SourceDraft } from '../../../shared/importers/source-draft.ts'
import { number } from '../../../shared/text/counted.ts'
import previewStyles from './import-preview.module.css'
import { sampleLines } from './sample-text.ts'
import type { SurveyChoice } from './survey-choice.ts'
import styles from './survey-part.module.css'

/** How a survey would read: the first respondents who answered, or the first answers to its questions. */
export function SurveySample({
  drafts,
  survey,
}: {
  readonly drafts: readonly SourceDraft[]
  readonly survey: SurveyChoice
}) {
  const shown = drafts.filter((draft) => draft.turns.length > 0).slice(0, 2)
  if (shown.length === 0) return null
  const most = survey.shape === 'questions' ? 12 : 20
  return (
    <section aria-label="How it begins" className={previewStyles.sample}>
      <h3>How it begins</h3>
      {shown.map((draft) => (
        <SampleOf key={draft.name} draft={draft} most={most} isOne={survey.shape === 'respondents'} />
      ))}
      {drafts.length > shown.length ? (
        <p className={styles.quiet}>
          and {number(drafts.length - shown.length)} more like {shown.length === 1 ? 'this' : 'these'}
        </p>
      ) : null}
    </section>
  )
}

function SampleOf({
  draft,
  most,
  isOne,
}: {
  readonly draft: SourceDraft
  readonly most: number
  readonly isOne: boolean
}) {
  const respondent = draft.speakers[0]?.respondent
  return (
    <article aria-label={draft.name} className={styles.sample}>
      {isOne ? <h4>{draft.name}</h4> : null}
      {isOne && respondent ? <Facts draft={draft} respondent={respondent} /> : null}
      {sampleLines(draft, most).map((line) => (
        <div key={line.at} data-kind={line.kind} className={previewStyles.line}>
          <span className={previewStyles.who}>
            <b>{line.speaker}</b>
          </span>
          <p>{line.words}</p>
        </div>
      ))}
    </article>
  )
}

function Facts({ draft, respondent }: { readonly draft: SourceDraft; readonly respondent: DraftRespondent }) {
  const known = (draft.asked?.attributes ?? []).flatMap(({ name }, i) => {
    const value = respondent.facts[i] ?? ''
    return value === '' ? [] : [{ name, value }]
  })
  const shown = known.slice(0, 4)
  if (shown.length === 0) return null
  return (
    <>
      <dl className={styles.facts}>
        {shown.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {known.length > shown.length ? (
        <p className={styles.quiet}>and {number(known.length - shown.length)} more attributes</p>
      ) : null}
    </>
  )
}
