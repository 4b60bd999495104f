import { basename } from 'node:path'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import type { CodebookComparisonDocument } from '../../shared/cli.ts'
import { applyCodebookComparison, tickedCodes } from '../../shared/commands/apply-codebook-comparison.ts'
import type { CodebookComparison, ComparedCode } from '../../shared/exchange/code-differences.ts'
import type { CodebookFile } from '../../shared/exchange/codebook-reading.ts'
import { codeHistory, sharedCodebook } from '../../shared/exchange/codebook-state.ts'
import { type CompareWith, compareCodebooks, usualTicks } from '../../shared/exchange/compare-codebooks.ts'
import { readCodebook } from '../../shared/exchange/read-codebook.ts'
import { receiptSentences } from '../../shared/exchange/read-receipt.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { counted } from '../../shared/text/counted.ts'
import { type CommandResult, unusable, wrongUsage } from './command.ts'
import { nodeMaking } from './node-making.ts'
import { openProject, readBytes } from './open-project.ts'
import type { Arguments } from './parse-arguments.ts'
import { isProjectName, writeProject } from './write-output.ts'

/** Carries out `loam codebook P --compare FILE` and `--apply FILE`. */
export async function compareCodebook(given: Arguments): Promise<CommandResult> {
  const wish = readWish(given)
  if (typeof wish === 'string') return wrongUsage(wish)
  const reading = await openProject(wish.project)
  if (!reading.ok) return unusable(reading.problem)
  const read = await readBytes(wish.file)
  if (!read.ok) return unusable(read.problem)
  const name = basename(wish.file)
  const file = readCodebook(name, read.bytes)
  if (!file.ok) return unusable(`“${name}”: ${file.problem}`)
  const from = startOf(reading.archive, file, wish.base)
  if (typeof from === 'string') return wrongUsage(from)
  const comparison = compareCodebooks(reading.archive.project, file, from.base)
  const document = documentOf(comparison, file, from.words)
  const messages = [...reading.notes, ...document.notes]
  if (wish.out === undefined) return { exit: 0, json: document, text: textOf(document), messages }
  const result = await applied(wish, reading.archive, comparison, document, name)
  return { ...result, messages: [...messages, ...(result.messages ?? [])] }
}

interface Wish {
  readonly project: string
  readonly file: string
  readonly base: string | undefined
  /** Absent where it is only compared. */
  readonly out?: string
  readonly prefer: string | undefined
}

function readWish(given: Arguments): Wish | string {
  const [project, ...more] = given.words
  const [compare, apply, out, prefer] = ['compare', 'apply', 'out', 'prefer'].map((each) => given.text(each))
  if (project === undefined || more.length > 0) return 'Name one project file.'
  if (compare !== undefined && apply !== undefined) return 'Either --compare or --apply, not both.'
  if (prefer !== undefined && prefer !== 'mine' && prefer !== 'theirs') return '--prefer is mine or theirs.'
  const shared = { project, file: apply ?? compare ?? '', base: given.text('base'), prefer }
  if (apply === undefined) return shared
  if (out === undefined) return 'Say where the project goes: --out P2.qdpx'
  if (!isProjectName(out)) return `A project file ends in .qdpx, and “${basename(out)}” does not.`
  return { ...shared, out }
}

/** What the file began from: the version that was named, the state it says it is of, or nobody knows. */
function startOf(
  { project, changes }: Archive,
  { state }: CodebookFile,
  named: string | undefined,
): { readonly base: CompareWith; readonly words: string } | string {
  const versions = [...project.tables.codebookVersion.values()]
  if (named !== undefined) {
    const version = versions.find(({ name }) => name.toLowerCase() === named.trim().toLowerCase())
    return version
      ? { base: { base: version.codes }, words: `the version “${version.name}”` }
      : `There is no version “${named}”. There is: ${versions.map(({ name }) => name).join(', ') || 'none'}`
  }
  const own = state && state.project === inquiryOf(project).id ? state : undefined
  const kept = own && versions.find(({ id }) => id === own.version)
  if (kept) return { base: { base: kept.codes }, words: `the version “${kept.name}”` }
  const base = own ? sharedCodebook(own, changes) : null
  return base
    ? { base: { base }, words: 'the state the file says it is of' }
    : { base: { history: codeHistory(changes) }, words: 'no common state' }
}

