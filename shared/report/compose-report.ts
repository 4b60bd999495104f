import { inquiryOf, type Project, type Texts } from '../model/project.ts'
import { type ReportRequest, setDesk } from './desk.ts'
import type { ReportDocument } from './report-document.ts'
import { composeResearchSummary } from './research-summary.ts'

/** The templates a report can follow, by the name the command line and the project know them by. */
export const reportTemplates = {
  'research-summary': { name: 'Research summary', compose: composeResearchSummary },
} as const

/** The name of a template. */
export type TemplateName = keyof typeof reportTemplates

/** True for the name of a template that exists. */
export function isTemplate(name: string): name is TemplateName {
  return Object.hasOwn(reportTemplates, name)
}

/** Composes a report from a project as it stands: the same project and request always give the same document.
    Throws for a template that does not exist; ask `isTemplate` first. */
export function composeReport(project: Project, texts: Texts, request: ReportRequest): ReportDocument {
  if (!isTemplate(request.template)) throw new Error(`There is no report template “${request.template}”`)
  const desk = setDesk(project, texts, request)
  return {
    template: request.template,
    title: desk.cover(request.title),
    layer: desk.tally.layer.name,
    approach: inquiryOf(project).approach,
    ...(request.audience === undefined ? {} : { audience: request.audience }),
    blocks: reportTemplates[request.template].compose(desk),
  }
}
