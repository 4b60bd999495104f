import type { Making } from '../../commands/making.ts'
import { originalsOf, textsOf } from '../../exchange/copy-without-history.ts'
import type { Archive, Content, OriginalFile } from '../../model/archive.ts'
import type { EntityKind } from '../../model/entities.ts'
import type { ChangeId, ContentHash } from '../../model/ids.ts'
import { type Broken, brokenRules } from '../../model/integrity.ts'
import { emptyProject, inquiryOf, type Project, type Texts } from '../../model/project.ts'
import { applyEdits } from '../apply-change.ts'
import type { Gesture } from '../change.ts'
import { combine, invert } from '../edit.ts'
import { withoutErased } from '../erase/without-erased.ts'
import { replay } from '../replay.ts'
import { cameBack } from './came-back.ts'
import { type Conflict, type Decisions, settling } from './conflict.ts'
import { editsTowards, type Tally, tally } from './edits-towards.ts'
import { type CommonBase, findBase, headsOf, holds } from './find-base.ts'
import { onSameTexts } from './follow-texts.ts'
import { isKin } from './is-kin.ts'
import { uniteIds } from './match-entities.ts'
import { mergeEntities } from './merge-entities.ts'
import { comingHome, packetOpening } from './packet-base.ts'
import { settleDeletions } from './restore-deleted.ts'
import {
  alike,
  mergedKinds,
  openCopy,
  opened,
  sameInBoth,
  tableOf,
  type WorkingCopy,
} from './working-copy.ts'

/** The copies to merge. `base` is the state both began from, where their logs do not lead to a newer one; what was never
    one with both is none. */
export interface CopiesToMerge {
  readonly mine: Archive
  readonly theirs: Archive
  readonly base?: Archive
}

/** Two copies merged, as one change of mine. */
export interface MergedCopies {
  /** Edits against mine; none where theirs brings nothing new. */
  readonly gesture: Gesture
  /** Heads of their log, which the change names as parents beside mine, so that a later merge finds its base; none
      where mine knows all of it. */
  readonly parents: readonly ChangeId[]
  /** What mine becomes. */
  readonly project: Project
  /** Everything both decided differently, settled as decided. */
  readonly conflicts: readonly Conflict[]
  /** Those among them that nobody decided: the merge is not ready. */
  readonly undecided: readonly Conflict[]
  /** What comes in by kind. */
  readonly numbers: Readonly<Partial<Record<EntityKind, Tally>>>
  /** Texts and files that only theirs has, to be written before the change. */
  readonly contents: readonly Content[]
  readonly originals: readonly OriginalFile[]
  /** Mine without what theirs erased for good and mine still had: the merge is made on this one, and all of it, not
      only the change, must be written in the place of what was there. Absent where nothing of mine goes. */
  readonly rewritten?: Archive
}

/** Brings another copy of a project into mine by a three-way merge per field. Nothing of either is lost: what one copy
    deleted and the other changed stays, what both made of the same thing counts once, and what both decided
    differently is a conflict, settled by `decisions`. Throws when the outcome breaks a rule that both copies kept. */
export function mergeCopies(copies: CopiesToMerge, decisions: Decisions, making: Making): MergedCopies {
  const known = holds(copies.mine.changes, copies.theirs.changes, copies.theirs.changes)
  const clean = withoutErasedInAny(copies, making)
  const { mine, theirs } = clean
  const account = settling(decisions)
  const texts: Texts = (hash) =>
    (mine.contents.get(hash) ?? theirs.contents.get(hash) ?? clean.base?.contents.get(hash))?.text
  const found = findBase(copies.mine.changes, copies.theirs.changes)
  const [base, home] = [baseOf(clean, copies, found), comingHome(theirs.project, mine.project)]
  const given = { base: base === theirs.project ? home : base, mine: mine.project, theirs: home }
  const edits = editsFor(given, texts, account, making)
  const united = applied(given.mine, edits)
  const back = cameBack(united, theirs.project, making.at)
  const project = applied(united, back)
  const gesture = {
    label: labelOf(given.theirs),
    edits: back.length > 0 ? combine([...edits, ...back]) : edits,
  }
  mustBeSound(project, given, texts)
  return {
    gesture,
    parents: known ? [] : headsOf(copies.theirs.changes),
    project,
    conflicts: account.conflicts,
    undecided: account.undecided,
    numbers: tally(gesture.edits),
    ...(mine === copies.mine ? {} : { rewritten: mine }),
    ...comingIn(project, mine, theirs),
  }
}

/** What either copy erased for good is taken out of all of them before anything is compared, so it never comes back. */
function withoutErasedInAny(copies: CopiesToMerge, making: Making): CopiesToMerge {
  if (copies.mine.project.tables.erasure.size + copies.theirs.project.tables.erasure.size === 0) return copies
  const at = { ...making, copy: making.newId<'copy'>() }
  const mine = withoutErased(copies.mine, copies.theirs, at)
  const theirs = withoutErased(copies.theirs, mine, at)
  return { mine, theirs, ...(copies.base ? { base: withoutErased(copies.base, mine, at) } : {}) }
}

