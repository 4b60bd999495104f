import { realpath } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { ExportDocument, ExportPreviewDocument } from '../../shared/cli.ts'
import { type CodebookEnding, writeCodebook } from '../../shared/exchange/codebook-files.ts'
import { codebookLosses } from '../../shared/exchange/codebook-losses.ts'
import { codebookState } from '../../shared/exchange/codebook-state.ts'
import type { Codebook } from '../../shared/exchange/codebook-table.ts'
import {
  codebookOf,
  excerptSheet,
  projectTables,
  projectValues,
} from '../../shared/exchange/project-tables.ts'
import type { SharePart } from '../../shared/exchange/share-copy.ts'
import type { Loss } from '../../shared/exchange/standard-loss.ts'
import { withToldCodes } from '../../shared/exchange/told-codes.ts'
import { writeCsv } from '../../shared/exchange/write-csv.ts'
import { writeXlsx } from '../../shared/exchange/write-xlsx.ts'
import { lockedEnding } from '../../shared/lock/locked-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { reportTemplates } from '../../shared/report/compose-report.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { composeWish, reportBytes } from './compose-wish.ts'
import { type Exported, forOtherTools, projectWish, sharedCopy } from './export-project.ts'
import { openProject, textsOf } from './open-project.ts'
import { packProject } from './pack-project.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'
import { locked } from './passphrase.ts'
import { endingOf, writeOutput } from './write-output.ts'

const endings = ['qdpx', 'qdc', 'csv', 'xlsx', 'json', 'docx', 'html', 'md', lockedEnding] as const
type Ending = (typeof endings)[number]

export const exportCommand: Command = {
  summary: 'write a project in another format',
  help: `loam export P.qdpx --to FILE [--standard-only [--with-withdrawn] | --share [--with PARTS]] [--codebook]
            [--preview] [--json]

By ending:
  .qdpx              the project; with --standard-only without Loam's own record, for other tools, and with the
                     words of those who withdrew blacked out unless --with-withdrawn; what it cannot hold is listed
                     with --share a copy to hand to somebody: without the files, the history, earlier texts and
                     names behind pseudonyms, unless --with originals,history,earlier-texts,names; never with the
                     words of those who withdrew
  .loam-locked       the same, locked with the passphrase in LOAM_PASSPHRASE or --passphrase-file FILE; a lost
                     passphrase is final: without it nobody opens the file again
  .qdc               its codebook, for other tools
  .csv               its excerpts, one row a coding; with --codebook its codebook
  .xlsx .json        excerpts, codebook, participants and sources; with --codebook its codebook
  .docx .html .md    its report

  --preview          with --standard-only or --share: only says what would be left out, or be there otherwise

Except in a whole .qdpx, consent is kept: words that may not be quoted are not, and those who withdrew are left out.`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {
    to: 'text',
    'standard-only': 'flag',
    'with-withdrawn': 'flag',
    share: 'flag',
    with: 'texts',
    codebook: 'flag',
    preview: 'flag',
  })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const { given } = parsed
  const wish = await readWish(given)
  return typeof wish === 'string' ? wrongUsage(wish) : carryOut(wish, given)
}

/** What was asked for, once it makes sense. */
interface Wish {
  readonly path: string
  readonly to: string
  readonly ending: Ending
  /** The parts that a shared copy has; null where none is asked for. */
  readonly shared: ReadonlySet<SharePart> | null
}

async function readWish(given: Arguments): Promise<Wish | string> {
  const [path, ...more] = given.words
  const to = given.text('to')
  if (path === undefined || more.length > 0) return 'Name one project file to export.'
  if (to === undefined) return 'Say where it goes: --to FILE'
  const ending = endings.find((each) => each === endingOf(to))
  if (!ending)
    return `A project is exported as one of ${endings.map((each) => `.${each}`).join(' ')}, and “${to}” ends otherwise.`
  const shared = projectWish(given)
  if (typeof shared === 'string') return shared
  const isProject = ending === 'qdpx' || ending === lockedEnding
  if (shared && !isProject) return 'A shared copy is a .qdpx, or a locked file.'
  if (given.flag('standard-only') && ending === lockedEnding)
    return 'No other tool opens a locked file: leave out --standard-only.'
  const isPart = shared !== null || (given.flag('standard-only') && isProject)
  if (given.flag('preview') && !isPart)
    return '--preview goes with --standard-only or --share, and with a .qdpx.'
  if (isPart && (await isSameFile(path, to)))
    return `That would leave in “${basename(to)}” only what goes out. Name another file: --to FILE`
  return { path, to, ending, shared }
}

