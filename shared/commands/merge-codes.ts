import { childrenOf, codeTree } from '../analysis/code-tree.ts'
import type { Edit, Gesture } from '../change/change.ts'
import { combine, remove, update } from '../change/edit.ts'
import type { Code, Coding } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { entity, type Project } from '../model/project.ts'
import { decisionsAfter } from './follow-decisions.ts'
import { isWithin } from './move-code.ts'
import { proposalsAfterMerging } from './proposals-after.ts'
import { choicesAfter, recodeTo } from './unite-codings.ts'

/** What merging one code into another moves, to be said before it happens. */
export interface MergeAccount {
  /** Codings that get the other code. */
  readonly passages: number
  /** Of these, passages the same coder had under both: each pair becomes one. */
  readonly unite: number
  readonly memos: number
  /** Codes directly below that come below the other. */
  readonly children: number
}

/** Counts what merging moves. */
export function mergeAccount(project: Project, from: CodeId, into: CodeId): MergeAccount {
  const codings = codingsWith(project, from)
  return {
    passages: codings.length,
    unite: recodeTo(project, codings, into).united.size,
    memos: memosAbout(project, from).length,
    children: childrenOf(codeTree(project), from).filter((child) => child.id !== into).length,
  }
}

/** Merges a code into another: every coding, memo and code below goes over, its name stays as another name, and
    texts that only it had are kept. Null when both are one. */
export function mergeCodes(project: Project, from: CodeId, into: CodeId): Gesture | null {
  if (from === into) return null
  const gone = entity(project, 'code', from)
  const kept = entity(project, 'code', into)
  const codings = codingsWith(project, from)
  const recoded = recodeTo(project, codings, into)
  const edits: readonly Edit[] = [
    update('code', kept, {
      ...jointTexts(gone, kept),
      ...(codings.length > 0 ? { codable: undefined } : {}),
    }),
    ...placed(project, gone, kept),
    ...recoded.edits,
    ...memosAbout(project, from).map((memo) => update('memo', memo, { about: { kind: 'code', code: into } })),
    ...choicesAfter(project, recoded, (code) => (code === from ? into : code)),
    ...decisionsAfter(project, recoded.united, (code) => (code === from ? into : code)),
    ...prosePlaces(project, from, into),
    ...proposalsAfterMerging(project, from, into),
    remove('code', gone),
  ]
  return { label: `Merge ${gone.name} into ${kept.name}`, edits: combine(edits) }
}

/** All codings with a code, in every layer, in the order of sources and positions. */
export function codingsWith(project: Project, code: CodeId): readonly Coding[] {
  return [...project.codings.values()].flatMap((codings) => codings.filter((coding) => coding.code === code))
}

/** Memos about a code. */
export function memosAbout(project: Project, code: CodeId) {
  return [...project.tables.memo.values()].filter(({ about }) => about.kind === 'code' && about.code === code)
}

function jointTexts(gone: Code, kept: Code): Partial<Code> {
  const names = [
    ...(kept.aliases ?? []),
    gone.name,
    ...(gone.key === undefined ? [] : [gone.key]),
    ...(gone.aliases ?? []),
  ]
  const texts = (['definition', 'include', 'exclude', 'example'] as const).flatMap((field) =>
    kept[field] === undefined && gone[field] !== undefined ? [[field, gone[field]] as const] : [],
  )
  return {
    ...Object.fromEntries(texts),
    aliases: [...new Set(names)].filter((name) => name !== kept.name && name !== kept.key),
  }
}

/** Codes below the one that goes come below the other; the other, where it stood below, takes its place. */
function placed(project: Project, gone: Code, kept: Code): Edit[] {
  const tree = codeTree(project)
  const below = childrenOf(tree, gone.id).filter((child) => child.id !== kept.id)
  const last = childrenOf(tree, kept.id).at(-1)?.order ?? null
  const orders = keysBetween(last, null, below.length)
  return [
    ...(isWithin(tree, gone.id, kept.id)
      ? [update('code', kept, { parent: gone.parent, order: gone.order })]
      : []),
    ...below.map((child, i) => update('code', child, { parent: kept.id, order: orders[i] ?? child.order })),
  ]
}

/** What was written at a code's place in a report goes to the other's, where nothing is written yet. */
function prosePlaces(project: Project, from: CodeId, into: CodeId): Edit[] {
  const all = [...project.tables.prose.values()]
  return all.flatMap((prose) => {
    if (!prose.place.endsWith(`/${from}`)) return []
    const place = `${prose.place.slice(0, -from.length)}${into}`
    const taken = all.some((other) => other.report === prose.report && other.place === place)
    return taken ? [] : [update('prose', prose, { place })]
  })
}
