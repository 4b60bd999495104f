import { same } from '../change/same.ts'
import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { inOrder, type Project } from '../model/project.ts'
import type { CodebookComparison, CodeDifference, CodeOutcome, ComparedCode } from './code-differences.ts'
import { fieldText, fieldValue } from './code-values.ts'
import { type CodebookFile, type CodeField, codeFields } from './codebook-reading.ts'
import { type Sides, sideOf, whoseDoing } from './codebook-sides.ts'
import type { CodeHistory } from './codebook-state.ts'
import { onlyHere, onlyThere } from './compare-lone-codes.ts'
import { type Orders, ordersBetween, placeDifference } from './compare-places.ts'
import { derivedId } from './fingerprint.ts'
import { type CodeMatch, matchCodes } from './match-codes.ts'

/** What a file's codebook is compared with, besides the one here. */
export interface CompareWith {
  /** The codebook that theirs began from. */
  readonly base?: readonly Code[] | null
  /** Without it: what codes here were before, so that an earlier value is known as such. */
  readonly history?: CodeHistory
}

/** Compares the codebook of a project with that of a file, three ways where the state that both come from is known. */
export function compareCodebooks(
  project: Project,
  file: Pick<CodebookFile, 'codes' | 'stated' | 'says'>,
  { base = null, history = new Map() }: CompareWith = {},
): CodebookComparison {
  const mine = inOrder(project.tables.code)
  const before = base && new Map<string, Code>(base.map((code) => [code.id, code]))
  const matches = matchCodes(mine, file, (id) => before?.has(id) === true)
  const theirs = inMyTerms(mine, file, matches)
  const sides: Sides = {
    mine: sideOf(mine),
    theirs: sideOf(theirs.map(({ code }) => code)),
    base: base && sideOf(base),
    says: file.says,
    history,
    ...tied(project),
  }
  const met = new Map(theirs.map(({ code, match }) => [code.id, { code, match }]))
  const orders = ordersBetween(sides)
  const codes = inTreeOrder(sides).map((id) => {
    const there = met.get(id)
    const here = sides.mine.byId.get(id)
    if (here && there) return compared(sides, here, there.code, there.match, orders)
    return here ? onlyHere(sides, here) : onlyThere(sides, id)
  })
  return { codes, basis: base ? 'common state' : history.size > 0 ? 'history' : 'none' }
}

/** What is ticked unless somebody decides otherwise: what they did, as far as it takes nobody's work away. */
export function usualTicks({ codes }: CodebookComparison): ReadonlySet<string> {
  return new Set(
    codes.flatMap(({ differences }) => differences.flatMap(({ tick, ticked }) => (ticked ? [tick] : []))),
  )
}

/** What hangs on each code and would go with it. */
function tied({ codings, tables }: Project): Pick<Sides, 'codings' | 'memos' | 'decided'> {
  const coded = new Map<string, number>()
  for (const list of codings.values())
    for (const { code } of list) coded.set(code, (coded.get(code) ?? 0) + 1)
  const memos = new Map<string, number>()
  for (const { about } of tables.memo.values())
    if (about.kind === 'code') memos.set(about.code, (memos.get(about.code) ?? 0) + 1)
  return {
    codings: coded,
    memos,
    decided: new Set([...tables.adjudication.values()].map(({ code }) => code)),
  }
}

interface InMyTerms {
  readonly code: Code
  readonly match: CodeMatch | undefined
}

/** Their codes under the identities they have here, parents too. */
function inMyTerms(
  mine: readonly Code[],
  { codes }: Pick<CodebookFile, 'codes'>,
  matches: ReadonlyMap<CodeId, CodeMatch>,
): readonly InMyTerms[] {
  const taken = new Set<string>(mine.map((code) => code.id))
  const ids = new Map<string, CodeId>(
    codes.map(({ id }) => [id, matches.get(id)?.mine.id ?? freshId(id, taken)]),
  )
  return codes.map((code) => {
    const { parent, id, ...rest } = code
    const above = parent === undefined ? undefined : ids.get(parent)
    return {
      code: { ...rest, id: ids.get(id) ?? id, ...(above ? { parent: above } : {}) },
      match: matches.get(id),
    }
  })
}

/** An identity that follows from where a code stands may belong here to one that was something else before. */
function freshId(id: CodeId, taken: ReadonlySet<string>): CodeId {
  let fresh = id
  while (taken.has(fresh)) fresh = derivedId('code again', fresh)
  return fresh
}

function compared(
  sides: Sides,
  mine: Code,
  theirs: Code,
  match: CodeMatch | undefined,
  orders: Orders,
): ComparedCode {
  const base = sides.base?.byId.get(mine.id)
  const fields = codeFields.filter((field) => sides.says.has(field))
  const differences = fields.flatMap((field) => fieldDifference(sides, field, mine, theirs, base))
  const place = placeDifference(sides, mine, theirs, base, orders)
  return {
    id: mine.id,
    outcome: outcomeOf([...differences, ...place]),
    mine,
    theirs,
    ...(base ? { base } : {}),
    ...(match ? { matchedBy: match.by } : {}),
    path: sides.mine.paths.get(mine.id) ?? [mine.name],
    differences: [...differences, ...place],
    codings: sides.codings.get(mine.id) ?? 0,
    memos: sides.memos.get(mine.id) ?? 0,
  }
}

function outcomeOf(differences: readonly CodeDifference[]): CodeOutcome {
  if (differences.length === 0) return 'same'
  if (differences.some(({ whose }) => whose === 'both')) return 'conflict'
  const theirs = differences.filter(({ whose }) => whose !== 'mine')
  if (theirs.length === 0) return 'mine'
  return theirs.every(({ what }) => what === 'place') ? 'moved' : 'changed'
}

function fieldDifference(
  sides: Sides,
  field: CodeField,
  mine: Code,
  theirs: Code,
  base: Code | undefined,
): CodeDifference[] {
  const [my, their] = [fieldValue(mine, field), fieldValue(theirs, field)]
  if (same(my, their)) return []
  const isEarlier = (sides.history.get(mine.id) ?? []).some((was) => same(fieldValue(was, field), their))
  const whose = whoseDoing(sides, base, isEarlier, {
    mine: base !== undefined && !same(my, fieldValue(base, field)),
    theirs: base !== undefined && !same(their, fieldValue(base, field)),
  })
  return [
    {
      tick: `${mine.id} ${field}`,
      what: field,
      whose,
      mine: fieldText(mine, field),
      theirs: fieldText(theirs, field),
      ...(base ? { base: fieldText(base, field) } : {}),
      ticked: whose === 'theirs' || whose === 'unknown',
    },
  ]
}

/** All codes of both, as mine stand, theirs put in behind the one they follow there. */
function inTreeOrder({ mine, theirs }: Sides): readonly CodeId[] {
  const behind = new Map<CodeId | null, CodeId[]>()
  let last: CodeId | null = null
  for (const id of theirs.inTree) {
    if (mine.byId.has(id)) last = id
    else behind.set(last, [...(behind.get(last) ?? []), id])
  }
  return [...(behind.get(null) ?? []), ...mine.inTree.flatMap((id) => [id, ...(behind.get(id) ?? [])])]
}
