import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { erasedBefore, refusedByErasure } from '../../shared/change/erase/refused-by-erasure.ts'
import { type Recorded, recordGesture } from '../../shared/change/record-gesture.ts'
import type { ImportDocument } from '../../shared/cli.ts'
import type { StarterCodebook } from '../../shared/codebooks/starter-codebook.ts'
import { starterCodebook, starterCodebooks } from '../../shared/codebooks/starter-codebooks.ts'
import { addStarterCodebook } from '../../shared/commands/add-starter-codebook.ts'
import { initialsOf } from '../../shared/commands/coders.ts'
import { type ImportWithCorrections, withCorrections } from '../../shared/commands/correct-sources.ts'
import { importSources } from '../../shared/commands/import-sources.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { receiptText } from '../../shared/exchange/read-receipt.ts'
import { everyFormat } from '../../shared/importers/import-formats.ts'
import type { SurveyShape } from '../../shared/importers/survey-table.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Approach } from '../../shared/model/entities.ts'
import { emptyProject } from '../../shared/model/project.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { correctionsMade, type DraftsSorted, sortDrafts } from './correct-drafts.ts'
import { findFiles } from './find-files.ts'
import {
  type CodebooksRead,
  type Exchanged,
  exchangeFiles,
  isCodebookFile,
  openForeign,
  readCodebooks,
} from './import-exchange.ts'
import { importTranslation, translationWish } from './import-translation.ts'
import { inspectText } from './inspect-command.ts'
import { inspectDocument } from './inspect-document.ts'
import { nodeMaking } from './node-making.ts'
import { openProject } from './open-project.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'
import { type DraftsRead, readDrafts } from './read-drafts.ts'
import { isProjectName, writeProject } from './write-output.ts'

export const importCommand: Command = {
  summary: 'bring transcripts into a project file',
  help: `loam import FILES… --out P.qdpx [--codebook NAME] [--json]

Reads transcripts, alone or in folders, and writes them as a project. Files that cannot be used are named with the
reason, and the others still come in. Loam reads
${wrapped(everyFormat, 100)}.
A .qdpx of another tool (REFI-QDA) comes in whole and a .qdc adds its codes, each with a receipt of what became of
everything in it.

  where to
  --out P.qdpx       the project to write
  --add              adds to the project that is there, instead of beginning a new one
  --replace          replaces a project that somebody has worked in

  a new project
  --name NAME        what the inquiry is called; otherwise as the file
  --approach WAY     reflexive, codebook (unless you say otherwise), reliability or content
  --coder NAME       who codes first
  --codebook NAME    adds a starter codebook: ${starterCodebooks.map((each) => each.key).join(', ')}
                     or the codebook in a file: .qdc .csv .tsv .xlsx .json

  how files are read
  --survey WAY       tables of answers: respondents (a source for each) or questions (one source, question by
                     question); otherwise respondents where several questions are answered in words, else questions
  --tier NAME        takes this tier of ELAN, EXMARaLDA and Praat files as speech instead of those that read as
                     such; several times for several

  beside what is there (with --add)
  --correct          a better version of a source that is there corrects it, and its codings stay
  --translation-of SOURCE --language L --translator WHO
                     the one file is a translation of that source, read beside it and never counted

  --json             prints what came in as JSON`,
  run,
}

/** Words in lines of at most so many letters, set in by two. */
function wrapped(words: string, width: number): string {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`  ${word}`)
  }
  return lines.join('\n')
}

/** What `loam import` may be told, and how: by a word, by words, or by being there. */
export const importFlags = {
  out: 'text',
  codebook: 'text',
  add: 'flag',
  correct: 'flag',
  replace: 'flag',
  name: 'text',
  approach: 'text',
  coder: 'text',
  survey: 'text',
  tier: 'texts',
  'translation-of': 'text',
  language: 'text',
  translator: 'text',
} as const

