import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { Approach, Inquiry } from '../model/entities.ts'
import { inquiryOf, type Project } from '../model/project.ts'

/** What may be said anew about the inquiry; undefined takes it away. The approach has a command of its own. */
export type InquiryChanges = {
  readonly [F in Exclude<keyof Inquiry, 'id' | 'madeAt' | 'approach' | 'approachReason'>]?:
    | Inquiry[F]
    | undefined
}

/** Changes facts about the inquiry. Null when nothing changes or its name would be empty. */
export function changeInquiry(project: Project, changes: InquiryChanges): Gesture | null {
  const inquiry = inquiryOf(project)
  const name = changes.name?.trim()
  if (name === '') return null
  const edit = update('inquiry', inquiry, { ...changes, ...(name === undefined ? {} : { name }) })
  if (isIdle(edit)) return null
  return { label: labelFor(inquiry, Object.keys(edit.after ?? {}), name), edits: [edit] }
}

/** Declares another way of analysing, with the reason for it, which stays in the history. Null when it is the
    approach already or no reason is given. */
export function changeApproach(project: Project, approach: Approach, reason: string): Gesture | null {
  const inquiry = inquiryOf(project)
  const approachReason = reason.trim()
  if (approach === inquiry.approach || approachReason === '') return null
  return { label: 'Change the approach', edits: [update('inquiry', inquiry, { approach, approachReason })] }
}

const names: Readonly<Record<string, string>> = {
  description: 'the description',
  aims: 'the aims',
  positionality: 'the positionality',
  period: 'the period',
  audiences: 'the audiences',
  probabilitySampling: 'the sampling',
  lead: 'who decides about codes',
}

function labelFor(inquiry: Inquiry, fields: readonly string[], name: string | undefined): string {
  if (fields.includes('name')) return `Rename the inquiry “${inquiry.name}” to “${name ?? ''}”`
  return `Change ${fields.map((field) => names[field] ?? field).join(', ')} of the inquiry`
}
