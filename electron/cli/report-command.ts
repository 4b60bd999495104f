import { isTemplate, reportTemplates } from '../../shared/report/compose-report.ts'
import { reportJson } from '../../shared/report/report-json.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { composeWish, reportBytes, reportEndings } from './compose-wish.ts'
import { openProject } from './open-project.ts'
import { parseArguments } from './parse-arguments.ts'
import { endingOf, writeOutput } from './write-output.ts'

const templates = Object.keys(reportTemplates).join(', ')
const endings = reportEndings.map((each) => `.${each}`).join(' ')

export const reportCommand: Command = {
  summary: 'compose a report of a project',
  help: `loam report P.qdpx --template NAME --out FILE [--json]

Composes a report and writes it in the format the ending names: ${endings}
What the lead wrote in the project's own report of that template comes in.

  --template NAME    ${templates}
  --out FILE         where it goes
  --audience NAME    for whom: consent is kept towards them
  --layer LAYER      agreed, all, or a coder's initials
  --title TITLE      another title
  --counts           numbers also in a reflexive inquiry
  --json             also prints the report as JSON`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {
    template: 'text',
    out: 'text',
    audience: 'text',
    layer: 'text',
    title: 'text',
    counts: 'flag',
  })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const { given } = parsed
  const [path, ...more] = given.words
  const [template, out] = [given.text('template'), given.text('out')]
  if (path === undefined || more.length > 0) return wrongUsage('Name one project file to report on.')
  if (template === undefined) return wrongUsage(`Say which report: --template ${templates}`)
  if (!isTemplate(template))
    return wrongUsage(`There is no report template “${template}”. There is: ${templates}`)
  if (out === undefined) return wrongUsage('Say where it goes: --out FILE')
  const ending = reportEndings.find((each) => each === endingOf(out))
  if (!ending) return wrongUsage(`A report is written as one of ${endings}, and “${out}” ends otherwise.`)
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  const composed = composeWish(reading.archive, template, given)
  if (!composed.ok) return wrongUsage(composed.problem)
  const json: unknown = JSON.parse(reportJson(composed.report))
  return writeOutput(out, await reportBytes(composed.report, ending), { json, messages: reading.notes })
}
