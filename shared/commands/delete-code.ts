import { childrenOf, codeTree, descendantsOf } from '../analysis/code-tree.ts'
import type { Edit, Gesture } from '../change/change.ts'
import { combine, remove, update } from '../change/edit.ts'
import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { entity, type Project } from '../model/project.ts'
import { counted } from '../text/counted.ts'
import { codingsWith, memosAbout } from './merge-codes.ts'
import { proposalsWithoutCodes } from './proposals-after.ts'

/** What becomes of codes below one that is deleted: they go with it, or move up into its place. */
export type Below = 'go' | 'move up'

/** What leaves the project together with a code, to be said before it happens. */
export interface GoesWithCode {
  /** Codes below it that go too. */
  readonly children: number
  readonly codings: number
  /** Sources in which these codings are. */
  readonly sources: number
  readonly memos: number
  /** Decisions of reports about which quotes to show. */
  readonly quoteChoices: number
  /** Decisions about places where coders disagreed on it. */
  readonly decisions: number
}

/** Counts what goes with a code. */
export function goesWithCode(project: Project, id: CodeId, below: Below): GoesWithCode {
  const bound = boundTo(project, id, below)
  return {
    children: bound.codes.length - 1,
    codings: bound.codings.length,
    sources: new Set(bound.codings.map((coding) => coding.source)).size,
    memos: bound.memos.length,
    quoteChoices: bound.quoteChoices.length,
    decisions: bound.adjudications.length,
  }
}

/** Deletes a code with its codings, the memos about it, reports' choices of its quotes and decisions on it. What was written in
    reports stays, and so do memos about passages. */
export function deleteCode(project: Project, id: CodeId, below: Below = 'go'): Gesture {
  const code = entity(project, 'code', id)
  const bound = boundTo(project, id, below)
  const edits: readonly Edit[] = [
    ...bound.quoteChoices.map((each) => remove('quoteChoice', each)),
    ...bound.adjudications.map((each) => remove('adjudication', each)),
    ...proposalsWithoutCodes(project, new Set(bound.codes.map((each) => each.id))),
    ...bound.memos.map((each) => remove('memo', each)),
    ...bound.codings.map((each) => remove('coding', each)),
    ...(below === 'move up' ? movedUp(project, code) : []),
    ...bound.codes.map((each) => remove('code', each)),
  ]
  const more = bound.codes.length - 1
  return {
    label: `Delete ${code.name}${more > 0 ? ` and ${counted(more, 'code')} below it` : ''}`,
    edits: combine(edits),
  }
}

function boundTo(project: Project, id: CodeId, below: Below) {
  const codes = [entity(project, 'code', id), ...(below === 'go' ? descendantsOf(codeTree(project), id) : [])]
  const gone = new Set<string>(codes.map((code) => code.id))
  const codings = codes.flatMap((code) => codingsWith(project, code.id))
  const lost = new Set<string>(codings.map((coding) => coding.id))
  return {
    codes,
    codings,
    memos: codes.flatMap((code) => memosAbout(project, code.id)),
    adjudications: [...project.tables.adjudication.values()].filter((each) => gone.has(each.code)),
    quoteChoices: [...project.tables.quoteChoice.values()].filter(
      (choice) => gone.has(choice.code) || lost.has(choice.coding),
    ),
  }
}

function movedUp(project: Project, code: Code): Edit[] {
  const tree = codeTree(project)
  const children = childrenOf(tree, code.id)
  const parent = code.parent === undefined ? undefined : tree.byId.get(code.parent)
  const siblings = parent ? childrenOf(tree, parent.id) : tree.roots
  const next = siblings[siblings.findIndex((each) => each.id === code.id) + 1]
  const orders = keysBetween(code.order, next?.order ?? null, children.length)
  return children.map((child, i) =>
    update('code', child, { parent: parent?.id, order: orders[i] ?? child.order }),
  )
}
