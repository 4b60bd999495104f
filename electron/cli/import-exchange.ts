import { basename, extname } from 'node:path'
import { type Recorded, recordGesture } from '../../shared/change/record-gesture.ts'
import type { FileProblem } from '../../shared/cli.ts'
import { addCodebook } from '../../shared/commands/add-codebook.ts'
import { readCodebook } from '../../shared/exchange/read-codebook.ts'
import type { ReadReceipt } from '../../shared/exchange/read-receipt.ts'
import { type FileReceipt, fileReceipt, withReceiptMemo } from '../../shared/exchange/receipt-memo.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Code } from '../../shared/model/entities.ts'
import { newId, type nodeMaking } from './node-making.ts'
import { openProject, readBytes } from './open-project.ts'
import { isProjectName } from './write-output.ts'

/** What an import brings besides transcripts. */
export interface Exchanged {
  /** Whether a project was among the files. */
  readonly isProject: boolean
  readonly receipt?: ReadReceipt
  readonly messages: readonly string[]
  readonly books: CodebooksRead
}

/** Projects and codebooks among the files that were named, and the others. */
export function exchangeFiles(words: readonly string[]): {
  readonly projects: readonly string[]
  readonly codebooks: readonly string[]
  readonly others: readonly string[]
} {
  const ending = (word: string) => extname(word).toLowerCase()
  return {
    projects: words.filter(isProjectName),
    codebooks: words.filter((word) => ending(word) === '.qdc'),
    others: words.filter((word) => !isProjectName(word) && ending(word) !== '.qdc'),
  }
}

/** Whether a word names a file that codebooks are read from, rather than a starter codebook. */
export function isCodebookFile(word: string): boolean {
  return /\.(?:qdc|csv|tsv|xlsx|json)$/i.test(word)
}

export type ForeignOpened =
  | {
      readonly ok: true
      readonly isProject: boolean
      readonly archive?: Archive
      readonly receipt?: ReadReceipt
      readonly messages: readonly string[]
    }
  | { readonly ok: false; readonly problem: string }

/** The project that the import begins with: another tool's, or the one that stands there. */
export async function openForeign(
  projects: readonly string[],
  standing: Archive | undefined,
): Promise<ForeignOpened> {
  const [path, another] = projects
  if (path === undefined)
    return { ok: true, isProject: false, ...(standing ? { archive: standing } : {}), messages: [] }
  if (another !== undefined)
    return { ok: false, problem: 'One project comes in at a time. Import the first, and merge the others.' }
  if (standing)
    return {
      ok: false,
      problem: 'A project comes in as a project of its own. Choose another name for --out.',
    }
  const reading = await openProject(path)
  if (!reading.ok) return reading
  const { notes, receipt } = reading
  if (!receipt) return { ok: true, isProject: true, archive: reading.archive, messages: notes }
  // What the receipt says goes out with it, and only the rest as a message.
  const told = fileReceipt(basename(path), receipt, notes)
  const archive = withReceipt(reading.archive, told)
  return { ok: true, isProject: true, archive, messages: told.notes, receipt }
}

function withReceipt(archive: Archive, told: FileReceipt): Archive {
  return withReceiptMemo(archive, told, { at: Date.now(), copy: newId<'copy'>() }).archive
}

/** Codebooks as read, and how they get into a project. */
export interface CodebooksRead {
  readonly codebooks: readonly { readonly receipt: ReadReceipt; readonly codes: readonly Code[] }[]
  readonly problems: readonly FileProblem[]
  added(recorded: Recorded, making: ReturnType<typeof nodeMaking>): Recorded
}

/** Reads codebooks from files. */
export async function readCodebooks(files: readonly string[]): Promise<CodebooksRead> {
  const codebooks: {
    readonly name: string
    readonly receipt: ReadReceipt
    readonly codes: readonly Code[]
  }[] = []
  const problems: FileProblem[] = []
  for (const file of files) {
    const name = basename(file)
    const read = await readBytes(file)
    const book = read.ok ? readCodebook(name, read.bytes) : read
    if (!book.ok) problems.push({ file, problem: read.ok ? `“${name}”: ${book.problem}` : book.problem })
    else codebooks.push({ name, receipt: withSets(book.receipt, book.sets), codes: book.codes })
  }
  return {
    codebooks,
    problems,
    added: (recorded, making) =>
      codebooks.reduce(
        (so, { name, codes }) =>
          recordGesture(addCodebook(so.project, codes, name).gesture, so, making, { kind: 'import' }),
        recorded,
      ),
  }
}

function withSets(receipt: ReadReceipt, sets: readonly string[]): ReadReceipt {
  return { ...receipt, repairs: [...receipt.repairs, ...sets.map((set) => `Set ${set}`)] }
}
