import type { Edit, Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { Consent } from '../model/entities.ts'
import { inquiryOf, type Project } from '../model/project.ts'

/** Names one more audience the inquiry is told to. Null when the name is empty or taken. */
export function addAudience(project: Project, audience: string): Gesture | null {
  const name = audience.trim()
  const audiences = inquiryOf(project).audiences ?? []
  if (name === '' || audiences.includes(name)) return null
  return {
    label: `Add audience “${name}”`,
    edits: [update('inquiry', inquiryOf(project), { audiences: [...audiences, name] })],
  }
}

/** Renames an audience everywhere: in what participants allow, in restricted passages and in reports. Null when the
    name is empty, the same or taken. */
export function renameAudience(project: Project, from: string, to: string): Gesture | null {
  const name = to.trim()
  const inquiry = inquiryOf(project)
  const audiences = inquiry.audiences ?? []
  if (name === '' || !audiences.includes(from) || audiences.includes(name)) return null
  const edits: Edit[] = [
    update('inquiry', inquiry, { audiences: audiences.map((each) => (each === from ? name : each)) }),
  ]
  for (const person of project.tables.participant.values()) {
    edits.push(update('participant', person, { consentFor: renamed(person.consentFor, from, name) }))
  }
  for (const rule of project.tables.restriction.values()) {
    if (rule.audience === from) edits.push(update('restriction', rule, { audience: name }))
  }
  for (const report of project.tables.report.values()) {
    if (report.audience === from) edits.push(update('report', report, { audience: name }))
  }
  return { label: `Rename audience “${from}” to “${name}”`, edits: edits.filter((edit) => !isIdle(edit)) }
}

/** Takes an audience away that nothing speaks of. Null where a consent, a restriction or a report does. */
export function removeAudience(project: Project, audience: string): Gesture | null {
  const inquiry = inquiryOf(project)
  const audiences = inquiry.audiences ?? []
  if (!audiences.includes(audience) || usesOfAudience(project, audience) > 0) return null
  const left = audiences.filter((each) => each !== audience)
  const edit = update('inquiry', inquiry, { audiences: left.length > 0 ? left : undefined })
  return { label: `Remove audience “${audience}”`, edits: [edit] }
}

/** How many consents, restrictions and reports speak of an audience. */
export function usesOfAudience(project: Project, audience: string): number {
  const consents = [...project.tables.participant.values()].filter(
    (each) => each.consentFor?.[audience] !== undefined,
  )
  const rules = [...project.tables.restriction.values()].filter((each) => each.audience === audience)
  const reports = [...project.tables.report.values()].filter((each) => each.audience === audience)
  return consents.length + rules.length + reports.length
}

type ConsentFor = Readonly<Record<string, Consent>> | undefined

function renamed(consentFor: ConsentFor, from: string, to: string): ConsentFor {
  if (consentFor?.[from] === undefined) return consentFor
  return Object.fromEntries(
    Object.entries(consentFor).map(([name, consent]) => [name === from ? to : name, consent]),
  )
}
