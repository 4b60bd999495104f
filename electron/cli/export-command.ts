import { writeCodebook } from '../../shared/exchange/codebook-files.ts'
import { codebookTable, codebookValues } from '../../shared/exchange/codebook-table.ts'
import {
  codebookOf,
  excerptSheet,
  projectTables,
  projectValues,
} from '../../shared/exchange/project-tables.ts'
import { withoutWithdrawn } from '../../shared/exchange/without-withdrawn.ts'
import { writeCsv } from '../../shared/exchange/write-csv.ts'
import { writeXlsx } from '../../shared/exchange/write-xlsx.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { reportTemplates } from '../../shared/report/compose-report.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { composeWish, reportBytes } from './compose-wish.ts'
import { openProject, textsOf } from './open-project.ts'
import { packProject } from './pack-project.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'
import { endingOf, writeOutput } from './write-output.ts'

const endings = ['qdpx', 'qdc', 'csv', 'xlsx', 'json', 'docx', 'html', 'md'] as const
type Ending = (typeof endings)[number]

export const exportCommand: Command = {
  summary: 'write a project in another format',
  help: `loam export P.qdpx --to FILE [--standard-only [--with-withdrawn]] [--codebook] [--json]

By ending:
  .qdpx              the project; with --standard-only without Loam's own record, for other tools, and with the
                     words of those who withdrew blacked out unless --with-withdrawn
  .qdc               its codebook, for other tools
  .csv               its excerpts, one row a coding; with --codebook its codebook
  .xlsx .json        excerpts, codebook, participants and sources; with --codebook its codebook
  .docx .html .md    its report

Except in a whole .qdpx, consent is kept: words that may not be quoted are not, and those who withdrew are left out.`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {
    to: 'text',
    'standard-only': 'flag',
    'with-withdrawn': 'flag',
    codebook: 'flag',
  })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const { given } = parsed
  const [path, ...more] = given.words
  const to = given.text('to')
  if (path === undefined || more.length > 0) return wrongUsage('Name one project file to export.')
  if (to === undefined) return wrongUsage('Say where it goes: --to FILE')
  const ending = endings.find((each) => each === endingOf(to))
  if (!ending)
    return wrongUsage(
      `A project is exported as one of ${endings.map((each) => `.${each}`).join(' ')}, and “${to}” ends otherwise.`,
    )
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  const exported = await bytesOf(reading.archive, ending, given)
  if (!exported.ok) return unusable(exported.problem)
  return writeOutput(to, exported.bytes, { messages: [...reading.notes, ...(exported.messages ?? [])] })
}

type Exported =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly messages?: readonly string[] }
  | { readonly ok: false; readonly problem: string }

async function bytesOf(archive: Archive, ending: Ending, given: Arguments): Promise<Exported> {
  const { project } = archive
  const onlyCodes = given.flag('codebook')
  switch (ending) {
    case 'qdpx':
      return given.flag('standard-only') ? forOtherTools(archive, given) : done(await packProject(archive))
    case 'qdc':
      if (project.tables.code.size === 0)
        return { ok: false, problem: 'This project has no codes, so there is no codebook to write.' }
      return done(await writeCodebook(codebookOf(project), 'qdc'))
    case 'csv':
      return done(
        writeCsv(onlyCodes ? codebookTable(codebookOf(project)) : excerptSheet(project, textsOf(archive))),
      )
    case 'xlsx':
      return done(
        writeXlsx(
          onlyCodes ? [codebookTable(codebookOf(project))] : projectTables(project, textsOf(archive)),
        ),
      )
    case 'json':
      return done(
        json(onlyCodes ? codebookValues(codebookOf(project)) : projectValues(project, textsOf(archive))),
      )
    default: {
      if (onlyCodes) return done(await writeCodebook(codebookOf(project), ending))
      const composed = composeWish(archive, Object.keys(reportTemplates)[0] ?? '', given)
      return composed.ok ? done(await reportBytes(composed.report, ending)) : composed
    }
  }
}

async function forOtherTools(archive: Archive, given: Arguments): Promise<Exported> {
  if (given.flag('with-withdrawn')) return done(await packProject(archive, { standardOnly: true }))
  const { archive: safe, sources, leftOut } = withoutWithdrawn(archive)
  const names = sources.map((name) => `“${name}”`).join(', ')
  const message = `Words that were withdrawn are blacked out in ${names}; ${leftOut.codings} codings and ${leftOut.memos} memos on them were left out. With --with-withdrawn they stay.`
  return {
    ok: true,
    bytes: await packProject(safe, { standardOnly: true }),
    ...(sources.length > 0 ? { messages: [message] } : {}),
  }
}

function done(bytes: Uint8Array): Exported {
  return { ok: true, bytes }
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}
