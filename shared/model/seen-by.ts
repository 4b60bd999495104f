import type { Coding } from './entities.ts'
import type { CoderId, SourceId } from './ids.ts'
import type { Project } from './project.ts'

/** A project as somebody sees it who codes blind: their own codings and memos, nobody else's, and no agreed layer.
    Everything else is as it is. Only for showing: commands are given the whole project. The same project and coder
    give the same value, and lists of untouched sources stay the same between versions of a project. */
export function seenBy(project: Project, coder: CoderId): Project {
  const known = views.get(project)
  if (known?.coder === coder) return known.view
  const view = {
    ...project,
    tables: { ...project.tables, memo: ownMemos(project.tables.memo, coder) },
    codings: ownCodings(project.codings, coder),
  }
  views.set(project, { coder, view })
  return view
}

const views = new WeakMap<Project, { readonly coder: CoderId; readonly view: Project }>()
const lists = new WeakMap<readonly Coding[], { readonly coder: CoderId; readonly own: readonly Coding[] }>()
const memos = new WeakMap<
  Project['tables']['memo'],
  { readonly coder: CoderId; readonly own: Project['tables']['memo'] }
>()

function ownCodings(codings: Project['codings'], coder: CoderId): Project['codings'] {
  const seen = new Map<SourceId, readonly Coding[]>()
  for (const [source, list] of codings) seen.set(source, ownIn(list, coder))
  return seen
}

function ownIn(list: readonly Coding[], coder: CoderId): readonly Coding[] {
  const known = lists.get(list)
  if (known?.coder === coder) return known.own
  const own = list.filter((coding) => coding.layer === 'own' && coding.coder === coder)
  lists.set(list, { coder, own })
  return own
}

function ownMemos(table: Project['tables']['memo'], coder: CoderId): Project['tables']['memo'] {
  const known = memos.get(table)
  if (known?.coder === coder) return known.own
  const own = new Map([...table].filter(([, memo]) => memo.by === coder))
  memos.set(table, { coder, own })
  return own
}