const shapes: readonly SurveyShape[] = ['respondents', 'questions']
const approaches: readonly Approach[] = ['reflexive', 'codebook', 'reliability', 'content']

/** What was asked for, once it makes sense. */
interface Wish {
  readonly out: string
  readonly codebook: StarterCodebook | undefined
  /** A file with a codebook, named instead of a starter codebook. */
  readonly codebookFile: string | undefined
  readonly approach: Approach
  readonly shape: SurveyShape | undefined
  readonly given: Arguments
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, importFlags)
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const translation = translationWish(parsed.given)
  if (typeof translation === 'string') return wrongUsage(translation)
  if (translation) return importTranslation(translation)
  const wish = readWish(parsed.given)
  if (typeof wish === 'string') return wrongUsage(wish)
  const standingNow = await standing(wish)
  if (!standingNow.ok) return unusable(standingNow.problem)
  const files = exchangeFiles(parsed.given.words)
  const before = await openForeign(files.projects, standingNow.archive)
  if (!before.ok) return unusable(before.problem)
  const found = await findFiles(files.others)
  const known = new Set(before.archive?.originals.keys())
  const ways = { shape: wish.shape, tiers: parsed.given.texts('tier') }
  const read = withoutErasedDrafts(await readDrafts(found.files, known, ways), before.archive)
  const books = await readCodebooks([
    ...files.codebooks,
    ...(wish.codebookFile === undefined ? [] : [wish.codebookFile]),
  ])
  const problems = [...found.problems, ...books.problems, ...read.problems]
  return finish(wish, before.archive, { ...read, problems }, { ...before, books })
}

/** What was erased for good is not brought in again. */
function withoutErasedDrafts(read: DraftsRead, before: Archive | undefined): DraftsRead {
  if (!before) return read
  const refused = refusedByErasure(before.project)
  const [kept, out] = [false, true].map((is) =>
    read.drafts.filter(({ draft, original }) => refused({ text: draft.text, file: original.hash }) === is),
  )
  const names = [...new Set(out?.map(({ original }) => original.name))]
  const problems = names.map((name) => ({ file: name, problem: erasedBefore(name) }))
  return { ...read, drafts: kept ?? [], problems: [...read.problems, ...problems] }
}

function readWish(given: Arguments): Wish | string {
  const out = given.text('out')
  const key = given.text('codebook')
  const codebook = key === undefined ? undefined : starterCodebook(key)
  const codebookFile = key !== undefined && isCodebookFile(key) ? key : undefined
  const approach = approaches.find((each) => each === (given.text('approach') ?? 'codebook'))
  const wanted = given.text('survey')
  const shape = shapes.find((each) => each === wanted)
  if (given.words.length === 0) return 'Name the files to import.'
  if (out === undefined) return 'Say where the project goes: --out P.qdpx'
  if (!isProjectName(out)) return `A project file ends in .qdpx, and “${basename(out)}” does not.`
  if (key !== undefined && !codebook && codebookFile === undefined)
    return `There is no starter codebook “${key}”. There is: ${starterCodebooks.map((each) => each.key).join(', ')}`
  if (!approach) return `An approach is one of ${approaches.join(', ')}.`
  if (wanted !== undefined && !shape) return `A survey comes in by ${shapes.join(' or by ')}.`
  if (given.flag('correct') && !given.flag('add')) return '--correct goes with --add.'
  if (given.flag('add') && given.flag('replace')) return 'Either --add or --replace, not both.'
  return { out, codebook, codebookFile, approach, shape, given }
}

type Standing =
  | { readonly ok: true; readonly archive?: Archive }
  | { readonly ok: false; readonly problem: string }

