import type { SourceDraft, SurveyTable } from './source-draft.ts'
import { surveyDrafts } from './survey-drafts.ts'
import { asGuessed, type SurveyDecisions } from './survey-table.ts'

/** A source as it is now: what it is called, and its text of today. */
export interface SourceOfToday {
  readonly name: string
  readonly text: string
}

/** The draft among all that a table of answers can become which a source came from: the one with the very same text,
    else the one with the most of its lines; of several alike the one of the same name. What was decided when it came
    in is not kept, so drafts with every other column as a question are among them: any choice of columns lies within
    those. Null where no line is the same, or where several respondents said the same and none is called so. */
export function sourceOfSurvey(table: SurveyTable, source: SourceOfToday): SourceDraft | null {
  const all: SurveyDecisions = {
    roles: Object.fromEntries(
      table.columns.map(({ at, role }) => [at, role === 'respondent' ? role : ('question' as const)]),
    ),
  }
  // One way of deciding after another: the same respondent stands once in each.
  const ways = [asGuessed, all].flatMap((decisions) =>
    (['respondents', 'questions'] as const).map((shape) => surveyDrafts(table, { ...decisions, shape })),
  )
  for (const drafts of ways) {
    const same = drafts.filter(({ text }) => text === source.text)
    if (same.length > 0) return theOne(same, source.name)
  }
  const lines = new Set(source.text.split('\n'))
  const nearest = ways.map((drafts) => nearestTo(lines, drafts))
  const most = nearest.reduce((best, { shared }) => Math.max(best, shared), 0)
  return most === 0 ? null : theOne(nearest.find(({ shared }) => shared === most)?.drafts ?? [], source.name)
}

function nearestTo(lines: ReadonlySet<string>, drafts: readonly SourceDraft[]) {
  const units = drafts.map(({ text }) => sharedUnits(text, lines))
  const shared = units.reduce((best, each) => Math.max(best, each), 0)
  return { shared, drafts: drafts.filter((_, i) => units[i] === shared) }
}

/** The only one, or of several the one of that name: which of them is meant is never guessed. */
function theOne(drafts: readonly SourceDraft[], name: string): SourceDraft | null {
  const [first, second] = drafts
  if (!second) return first ?? null
  return drafts.find((draft) => draft.name === name) ?? null
}

function sharedUnits(text: string, lines: ReadonlySet<string>): number {
  return [...new Set(text.split('\n'))].reduce((sum, line) => sum + (lines.has(line) ? line.length : 0), 0)
}