async function carryOut({ path, to, ending, shared }: Wish, given: Arguments): Promise<CommandResult> {
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  const exported = shared
    ? await sharedCopy(reading.archive, shared)
    : await bytesOf(reading.archive, ending, given)
  if (!exported.ok) return unusable(exported.problem)
  const { losses } = exported
  const messages = [...reading.notes, ...(exported.messages ?? [])]
  if (given.flag('preview')) return previewed(messages, losses)
  const written = ending === lockedEnding ? locked(exported.bytes) : exported
  if (!written.ok) return unusable(written.problem)
  const { bytes } = written
  return writeOutput(to, bytes, {
    messages: [...messages, ...lockNotes(path, to)],
    ...(losses ? { json: { file: to, bytes: bytes.length, losses } satisfies ExportDocument } : {}),
  })
}

/** What goes out would stand in the place of the work itself. */
async function isSameFile(path: string, to: string): Promise<boolean> {
  const [from, target] = await Promise.all(
    [path, to].map((each) => realpath(each).catch(() => resolve(each))),
  )
  return from === target
}

function previewed(messages: readonly string[], losses: readonly Loss[] = []): CommandResult {
  const said = messages.length > 0 ? messages : ['Nothing is left out.']
  const document: ExportPreviewDocument = { losses, says: said }
  return { exit: 0, json: document, text: [...said, 'Nothing was written.'].join('\n') }
}

/** A lost passphrase is final, and what is written readable from a locked project stays readable. */
function lockNotes(from: string, to: string): readonly string[] {
  const [was, is] = [from, to].map((path) => endingOf(path) === lockedEnding)
  if (is) return [`Keep the passphrase: without it nobody opens “${basename(to)}” again.`]
  return was ? [`“${basename(to)}” can be read without the passphrase.`] : []
}

async function bytesOf(archive: Archive, ending: Ending, given: Arguments): Promise<Exported> {
  const project = withToldCodes(archive)
  const state = codebookState(inquiryOf(project).id, archive.changes, Date.now())
  const codebook = { ...codebookOf(project), state }
  if (ending === 'qdc' && codebook.codes.length === 0)
    return { ok: false, problem: 'This project has no codes, so there is no codebook to write.' }
  if (given.flag('codebook') && ending !== 'qdpx' && ending !== lockedEnding)
    return codebookFile(codebook, ending)
  switch (ending) {
    case lockedEnding:
      return done(await packProject(archive))
    case 'qdpx':
      return given.flag('standard-only') ? forOtherTools(archive, given) : done(await packProject(archive))
    case 'qdc':
      return codebookFile(codebook, 'qdc')
    case 'csv':
      return done(writeCsv(excerptSheet(project, textsOf(archive))))
    case 'xlsx':
      return done(writeXlsx(projectTables(project, textsOf(archive))))
    case 'json':
      return done(json(projectValues(project, textsOf(archive))))
    default: {
      const composed = composeWish(archive, Object.keys(reportTemplates)[0] ?? '', given)
      return composed.ok ? done(await reportBytes(composed.report, ending)) : composed
    }
  }
}

/** A codebook in a file of that kind, with what the kind does not hold. */
async function codebookFile(codebook: Codebook, ending: CodebookEnding): Promise<Exported> {
  const losses = codebookLosses(ending, codebook)
  const bytes = await writeCodebook(codebook, ending)
  return { ok: true, bytes, messages: losses === '' ? [] : [losses] }
}

function done(bytes: Uint8Array): Exported {
  return { ok: true, bytes }
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}
