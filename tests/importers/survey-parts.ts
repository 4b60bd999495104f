import type { SourceDraft, SurveyTable } from '../../shared/importers/source-draft.ts'

/** What was read of a survey; throws where it is none. */
export const survey = (draft: SourceDraft): SurveyTable => {
  if (!draft.survey) throw new Error('This is no survey')
  return draft.survey
}

/** The headings of a source, in order. */
export function headings(draft: SourceDraft | undefined): readonly string[] {
  return (draft?.blocks ?? []).map(({ start, end }) => draft?.text.slice(start, end) ?? '')
}

/** Who speaks in some sources, each once. */
export function people(drafts: readonly SourceDraft[]): readonly string[] {
  return [...new Set(drafts.flatMap(({ speakers }) => speakers.map(({ label }) => label)))]
}
