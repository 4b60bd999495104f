import type { Edit } from '../../../shared/change/change.ts'
import type { Project } from '../../../shared/model/project.ts'
import { editedEntity } from './edited-entity.ts'
import { clipped, referenced } from './field-words.ts'

/** What a person calls the thing that was edited: “Funding”, or for what has no name of its own, what it is about. */
export function nameOf(edit: Edit, edits: readonly Edit[], project: Project): string {
  const facts = { ...editedEntity(project, edit), ...edit.before, ...edit.after }
  const ref = (field: string) => {
    const id = facts[field]
    return typeof id === 'string' ? referenced(id, edits, project) : undefined
  }
  switch (edit.kind) {
    case 'coding':
      return about([
        ['with', ref('code')],
        ['in', ref('source') ?? sourceOf(edit, project)],
        ['by', ref('coder')],
      ])
    case 'adjudication':
      return about([
        ['on', ref('code')],
        ['in', ref('source')],
      ])
    case 'quoteChoice':
      return about([
        ['for', ref('code')],
        ['in', ref('report')],
      ])
    case 'turn':
    case 'translation':
    case 'restriction':
      return about([['in', ref('source') ?? sourceOf(edit, project)]])
    case 'assignment':
      return about([
        ['of', ref('source')],
        ['to', ref('coder')],
      ])
    case 'prose':
      return about([['in', ref('report')]])
    default: {
      const own = facts.name ?? facts.pseudonym ?? facts.title ?? facts.label ?? facts.text
      return typeof own === 'string' ? `“${clipped(own)}”` : ''
    }
  }
}

function sourceOf(edit: Edit, project: Project): string | undefined {
  return edit.source && project.tables.source.get(edit.source)?.name
}

function about(parts: readonly (readonly [string, string | undefined])[]): string {
  return parts.flatMap(([word, name]) => (name === undefined ? [] : [`${word} “${clipped(name)}”`])).join(' ')
}
