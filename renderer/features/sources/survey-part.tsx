import { useMemo } from 'react'
import { RadioGroup } from 'react-aria-components'
import type { SourceDraft } from '../../../shared/importers/source-draft.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { Choice } from '../../ui/choice.tsx'
import type { FileChoice } from './import-choices.ts'
import { type SurveyChoice, setShape, sourcesOf, surveyIn } from './survey-choice.ts'
import { SurveyColumns } from './survey-columns.tsx'
import styles from './survey-part.module.css'
import { SurveySample } from './survey-sample.tsx'

/** A table of answers on its way in: what each column is, what the table becomes, and how that reads. */
export function SurveyPart({
  choice,
  draft,
  onChange,
}: {
  readonly choice: FileChoice
  readonly draft: SourceDraft
  readonly onChange: (choice: FileChoice) => void
}) {
  const survey = useMemo(() => surveyIn(choice), [choice])
  const drafts = useMemo(() => sourcesOf(choice), [choice])
  if (!survey) return null
  return (
    <>
      <p role="status" className={styles.counts}>
        {countsOf(survey, draft)}
      </p>
      <SurveyColumns survey={survey} choice={choice} onChange={onChange} />
      <ShapeChoice survey={survey} choice={choice} onChange={onChange} />
      <SurveySample drafts={drafts} survey={survey} />
    </>
  )
}

function countsOf({ table, columns }: SurveyChoice, { words, turns }: SourceDraft): string {
  const open = columns.filter(({ role }) => role === 'question').length
  const closed = columns.filter(({ role }) => role === 'attribute').length
  const asked = `${counted(table.rows.length, 'respondent')}, ${counted(open, 'open question')}`
  if (open === 0) return `${asked}: make at least one column an open question, else no answers come in.`
  const possible = table.rows.length * open
  return `${asked}, ${number(turns.length)} of ${counted(possible, 'possible answer')} given, ${counted(words, 'word')}, ${counted(closed, 'attribute')}`
}

function ShapeChoice({
  survey,
  choice,
  onChange,
}: {
  readonly survey: SurveyChoice
  readonly choice: FileChoice
  readonly onChange: (choice: FileChoice) => void
}) {
  const { rows } = survey.table
  return (
    <RadioGroup
      aria-label="What it becomes"
      value={survey.shape}
      onChange={(shape) => onChange(setShape(choice, shape === 'questions' ? 'questions' : 'respondents'))}
      className={styles.shapes ?? ''}
    >
      <h3>What it becomes</h3>
      <Choice
        value="respondents"
        hint="Each reads like a short interview: the questions are headings, the answers below them."
      >
        One source for each respondent ({number(rows.length)})
      </Choice>
      <Choice
        value="questions"
        hint="All answers to a question stand below it, one after another, each by its respondent."
      >
        One source, question by question
      </Choice>
      <p className={styles.quiet}>The participants and every count are the same either way.</p>
    </RadioGroup>
  )
}
