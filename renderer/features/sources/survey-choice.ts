import type {
  ImportOutcome,
  SourceDraft,
  SurveyColumn,
  SurveyRole,
  SurveyTable,
} from '../../../shared/importers/source-draft.ts'
import { surveyDrafts } from '../../../shared/importers/survey-drafts.ts'
import {
  asGuessed,
  decidedColumns,
  type SurveyDecisions,
  type SurveyShape,
  shapeOf,
} from '../../../shared/importers/survey-table.ts'

/** What of a file on its way in matters here: what was read, and what is decided about its table of answers. */
export interface MaybeSurvey {
  readonly outcome: ImportOutcome
  readonly survey?: SurveyDecisions
  readonly draft: SourceDraft | null
}

/** A table of answers, with what is decided about it. */
export interface SurveyChoice {
  readonly table: SurveyTable
  readonly decisions: SurveyDecisions
  readonly columns: readonly SurveyColumn[]
  readonly shape: SurveyShape
}

/** The survey in a file; null for files of another kind. */
export function surveyIn({ outcome, survey, draft }: MaybeSurvey): SurveyChoice | null {
  const table = outcome.ok ? outcome.draft.survey : undefined
  if (!table || !draft) return null
  const decisions = { ...(survey ?? asGuessed), name: draft.name }
  return { table, decisions, columns: decidedColumns(table, decisions), shape: shapeOf(table, decisions) }
}

/** The sources a file becomes: those of a survey as decided, else the one it is; none where it could not be read. */
export function sourcesOf(choice: MaybeSurvey): readonly SourceDraft[] {
  const { draft } = choice
  if (!draft) return []
  const survey = surveyIn(choice)
  if (!survey) return [draft]
  // A draft as decided never changes, and is another one after each decision.
  const before = made.get(draft)
  if (before?.shape === survey.shape) return before.drafts
  const drafts = surveyDrafts(survey.table, survey.decisions)
  made.set(draft, { shape: survey.shape, drafts })
  return drafts
}

const made = new WeakMap<
  SourceDraft,
  { readonly shape: SurveyShape; readonly drafts: readonly SourceDraft[] }
>()

/** The file with its survey in another shape. */
export function setShape<F extends MaybeSurvey>(choice: F, shape: SurveyShape): F {
  return withSurvey({ ...choice, survey: { ...(choice.survey ?? asGuessed), shape } })
}

/** The file with another role for a column. There is one column of respondents: another one then tells facts, or
    stays out where it names people. */
export function setColumnRole<F extends MaybeSurvey>(choice: F, at: number, role: SurveyRole): F {
  const before = choice.survey ?? asGuessed
  const others = (surveyIn(choice)?.columns ?? []).filter(
    (each) => role === 'respondent' && each.role === 'respondent' && each.at !== at,
  )
  const freed = others.map((each) => [each.at, each.personal ? 'left out' : 'attribute'] as const)
  const roles = { ...before.roles, ...Object.fromEntries(freed), [at]: role }
  return withSurvey({ ...choice, survey: { ...before, roles } })
}

/** The file with words, turns and what is left out as is decided about its survey; any other file as it is. */
export function withSurvey<F extends MaybeSurvey>(choice: F): F {
  const { outcome, survey, draft } = choice
  if (!outcome.ok || !outcome.draft.survey || !draft) return choice
  const decisions = { ...(survey ?? asGuessed), name: draft.name, shape: 'questions' } as const
  const [whole] = surveyDrafts(outcome.draft.survey, decisions)
  return {
    ...choice,
    draft: whole ?? { ...outcome.draft, name: draft.name, words: 0, text: '', turns: [], blocks: [] },
  }
}
