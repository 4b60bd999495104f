import type { Archive } from '../../shared/model/archive.ts'
import { inOrder, inquiryOf } from '../../shared/model/project.ts'
import type { LayerChoice, Report } from '../../shared/model/report-entities.ts'
import { composeReport, reportTemplates } from '../../shared/report/compose-report.ts'
import type { ReportDocument } from '../../shared/report/report-document.ts'
import { reportDocx } from '../../shared/report/report-docx.ts'
import { reportHtml } from '../../shared/report/report-html.ts'
import { reportJson } from '../../shared/report/report-json.ts'
import { reportMarkdown } from '../../shared/report/report-markdown.ts'
import { textsOf } from './open-project.ts'
import type { Arguments } from './parse-arguments.ts'

/** The endings a report can be written with. */
export const reportEndings = ['docx', 'html', 'md', 'json'] as const
export type ReportEnding = (typeof reportEndings)[number]

export type Composed =
  | { readonly ok: true; readonly report: ReportDocument }
  | { readonly ok: false; readonly problem: string }

/** Composes the report somebody asked for. What the lead wrote in the project's report of that template comes in, and
    its title, layer and audience hold unless others are asked for. */
export function composeWish(archive: Archive, template: string, given: Arguments): Composed {
  const { project } = archive
  const saved = inOrder(project.tables.report).find((report) => report.template === template)
  const layer = readLayer(archive, given.text('layer')) ?? saved?.layer
  if (layer === 'unknown')
    return {
      ok: false,
      problem: `There is no layer “${given.text('layer')}”: say agreed, all, or a coder’s initials.`,
    }
  const audience = given.text('audience') ?? saved?.audience
  const audiences = inquiryOf(project).audiences ?? []
  if (audience !== undefined && !audiences.includes(audience) && audience !== 'public') {
    return {
      ok: false,
      problem: `This inquiry has no audience “${audience}”. It has: ${audiences.join(', ') || 'none'}.`,
    }
  }
  const title = given.text('title') ?? saved?.title ?? `${inquiryOf(project).name}: ${templateName(template)}`
  const request = {
    template,
    title,
    ...(saved ? { id: saved.id } : {}),
    ...(layer === undefined ? {} : { layer }),
    ...(audience === undefined ? {} : { audience }),
    ...(given.flag('counts') || saved?.counts === true ? { counts: true } : {}),
  } satisfies Pick<Report, 'template' | 'title'> & Partial<Report>
  return { ok: true, report: composeReport(project, textsOf(archive), request) }
}

/** A report as a file of that kind. */
export async function reportBytes(report: ReportDocument, ending: ReportEnding): Promise<Uint8Array> {
  if (ending === 'docx') return reportDocx(report)
  const text = { html: reportHtml, md: reportMarkdown, json: reportJson }[ending](report)
  return new TextEncoder().encode(text)
}

function templateName(template: string): string {
  return Object.entries(reportTemplates).find(([key]) => key === template)?.[1].name ?? template
}

function readLayer({ project }: Archive, wanted: string | undefined): LayerChoice | 'unknown' | undefined {
  if (wanted === undefined || wanted === 'agreed' || wanted === 'all') return wanted
  const coders = [...project.tables.coder.values()]
  return coders.find((coder) => [coder.initials, coder.name, coder.id].includes(wanted))?.id ?? 'unknown'
}