function documentOf(
  { codes }: CodebookComparison,
  { receipt, sets }: CodebookFile,
  from: string,
): CodebookComparisonDocument {
  const outcomes: Partial<Record<ComparedCode['outcome'], number>> = {}
  for (const { outcome } of codes) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  const differing = codes.filter(({ outcome }) => outcome !== 'same')
  return {
    from,
    codes: codes.length,
    outcomes,
    differing: differing.map(({ id, path, outcome, matchedBy, codings, differences }) => ({
      id,
      path,
      outcome,
      ...(matchedBy ? { matchedBy } : {}),
      codings,
      differences: differences.map(({ tick: _, ...difference }) => difference),
    })),
    notes: [...receiptSentences(receipt), ...sets.map((set) => `Set ${set}`)],
  }
}

async function applied(
  { out = '', prefer }: Wish,
  archive: Archive,
  comparison: CodebookComparison,
  document: CodebookComparisonDocument,
  name: string,
): Promise<CommandResult> {
  const conflicts = comparison.codes.filter(({ outcome }) => outcome === 'conflict')
  if (conflicts.length > 0 && prefer === undefined) {
    const count = counted(conflicts.length, 'code was', 'codes were')
    const problem = `${count} changed on both sides, so nothing was written. Decide with --prefer mine or --prefer theirs.`
    return { exit: 1, json: { ...document, problem }, messages: [problem], text: textOf(document) }
  }
  const ticks = ticksFor(comparison, prefer)
  const making = nodeMaking([...archive.project.tables.coder.values()][0]?.id)
  const gesture = applyCodebookComparison(archive.project, comparison, ticks, name)
  const recorded = gesture ? recordGesture(gesture, archive, making, { kind: 'import' }) : archive
  const written = await writeProject(out, { ...archive, ...recorded })
  if (!written.ok) return unusable(written.problem)
  const taken = tickedCodes(comparison, ticks).length
  const text = `Took over ${taken} of ${counted(document.differing.length, 'code that differs', 'codes that differ')}.\nWrote ${out}`
  return { exit: 0, json: { ...document, applied: taken }, text }
}

/** What they did, and where both did something, what they did if theirs is preferred; but no code with codings goes. */
function ticksFor(comparison: CodebookComparison, prefer: string | undefined): ReadonlySet<string> {
  const usual = usualTicks(comparison)
  if (prefer !== 'theirs') return usual
  const theirs = comparison.codes.flatMap(({ differences, codings }) =>
    differences.flatMap(({ tick, whose, what }) =>
      whose === 'both' && !(what === 'deleted' && codings > 0) ? [tick] : [],
    ),
  )
  return new Set([...usual, ...theirs])
}

function textOf({ from, codes, outcomes, differing }: CodebookComparisonDocument): string {
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${words[outcome] ?? outcome}`)
  const lines = differing.map(({ path, outcome, codings, differences }) => {
    const what = differences.map(({ what: field, whose }) => (whose === 'both' ? `${field} (both)` : field))
    const coded = codings > 0 ? `, ${counted(codings, 'coding')}` : ''
    return `  ${path.join(' › ')}: ${words[outcome] ?? outcome} (${what.join(', ')}${coded})`
  })
  return [`${counted(codes, 'code')}, compared from ${from}: ${counts.join(', ')}`, ...lines].join('\n')
}

const words: Readonly<Record<string, string>> = {
  same: 'the same',
  conflict: 'changed on both sides',
  mine: 'only changed here',
  deleted: 'not in the file',
}
