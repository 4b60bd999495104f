import type { Edit } from '../../../shared/change/change.ts'
import { fieldName, kindName } from '../../../shared/change/kind-words.ts'
import type { EntityKind } from '../../../shared/model/entities.ts'
import type { Project } from '../../../shared/model/project.ts'
import { capital } from '../../../shared/text/capital.ts'
import { valueInWords } from './field-words.ts'
import { movedAlong } from './moved-along.ts'
import { nameOf } from './name-of-edited.ts'

/** What a change did, one sentence a line. Many edits of one kind come together, so that an import stays readable. */
export function editsInWords(edits: readonly Edit[], project: Project): readonly string[] {
  const groups = new Map<string, Edit[]>()
  for (const edit of edits) {
    const key = `${edit.kind} ${movedAlong(edit, edits) ?? actOf(edit)} ${edit.source ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), edit])
  }
  return [...groups.values()].flatMap((group) =>
    group.length > fewest
      ? [together(group, edits, project)]
      : group.flatMap((edit) => sentences(edit, edits, project)),
  )
}

/** Up to so many edits of one kind are told one by one. */
const fewest = 6

type Act = 'added' | 'deleted' | 'changed'

function actOf(edit: Edit): Act {
  return edit.before === null ? 'added' : edit.after === null ? 'deleted' : 'changed'
}

function together(group: readonly Edit[], all: readonly Edit[], project: Project): string {
  const first = group[0]
  if (!first) return ''
  const source = first.source && project.tables.source.get(first.source)?.name
  return `${group.length} ${kindName(first.kind, group.length)}${source ? ` in “${source}”` : ''} ${movedAlong(first, all) ?? actOf(first)}`
}

function sentences(edit: Edit, all: readonly Edit[], project: Project): readonly string[] {
  const act = actOf(edit)
  const name = nameOf(edit, all, project)
  if (act !== 'changed') {
    const what = [capital(kindName(edit.kind, 1)), name, act].filter((part) => part !== '').join(' ')
    return [`${what}${particulars(edit, all, project)}`]
  }
  const along = movedAlong(edit, all)
  if (along !== null) return [`${capital(kindName(edit.kind, 1))} ${name} ${along}`]
  return Object.keys(edit.after ?? {}).map((field) => fieldSentence(edit, field, name, all, project))
}

/** What has no name of its own is told by what it says. */
function particulars(edit: Edit, all: readonly Edit[], project: Project): string {
  const field =
    edit.kind === 'prose'
      ? 'doc'
      : edit.kind === 'quoteChoice'
        ? 'use'
        : edit.kind === 'restriction'
          ? 'consent'
          : edit.kind === 'adjudication'
            ? 'decided'
            : undefined
  const said = field && valueInWords(field, (edit.after ?? edit.before)?.[field], all, project)
  return said ? `: ${said}` : ''
}

function fieldSentence(
  edit: Edit,
  field: string,
  name: string,
  all: readonly Edit[],
  project: Project,
): string {
  const what = kindName(edit.kind, 1)
  const before = valueInWords(field, edit.before?.[field], all, project)
  const after = valueInWords(field, edit.after?.[field], all, project)
  if (field === naming[edit.kind] && before && after) return `${capital(what)} ${before} renamed to ${after}`
  if (edit.kind === 'source' && field === 'content') return `Text of source ${name} corrected`
  if (field === 'order') return `${capital(what)} ${name} moved in the list`
  const label = `${capital(fieldName(field))} of ${what} ${name}`
  if (before === null && after === null) return `${label} changed`
  if (before === null) return `${label} set to ${after}`
  return after === null
    ? `${label} taken away (was ${before})`
    : `${label} changed from ${before} to ${after}`
}

const naming: Partial<Record<EntityKind, string>> = {
  inquiry: 'name',
  coder: 'name',
  attribute: 'name',
  participant: 'pseudonym',
  source: 'name',
  speaker: 'label',
  code: 'name',
  memo: 'title',
  report: 'title',
}
