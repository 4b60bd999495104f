import type { Conflict } from '../../shared/change/merge/conflict.ts'
import type { MergeDocument } from '../../shared/cli.ts'
import type { Project } from '../../shared/model/project.ts'

/** What a merge brings, in a line or two. */
export function mergedText({ comesIn, conflicts, contents, originals }: MergeDocument): string {
  const kinds = Object.entries(comesIn).map(
    ([kind, { added, changed, removed }]) =>
      `${kind}: ${added} added, ${changed} changed, ${removed} removed`,
  )
  const files = contents + originals > 0 ? [`${contents} texts and ${originals} files come along`] : []
  const clashes = conflicts.length > 0 ? [`${conflicts.length} conflicts`] : []
  return [...(kinds.length > 0 ? kinds : ['Nothing new comes in']), ...files, ...clashes].join('\n')
}

/** One conflict in a line, named as a person would: “code Waiting, definition: mine “…”, theirs “…””. */
export function conflictText({ kind, id, field, mine, theirs }: Conflict, project: Project): string {
  return `${kind} ${nameOf(kind, id, project)}, ${field}: mine ${short(mine)}, theirs ${short(theirs)}`
}

function nameOf(kind: Conflict['kind'], id: string, { tables }: Project): string {
  if (kind === 'turn' || kind === 'coding') return id
  const fields = Object.entries(tables[kind].get(id) ?? {})
  const name: unknown = fields.find(([field]) => ['name', 'pseudonym', 'title', 'label'].includes(field))?.[1]
  return typeof name === 'string' && name !== '' ? `“${name}”` : id
}

function short(value: unknown): string {
  if (value === null) return 'nothing'
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
