import type { Coding } from '../model/entities.ts'
import type { Project } from '../model/project.ts'
import { agreedUser, guid } from './standard-names.ts'
import { xmlElement } from './write-xml.ts'

/** Coders as the standard's users, and one more who stands for what the team agreed on. */
export function usersXml(project: Project): string[] {
  const coders = [...project.tables.coder.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const users = coders.map((coder) =>
    xmlElement('User', { guid: guid(coder.id), name: coder.name, id: coder.initials }),
  )
  const agreed = [...project.codings.values()].some((codings) =>
    codings.some((coding) => coding.layer === 'agreed'),
  )
  if (!agreed) return users
  return [
    ...users,
    xmlElement('User', { guid: agreedUserOf(project), name: 'Agreed by the team', id: 'agreed' }),
  ]
}

/** Who a coding is by, for tools that know users but no layers. */
export function userOf(project: Project, coding: Coding): string | undefined {
  if (coding.layer === 'agreed') return agreedUserOf(project)
  return project.tables.coder.has(coding.coder) ? guid(coding.coder) : undefined
}

function agreedUserOf(project: Project): string {
  return agreedUser([...project.tables.inquiry.keys()].join(' '))
}