/** The project to add to, if any. Work that cannot be imported again is never overwritten unasked. */
async function standing({ out, given }: Wish): Promise<Standing> {
  const size = await stat(out).then(
    (found) => found.size,
    () => 0,
  )
  if (size === 0 || given.flag('replace')) return { ok: true }
  const reading = await openProject(out)
  if (given.flag('add')) return reading
  if (!reading.ok)
    return {
      ok: false,
      problem: `“${basename(out)}” is there already and is not a project. Choose another name, or add --replace.`,
    }
  const { tables, codings } = reading.archive.project
  if (codings.size + tables.memo.size + tables.report.size === 0) return { ok: true }
  return {
    ok: false,
    problem: `“${basename(out)}” is there already and somebody has worked in it. Choose another name, or add --add or --replace.`,
  }
}

async function finish(
  wish: Wish,
  before: Archive | undefined,
  read: DraftsRead,
  exchange: Exchanged,
): Promise<CommandResult> {
  const messages = [
    ...exchange.messages,
    ...read.problems.map(({ problem }) => problem),
    ...read.already.map((file) => `“${basename(file)}” is there already, byte for byte, and was left out.`),
  ]
  const brought = exchange.isProject || exchange.books.codebooks.length > 0
  if (read.drafts.length === 0 && read.already.length === 0 && !brought) {
    return { exit: 1, messages, json: { problem: messages.join(' '), problems: read.problems } }
  }
  const sorted = sortDrafts(before, read.drafts, wish.given.flag('correct'))
  const { archive, outcomes } = withDrafts(wish, before, sorted, exchange.books)
  const corrections = correctionsMade(before, sorted.corrections, { outcomes })
  messages.push(
    ...sorted.messages,
    ...corrections.map(({ file, source, summary }) => `“${file}” corrected “${source}”: ${summary}.`),
  )
  const written = await writeProject(wish.out, archive)
  if (!written.ok) return { ...unusable(written.problem), messages: [...messages, written.problem] }
  const inspected = await inspectDocument(archive)
  const receipts = [exchange.receipt, ...exchange.books.codebooks.map(({ receipt }) => receipt)].filter(
    (each) => each !== undefined,
  )
  const document: ImportDocument = {
    ...inspected,
    problems: read.problems,
    already: read.already,
    ...(corrections.length > 0 ? { corrections } : {}),
    ...(receipts[0] ? { receipt: receipts[0] } : {}),
  }
  const text = [...receipts.map(receiptText), inspectText(inspected)].join('\n')
  return { exit: 0, json: document, text, messages }
}

function withDrafts(
  wish: Wish,
  before: Archive | undefined,
  { fresh, corrections }: DraftsSorted,
  books: CodebooksRead,
): { readonly archive: Archive } & Pick<ImportWithCorrections, 'outcomes'> {
  const making = nodeMaking([...(before?.project.tables.coder.values() ?? [])][0]?.id)
  let recorded: Recorded =
    before ?? recordGesture(beginning(wish, making), { project: emptyProject, changes: [] }, making)
  if (wish.codebook) {
    const gesture = addStarterCodebook(recorded.project, wish.codebook, making)
    if (gesture.edits.length > 0) recorded = recordGesture(gesture, recorded, making)
  }
  recorded = books.added(recorded, making)
  const imported = importSources(recorded.project, fresh, making)
  const all = withCorrections(recorded.project, imported, corrections, making)
  const { gesture, contents, originals, outcomes } = all
  if (gesture.edits.length > 0) recorded = recordGesture(gesture, recorded, making, { kind: 'import' })
  const archive = {
    ...recorded,
    contents: new Map([
      ...(before?.contents ?? []),
      ...contents.map((content) => [content.hash, content] as const),
    ]),
    originals: new Map([
      ...(before?.originals ?? []),
      ...originals.map((file) => [file.hash, file] as const),
    ]),
  }
  return { archive, outcomes }
}

function beginning({ out, approach, given }: Wish, making: ReturnType<typeof nodeMaking>) {
  const name = given.text('name') ?? basename(out).replace(/\.(?:qdpx|loam-locked)$/i, '')
  const coder = given.text('coder') ?? 'First coder'
  return newProject({ name, approach, coder: { name: coder, initials: initialsOf(coder) } }, making)
}
