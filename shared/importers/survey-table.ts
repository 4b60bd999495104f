import type { SurveyColumn, SurveyRole, SurveyTable } from './source-draft.ts'

/** How a survey becomes sources: one for each respondent, or one with all answers question by question. */
export type SurveyShape = 'respondents' | 'questions'

/** What the researcher decides about a survey; what is absent is as guessed. */
export interface SurveyDecisions {
  /** By the column's place in the file. */
  readonly roles: Readonly<Record<number, SurveyRole>>
  readonly shape?: SurveyShape
  readonly name?: string
}

/** Nothing decided: everything as guessed. */
export const asGuessed: SurveyDecisions = { roles: {} }

/** A survey's columns with their decided roles. One column at most says who the respondent is: the last one chosen. */
export function decidedColumns(table: SurveyTable, decisions: SurveyDecisions): readonly SurveyColumn[] {
  const columns = table.columns.map((column) => ({
    ...column,
    role: decisions.roles[column.at] ?? column.role,
  }))
  const chosen = columns.find(({ at, role }) => role === 'respondent' && decisions.roles[at] === 'respondent')
  if (!chosen) return columns
  return columns.map((column) =>
    column.role === 'respondent' && column !== chosen ? { ...column, role: 'attribute' as const } : column,
  )
}

/** The shape as decided; else a source for each respondent where several questions are answered in words, and one
    source for all where there is one: single answers would be sources of a few words. */
export function shapeOf(table: SurveyTable, decisions: SurveyDecisions): SurveyShape {
  if (decisions.shape) return decisions.shape
  const open = decidedColumns(table, decisions).filter(({ role }) => role === 'question')
  return open.length >= 2 ? 'respondents' : 'questions'
}
