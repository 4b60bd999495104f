import { comingIn } from '../../shared/change/merge/coming-in.ts'
import type { Side } from '../../shared/change/merge/conflict.ts'
import { conflictInWords } from '../../shared/change/merge/conflict-in-words.ts'
import { isKin } from '../../shared/change/merge/is-kin.ts'
import { lookUpCopies } from '../../shared/change/merge/look-up.ts'
import { type CopiesToMerge, type MergedCopies, mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { namesakesInWords } from '../../shared/change/merge/namesakes.ts'
import { baseTold, whoseCopy } from '../../shared/change/merge/whose-copy.ts'
import type { Making } from '../../shared/commands/making.ts'
import { filledUp } from '../../shared/exchange/fill-up-copy.ts'
import { type ProjectReading, readProjectFile } from '../../shared/exchange/project-file.ts'
import { whyNoCopy } from '../../shared/exchange/why-no-copy.ts'
import type { Archive, Content, OriginalFile } from '../../shared/model/archive.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import type { Surroundings } from '../project/save-state.ts'
import { erasedThere } from './erased-there.ts'
import type {
  CompareWish,
  Comparison,
  MergeAnswer,
  MergeEnd,
  MergeRequest,
  Settlement,
} from './merge-messages.ts'

/** The home of the project that is merged into. */
export interface HomeOfMine {
  archive(project: ProjectId, length: number): Promise<Archive>
  /** Writes texts and files ahead of their change; gives the hashes of those that are new. */
  keep(
    project: ProjectId,
    contents: readonly Content[],
    originals: readonly OriginalFile[],
  ): Promise<readonly string[]>
}

type Readable = Extract<ProjectReading, { ok: true }>

/** The copies that are compared, and what came of it. */
interface Desk {
  readonly wish: CompareWish
  readonly mine: Archive
  readonly theirs: Readable
  readonly base: Readable | null
  readonly merged: MergedCopies
  readonly made: ReadonlyMap<string, Side>
}

/** Answers questions about one merge, one after another; what was read stays at hand between them. */
export function comparingCopies(
  home: HomeOfMine,
  { newId, now }: Surroundings,
  answer: (message: MergeAnswer) => void,
): (request: MergeRequest) => Promise<void> {
  let desk: Desk | null = null
  const compare = async (wish: CompareWish): Promise<MergeEnd> => {
    const laid = await layOut(wish, desk, home, answer)
    if (!laid.ok) return { kind: 'refused', problem: laid.problem }
    answer({ kind: 'step', step: 'comparing' })
    const making = { newId, at: now(), by: wish.coder }
    desk = { ...laid, wish, made: wish.made, merged: merge(laid, wish.made, making) }
    // What is erased here too is out of the history as well, which a merge alone does not rewrite.
    if (desk.merged.rewritten) return eraseFirst(desk, desk.merged.rewritten)
    return told(desk, answer)
  }
  const settle = async ({ made, coder }: Extract<MergeRequest, { kind: 'settle' }>): Promise<MergeEnd> => {
    if (!desk) return { kind: 'failed' }
    if (!isSame(made, desk.made)) {
      answer({ kind: 'step', step: 'checking' })
      desk = { ...desk, made, merged: merge(desk, made, { newId, at: now(), by: coder }) }
    }
    if (desk.merged.undecided.length > 0) return told(desk, answer)
    return { kind: 'settled', ...(await settlement(desk, home, answer)) }
  }
  return async (request) => {
    try {
      if (request.kind === 'whose') answer(whose(request.bytes))
      else answer(await (request.kind === 'compare' ? compare(request) : settle(request)))
    } catch {
      answer({ kind: 'failed' })
    }
  }
}

function eraseFirst({ wish, mine, theirs }: Desk, rewritten: Archive): MergeEnd {
  if (wish.theirs)
    return {
      kind: 'erased there',
      told: erasedThere(mine, theirs.archive, rewritten),
      bytes: wish.theirs,
    }
  return { kind: 'refused', problem: 'In this copy something was erased for good. Choose it once more.' }
}

function whose(bytes: Uint8Array): MergeEnd {
  const reading = readProjectFile(bytes)
  if (!reading.ok) return { kind: 'refused', problem: reading.problem }
  const { id, name } = inquiryOf(reading.archive.project)
  return { kind: 'inquiry', id, name }
}

type LaidOut =
  | ({ readonly ok: true } & Pick<Desk, 'mine' | 'theirs' | 'base'>)
  | { readonly ok: false; readonly problem: string }

async function layOut(
  wish: CompareWish,
  before: Desk | null,
  home: HomeOfMine,
  answer: (message: MergeAnswer) => void,
): Promise<LaidOut> {
  if (wish.theirs) answer({ kind: 'step', step: 'reading the copy' })
  const theirs = wish.theirs ? readProjectFile(wish.theirs) : (before?.theirs ?? null)
  if (!theirs?.ok) return { ok: false, problem: theirs?.problem ?? 'No copy was chosen.' }
  const base = wish.base ? readProjectFile(wish.base) : (before?.base ?? null)
  if (base && !base.ok) return { ok: false, problem: base.problem }
  answer({ kind: 'step', step: 'reading this project' })
  const known = before?.wish.length === wish.length ? before.mine : null
  const mine = known ?? (await home.archive(wish.project, wish.length))
  for (const file of [theirs, ...(base ? [base] : [])]) {
    const problem = whyNoCopy(mine.project, file, base)
    if (problem) return { ok: false, problem }
  }
  return { ok: true, mine, theirs, base }
}

function merge(
  { mine, theirs, base }: Pick<Desk, 'mine' | 'theirs' | 'base'>,
  made: ReadonlyMap<string, Side>,
  making: Making,
): MergedCopies {
  return mergeCopies(copiesOf({ mine, theirs, base }, making), { made }, making)
}

/** What another program could not say of their copy counts as unchanged where the base is known. */
function copiesOf(
  { mine, theirs, base }: Pick<Desk, 'mine' | 'theirs' | 'base'>,
  making: Making,
): CopiesToMerge {
  if (!base) return { mine, theirs: theirs.archive }
  const copy = making.newId<'copy'>()
  const full = theirs.receipt ? filledUp(theirs.archive, base.archive, { ...making, copy }) : null
  // Its own log stays, so that the same file is recognised when it is merged again.
  const whole = full ? { ...full, changes: theirs.archive.changes } : theirs.archive
  return { mine, theirs: whole, base: base.archive }
}

const conflictsAtOnce = 100
const editsAtOnce = 500

function told(desk: Desk, answer: (message: MergeAnswer) => void): MergeEnd {
  const { mine, theirs, base, merged } = desk
  const look = lookUpCopies(merged.project, {
    mine,
    theirs: theirs.archive,
    ...(base ? { base: base.archive } : {}),
  })
  for (let at = 0; at < merged.conflicts.length; at += conflictsAtOnce) {
    const some = merged.conflicts.slice(at, at + conflictsAtOnce)
    answer({ kind: 'conflicts', some: some.map((each) => conflictInWords(each, look)) })
  }
  return { kind: 'compared', comparison: comparisonOf(desk) }
}

function comparisonOf({ wish, mine, theirs, base, merged }: Desk): Comparison {
  const { gesture, parents, contents, originals } = merged
  const { source, code } = mine.project.tables
  const projects = { mine: mine.project, theirs: theirs.archive.project, merged: merged.project }
  return {
    whose: whoseCopy(theirs.archive),
    base: baseTold(mine, theirs.archive, base !== null && areKin(mine, theirs.archive, base.archive)),
    length: wish.length,
    comingIn: comingIn(gesture.edits, projects),
    here: {
      sources: source.size,
      codes: code.size,
      codings: [...mine.project.codings.values()].reduce((sum, list) => sum + list.length, 0),
    },
    brings:
      gesture.edits.length > 0 ? 'something' : parents.length > 0 ? 'only what is here already' : 'nothing',
    texts: contents.length,
    files: originals.length,
    notes: [
      ...namesakesInWords(mine.project, theirs.archive.project),
      ...new Set([...theirs.notes, ...(base?.notes ?? [])]),
    ],
  }
}

function areKin(mine: Archive, theirs: Archive, base: Archive): boolean {
  return [mine, theirs].every(({ project }) => isKin(base.project, project))
}

async function settlement(
  desk: Desk,
  home: HomeOfMine,
  answer: (message: MergeAnswer) => void,
): Promise<Settlement> {
  const { wish, merged } = desk
  const { gesture, parents } = merged
  const kept = await home.keep(wish.project, merged.contents, merged.originals)
  for (let at = 0; at < gesture.edits.length; at += editsAtOnce)
    answer({ kind: 'edits', some: gesture.edits.slice(at, at + editsAtOnce) })
  return { label: gesture.label, parents, length: wish.length, kept, comparison: comparisonOf(desk) }
}

function isSame(a: ReadonlyMap<string, Side>, b: ReadonlyMap<string, Side>): boolean {
  return a.size === b.size && [...a].every(([key, side]) => b.get(key) === side)
}
