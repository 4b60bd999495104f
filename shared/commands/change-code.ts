import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'

/** What of a code can be written; an empty text or list takes the field away, and `codable: true` is the usual. */
export type CodeFacts = {
  readonly [F in Exclude<keyof Code, 'id' | 'parent' | 'order' | 'key'>]?: Code[F] | undefined
}

/** Changes what a code is called, means or looks like; null when that stands already or a name would be empty. */
export function changeCode(project: Project, id: CodeId, facts: CodeFacts): Gesture | null {
  const code = entity(project, 'code', id)
  const name = facts.name?.trim()
  if (name === '') return null
  const edit = update('code', code, { ...trimmed(facts), ...(name === undefined ? {} : { name }) })
  return isIdle(edit) ? null : { label: labelOf(code, name, facts), edits: [edit] }
}

/** The colour of a code as #RRGGBB in capitals; null for what is none. Three digits are doubled. */
export function readColour(text: string): string | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]
  if (!digits) return null
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`.toUpperCase()
}

function trimmed(facts: CodeFacts): CodeFacts {
  const texts = (
    ['definition', 'include', 'exclude', 'example', 'from', 'section', 'colour'] as const
  ).flatMap((field) => (field in facts ? [[field, facts[field]?.trim() || undefined] as const] : []))
  return {
    ...Object.fromEntries(texts),
    ...('aliases' in facts ? { aliases: listed(facts.aliases ?? []) } : {}),
    ...('codable' in facts ? { codable: facts.codable === false ? false : undefined } : {}),
  }
}

function listed(aliases: readonly string[]): readonly string[] | undefined {
  const kept = [...new Set(aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''))]
  return kept.length > 0 ? kept : undefined
}

function labelOf(code: Code, name: string | undefined, facts: CodeFacts): string {
  if (name !== undefined && name !== code.name) return `Rename ${code.name} to ${name}`
  if ('colour' in facts) return `Colour ${code.name}`
  if ('codable' in facts)
    return `${facts.codable === false ? 'Only group with' : 'Tag passages with'} ${code.name}`
  const [field = 'description'] = Object.keys(facts).filter((each) => each !== 'name')
  return `Change ${fieldNames[field] ?? field} of ${code.name}`
}

const fieldNames: Readonly<Record<string, string>> = {
  include: 'when to use it',
  exclude: 'when not to use it',
  from: 'where it comes from',
  aliases: 'other names',
  section: 'report section',
}