/** `found` is where the logs of the copies part, as they were given: at the same place in what is left of them. */
function baseOf(
  { mine, theirs, base }: CopiesToMerge,
  given: CopiesToMerge,
  found: CommonBase | null,
): Project {
  const copy = found && { mine, theirs }[found.log]
  const other = found?.log === 'mine' ? given.theirs : given.mine
  const first = given.base?.changes ?? []
  const isBase = base && [mine, theirs].every((each) => isKin(base.project, each.project))
  if (isBase && !(found && first.length > 0 && holds(found.changes, other.changes, first)))
    return base.project
  if (!found || !copy) return packetOpening({ mine, theirs }) ?? emptyProject
  return found.isWhole ? copy.project : before(copy, found.changes.length)
}

/** The project as it was after the first changes of its log: the later ones taken back, which costs in proportion to
    them and shares everything else. */
function before({ project, changes }: Archive, first: number): Project {
  const later = combine(changes.slice(first).flatMap((change) => change.edits))
  const outcome = applyEdits(project, later.map(invert))
  return outcome.ok ? outcome.project : replay(changes.slice(0, first))
}

function labelOf(theirs: Project): string {
  return `Merge another copy of ${inquiryOf(theirs).name}`
}

function editsFor(
  given: Parameters<typeof onSameTexts>[0],
  texts: Texts,
  account: ReturnType<typeof settling>,
  making: Making,
): Gesture['edits'] {
  if (given.base === given.theirs) return []
  // Whoever did nothing since becomes the other copy, with its ids, so that a team comes to one project.
  if (given.base === given.mine) return editsTowards(openCopy(given.mine), openCopy(given.theirs))
  const { base, mine, theirs, baseIn } = onSameTexts(given, texts, account, making)
  const leftOut = sameInBoth(mine, theirs, given.mine)
  const copies = { base: opened(base, leftOut), mine: opened(mine, leftOut), theirs: opened(theirs, leftOut) }
  for (const side of ['mine', 'theirs'] as const)
    if (baseIn[side]) takeBase(copies[side], copies.base, openCopy(given[side]), openCopy(baseIn[side]))
  uniteIds(copies.base, copies.mine, copies.theirs)
  settleDeletions(copies, account)
  return editsTowards(opened(given.mine, leftOut), mergeEntities(copies, account))
}

/** What a copy's correction moved and nobody else touched is as the base has it on the chosen text: carrying it there
    by way of two corrections would blur its ends. */
function takeBase(copy: WorkingCopy, base: WorkingCopy, own: WorkingCopy, baseInOwn: WorkingCopy): void {
  for (const kind of mergedKinds) {
    const [table, was, now] = [tableOf(copy, kind), tableOf(base, kind), tableOf(own, kind)]
    for (const [id, fields] of tableOf(baseInOwn, kind)) {
      const known = was.get(id)
      if (known && table.has(id) && alike(fields, now.get(id))) table.set(id, known)
    }
  }
}

function applied(mine: Project, edits: Gesture['edits']): Project {
  const outcome = applyEdits(mine, edits)
  if (outcome.ok) return outcome.project
  const { kind, id } = outcome.edit
  throw new Error(`The copies cannot be merged: ${outcome.problem} (${kind} ${id})`)
}

function mustBeSound(
  project: Project,
  { mine, theirs }: { mine: Project; theirs: Project },
  texts: Texts,
): void {
  const broken = brokenRules(project, texts)
  if (broken.length === 0) return
  const name = ({ kind, id, rule }: Broken) => `${kind} ${id} ${rule}`
  const before = new Set([...brokenRules(mine, texts), ...brokenRules(theirs, texts)].map(name))
  const fresh = broken.map(name).find((each) => !before.has(each))
  if (fresh !== undefined) throw new Error(`Merging broke a rule: ${fresh}`)
}

/** Of what only theirs has, the part that the merged project names: a shared copy, as it was shared, has texts with
    words blacked out that nothing here stands on. */
function comingIn(
  project: Project,
  mine: Archive,
  theirs: Archive,
): Pick<MergedCopies, 'contents' | 'originals'> {
  const contents = [...theirs.contents.values()].filter(({ hash, syncPoints }) =>
    isNew(mine.contents, hash, syncPoints),
  )
  const originals = [...theirs.originals.values()].filter(({ hash }) => !mine.originals.has(hash))
  const texts = new Set<string>(contents.length > 0 ? textsOf(project) : [])
  if (contents.length > 0) for (const each of project.tables.source.values()) texts.add(each.firstContent)
  const files = originalsOf(project)
  return {
    contents: contents.filter(({ hash }) => texts.has(hash)),
    originals: originals.filter(({ hash }) => files.has(hash)),
  }
}

/** A text that is here without times inside it gains by one that has them. */
function isNew(
  contents: ReadonlyMap<ContentHash, Content>,
  hash: ContentHash,
  syncPoints: readonly number[] | undefined,
): boolean {
  const known = contents.get(hash)
  return !known || (known.syncPoints === undefined && syncPoints !== undefined)
}
