import { same } from '../change/same.ts'
import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import type { CodeDifference, ComparedCode, WhoseDoing } from './code-differences.ts'
import { fieldValue } from './code-values.ts'
import { codeFields } from './codebook-reading.ts'
import { parentIn, type Side, type Sides } from './codebook-sides.ts'
import { foldedName } from './place-codes.ts'

/** A code that their codebook does not have: merged into another there, deleted there, or made here since. */
export function onlyHere(sides: Sides, mine: Code): ComparedCode {
  const base = sides.base?.byId.get(mine.id)
  const codings = sides.codings.get(mine.id) ?? 0
  const memos = sides.memos.get(mine.id) ?? 0
  const path = sides.mine.paths.get(mine.id) ?? [mine.name]
  const shared = { id: mine.id, mine, path, codings, memos, ...(base ? { base } : {}) }
  const into = sides.base && !base ? undefined : mergedInto(sides, mine)
  const whose: WhoseDoing = !sides.base
    ? 'unknown'
    : !base
      ? 'mine'
      : changedSince(sides.mine, mine, sides.base, base)
        ? 'both'
        : 'theirs'
  const usual = { mine: mine.name, theirs: '', whose }
  if (into) {
    const merged: CodeDifference = {
      ...usual,
      tick: `${mine.id} merged`,
      what: 'merged',
      theirs: `Merged into ${into.name}`,
      // Merging keeps every coding, so a change here is no reason against it.
      whose: whose === 'both' ? 'theirs' : whose,
      ticked: true,
    }
    return { ...shared, outcome: 'merged', into: into.id, differences: [merged] }
  }
  const deleted: CodeDifference = {
    ...usual,
    tick: `${mine.id} deleted`,
    what: 'deleted',
    // Nobody's work goes unasked.
    ticked: whose === 'theirs' && codings + memos === 0 && !sides.decided.has(mine.id),
  }
  const outcome = whose === 'both' ? 'conflict' : whose === 'mine' ? 'mine' : 'deleted'
  return { ...shared, outcome, differences: [deleted] }
}

/** The code that has taken this one's name, or key, among its other names there, and had it not here. */
function mergedInto({ mine, theirs, says }: Sides, gone: Code): Code | undefined {
  if (!says.has('aliases')) return undefined
  const words = new Set([gone.name, gone.key ?? gone.name].map(foldedName))
  const has = (code: Code | undefined) => (code?.aliases ?? []).some((alias) => words.has(foldedName(alias)))
  return [...theirs.byId.values()].find((code) => has(code) && !has(mine.byId.get(code.id)))
}

function changedSince(now: Side, code: Code, then: Side, was: Code): boolean {
  if (parentIn(now, code) !== parentIn(then, was)) return true
  return codeFields.some((field) => !same(fieldValue(code, field), fieldValue(was, field)))
}

/** A code that only they have: made there, or deleted here since. */
export function onlyThere(sides: Sides, id: CodeId): ComparedCode {
  const theirs = sides.theirs.byId.get(id)
  if (!theirs) throw new Error('A code stands in neither codebook')
  const base = sides.base?.byId.get(id)
  const isGone = sides.history.has(id)
  const whose: WhoseDoing = sides.base
    ? !base
      ? 'theirs'
      : changedThere(sides, theirs, base)
        ? 'both'
        : 'mine'
    : isGone
      ? 'mine'
      : 'unknown'
  return {
    id,
    outcome: whose === 'both' ? 'conflict' : whose === 'mine' ? 'mine' : 'new',
    theirs,
    ...(base ? { base } : {}),
    path: sides.theirs.paths.get(id) ?? [theirs.name],
    differences: [
      {
        tick: `${id} made`,
        what: 'made',
        whose,
        mine: '',
        theirs: theirs.name,
        ...(base ? { base: base.name } : {}),
        ticked: whose === 'theirs' || whose === 'unknown',
      },
    ],
    codings: 0,
    memos: 0,
  }
}

function changedThere({ theirs, base, says }: Sides, code: Code, was: Code): boolean {
  if (base && says.has('parent') && parentIn(theirs, code) !== parentIn(base, was)) return true
  return codeFields.some((field) => says.has(field) && !same(fieldValue(code, field), fieldValue(was, field)))
}
