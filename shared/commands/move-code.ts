import { type CodeTree, childrenOf, codeTree, descendantsOf } from '../analysis/code-tree.ts'
import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { keyBetween } from '../model/order.ts'
import { entity, type Project } from '../model/project.ts'

/** Where a code goes: below `parent` (null: at the top), in front of `before` (null: at the end). */
export interface CodeGoal {
  readonly parent: CodeId | null
  readonly before: CodeId | null
}

/** Moves a code with everything below it; null when it stands there already or would stand below itself. */
export function moveCode(project: Project, id: CodeId, { parent, before }: CodeGoal): Gesture | null {
  const code = entity(project, 'code', id)
  const tree = codeTree(project)
  if (parent !== null && isWithin(tree, id, parent)) return null
  const siblings = siblingsIn(tree, parent)
  if ((code.parent ?? null) === parent && follows(siblings, id, before)) return null
  const others = siblings.filter((each) => each.id !== id)
  const at = before === null ? others.length : others.findIndex((each) => each.id === before)
  const place = at < 0 ? others.length : at
  const order = keyBetween(others[place - 1]?.order ?? null, others[place]?.order ?? null)
  const edit = update('code', code, { parent: parent ?? undefined, order })
  return isIdle(edit) ? null : { label: labelOf(project, code, parent), edits: [edit] }
}

export type Step = 'up' | 'down' | 'in' | 'out'

/** One step within the tree: before the sibling above, after the one below, into the one above, out of the parent. */
export function stepCode(project: Project, id: CodeId, step: Step): Gesture | null {
  const goal = goalOf(codeTree(project), entity(project, 'code', id), step)
  return goal ? moveCode(project, id, goal) : null
}

/** True when a code is another or stands somewhere above it. */
export function isWithin(tree: CodeTree, code: CodeId, place: CodeId): boolean {
  return code === place || descendantsOf(tree, code).some((below) => below.id === place)
}

function goalOf(tree: CodeTree, code: Code, step: Step): CodeGoal | null {
  const parent = parentIn(tree, code)
  const siblings = siblingsIn(tree, parent?.id ?? null)
  const at = siblings.findIndex((each) => each.id === code.id)
  const above = siblings[at - 1]
  if (step === 'up') return above ? { parent: parent?.id ?? null, before: above.id } : null
  if (step === 'in') return above ? { parent: above.id, before: null } : null
  if (step === 'down') {
    return siblings[at + 1] ? { parent: parent?.id ?? null, before: siblings[at + 2]?.id ?? null } : null
  }
  return parent ? outOf(tree, parent) : null
}

function outOf(tree: CodeTree, parent: Code): CodeGoal {
  const grandparent = parentIn(tree, parent)?.id ?? null
  const aunts = siblingsIn(tree, grandparent)
  return {
    parent: grandparent,
    before: aunts[aunts.findIndex((each) => each.id === parent.id) + 1]?.id ?? null,
  }
}

function parentIn(tree: CodeTree, code: Code): Code | undefined {
  return code.parent === undefined ? undefined : tree.byId.get(code.parent)
}

function siblingsIn(tree: CodeTree, parent: CodeId | null): readonly Code[] {
  return parent === null ? tree.roots : childrenOf(tree, parent)
}

function follows(siblings: readonly Code[], id: CodeId, before: CodeId | null): boolean {
  const next = siblings[siblings.findIndex((each) => each.id === id) + 1]
  return before === id || (next?.id ?? null) === before
}

function labelOf(project: Project, code: Code, parent: CodeId | null): string {
  if ((code.parent ?? null) === parent) return `Reorder ${code.name}`
  return `Move ${code.name} ${parent === null ? 'to the top' : `below ${entity(project, 'code', parent).name}`}`
}
