import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { inOrder, type Project } from '../model/project.ts'

/** The codebook as a tree, in the team's order. */
export interface CodeTree {
  /** Codes without a parent, or whose parent is gone. */
  readonly roots: readonly Code[]
  readonly children: ReadonlyMap<CodeId, readonly Code[]>
  /** Every code in reading order: a parent, then all below it. */
  readonly inOrder: readonly Code[]
  readonly byId: ReadonlyMap<string, Code>
}

/** Reads the tree of a codebook. A circle, which the model forbids, is cut where it closes. */
export function codeTree({ tables }: { readonly tables: Pick<Project['tables'], 'code'> }): CodeTree {
  const byId = tables.code
  const roots: Code[] = []
  const children = new Map<CodeId, Code[]>()
  for (const code of inOrder(byId)) {
    const parent = code.parent === undefined ? undefined : byId.get(code.parent)
    if (!parent) roots.push(code)
    else children.set(parent.id, [...(children.get(parent.id) ?? []), code])
  }
  const reading: Code[] = []
  for (const root of roots) collect(root, children, reading, new Set())
  return { roots, children, inOrder: reading, byId }
}

/** The codes directly below a code, in order. */
export function childrenOf(tree: CodeTree, code: CodeId): readonly Code[] {
  return tree.children.get(code) ?? []
}

/** Every code below a code, without the code itself, in reading order. */
export function descendantsOf(tree: CodeTree, code: CodeId): readonly Code[] {
  const below: Code[] = []
  const seen = new Set<string>([code])
  for (const child of childrenOf(tree, code)) collect(child, tree.children, below, seen)
  return below
}

/** The codes from the top of the tree down to a code, the code last; empty when it is not there. */
export function pathOf(tree: CodeTree, code: CodeId): readonly Code[] {
  const path: Code[] = []
  const seen = new Set<string>()
  for (let at = tree.byId.get(code); at && !seen.has(at.id); at = at.parent && tree.byId.get(at.parent)) {
    seen.add(at.id)
    path.unshift(at)
  }
  return path
}

function collect(code: Code, children: CodeTree['children'], into: Code[], seen: Set<string>): void {
  if (seen.has(code.id)) return
  seen.add(code.id)
  into.push(code)
  for (const child of children.get(code.id) ?? []) collect(child, children, into, seen)
}
