import { basename } from 'node:path'
import type { Side } from '../../shared/change/merge/conflict.ts'
import { isKin } from '../../shared/change/merge/is-kin.ts'
import { lookUpCopies } from '../../shared/change/merge/look-up.ts'
import { type CopiesToMerge, type MergedCopies, mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { namesakesInWords } from '../../shared/change/merge/namesakes.ts'
import { recordMerge } from '../../shared/change/merge/record-merge.ts'
import type { MergeDocument } from '../../shared/cli.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { counted } from '../../shared/text/counted.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { conflictText, mergedText } from './merge-in-words.ts'
import { nodeMaking } from './node-making.ts'
import { openCopies } from './open-copies.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'
import { isProjectName, writeProject } from './write-output.ts'

export const mergeCommand: Command = {
  summary: 'merge two copies of a project',
  help: `loam merge BASE A B --out M.qdpx [--prefer mine|theirs] [--json]

Brings B's work into A (mine) and writes both as one project. BASE is the copy that both began from; where A and B
know of a later state they share, that one is used; where it shares nothing with one of them, things are recognised by
what they hold and are called, and nothing counts as deleted. What only one copy changed stands as that copy has it, what both
made counts once, and what one deleted and the other changed stays. What both changed differently is a conflict: it
is listed, and without --prefer nothing is written.

  --out M.qdpx       the project to write; it may be A
  --prefer WHOSE     whose value stands in every conflict: mine (A) or theirs (B)
  --dry-run          only says what would come in and which conflicts there are
  --json             prints conflicts and numbers as JSON`,
  run,
}

const sides: readonly Side[] = ['mine', 'theirs']

/** What was asked for, once it makes sense. */
interface Wish {
  readonly paths: readonly [base: string, mine: string, theirs: string]
  /** Absent with `--dry-run`. */
  readonly out?: string
  readonly prefer?: Side
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, { out: 'text', prefer: 'text', 'dry-run': 'flag' })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const wish = readWish(parsed.given)
  if (typeof wish === 'string') return wrongUsage(wish)
  const opened = await openCopies(wish.paths)
  if (!opened.ok) return unusable(opened.problem)
  const { mine } = opened.copies
  const making = nodeMaking([...mine.project.tables.coder.values()][0]?.id)
  const merged = mergeCopies(opened.copies, wish.prefer ? { prefer: wish.prefer } : {}, making)
  const result = await finish(wish, merged, opened.copies, () => withMerge(mine, merged, making))
  return { ...result, messages: [...opened.notes, ...toKnow(opened.copies), ...(result.messages ?? [])] }
}

/** What may not be as whoever merges thinks: a base that is none, and coders who are taken for one. */
function toKnow({ base, mine, theirs }: Required<CopiesToMerge>): readonly string[] {
  const isBase = [mine, theirs].every((each) => isKin(base.project, each.project))
  return [
    ...(isBase ? [] : ['BASE shares nothing with both copies, so nothing counts as deleted.']),
    ...namesakesInWords(mine.project, theirs.project),
  ]
}

function readWish(given: Arguments): Wish | string {
  const [base, mine, theirs, ...more] = given.words
  const out = given.text('out')
  const wanted = given.text('prefer')
  const prefer = sides.find((each) => each === wanted)
  if (base === undefined || mine === undefined || theirs === undefined || more.length > 0)
    return 'Name three project files: the one both began from, yours, and theirs.'
  if (wanted !== undefined && !prefer) return `--prefer is ${sides.join(' or ')}.`
  if (given.flag('dry-run')) return { paths: [base, mine, theirs], ...(prefer ? { prefer } : {}) }
  if (out === undefined) return 'Say where the merged project goes: --out M.qdpx'
  if (!isProjectName(out)) return `A project file ends in .qdpx, and “${basename(out)}” does not.`
  return { paths: [base, mine, theirs], out, ...(prefer ? { prefer } : {}) }
}

async function finish(
  { out }: Wish,
  merged: MergedCopies,
  copies: Required<CopiesToMerge>,
  archive: () => Archive,
): Promise<CommandResult> {
  const document = documentOf(merged)
  const look = lookUpCopies(merged.project, copies)
  const conflicts = merged.conflicts.map((each) => conflictText(each, look))
  if (out === undefined) return { exit: 0, json: document, text: mergedText(document), messages: conflicts }
  if (merged.undecided.length > 0) {
    const problem = `${countConflicts(merged.undecided.length)}, so nothing was written. Decide with --prefer mine or --prefer theirs.`
    return { exit: 1, json: { ...document, problem }, messages: [...conflicts, problem] }
  }
  const written = await writeProject(out, archive())
  if (!written.ok) return unusable(written.problem)
  return { exit: 0, json: document, text: `${mergedText(document)}\nWrote ${out}`, messages: conflicts }
}

function countConflicts(count: number): string {
  return counted(count, 'conflict is undecided', 'conflicts are undecided')
}

function documentOf({
  project,
  conflicts,
  undecided,
  numbers,
  contents,
  originals,
}: MergedCopies): MergeDocument {
  const { tables, codings } = project
  return {
    conflicts,
    undecided: undecided.length,
    sources: tables.source.size,
    codes: tables.code.size,
    codings: [...codings.values()].reduce((sum, list) => sum + list.length, 0),
    participants: tables.participant.size,
    memos: tables.memo.size,
    comesIn: numbers,
    contents: contents.length,
    originals: originals.length,
  }
}

function withMerge(given: Archive, merged: MergedCopies, making: ReturnType<typeof nodeMaking>): Archive {
  const mine = merged.rewritten ?? given
  const recorded = recordMerge(merged, mine, making)
  return {
    ...recorded,
    contents: new Map([
      ...mine.contents,
      ...merged.contents.map((content) => [content.hash, content] as const),
    ]),
    originals: new Map([...mine.originals, ...merged.originals.map((file) => [file.hash, file] as const)]),
  }
}
