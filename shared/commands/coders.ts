import type { Gesture } from '../change/change.ts'
import { create, isIdle, remove, update } from '../change/edit.ts'
import type { CoderId } from '../model/ids.ts'
import { entity, inquiryOf, type Project } from '../model/project.ts'
import type { Making } from './making.ts'

/** A coder who was added, and the gesture that adds them. */
export interface AddedCoder {
  readonly id: CoderId
  readonly gesture: Gesture
}

/** Adds somebody who codes. Without initials they are taken from the name; null when the name is empty. */
export function addCoder(
  project: Project,
  told: { readonly name: string; readonly initials?: string },
  making: Making,
): AddedCoder | null {
  const name = told.name.trim()
  if (name === '') return null
  const taken = new Set([...project.tables.coder.values()].map((coder) => coder.initials))
  const initials = told.initials?.trim() || freeInitials(initialsOf(name), taken)
  const id = making.newId<'coder'>()
  return { id, gesture: { label: `Add coder ${name}`, edits: [create('coder', { id, name, initials })] } }
}

/** Corrects a coder's name or initials; every coding of theirs shows it. Null when nothing changes or one is empty. */
export function changeCoder(
  project: Project,
  id: CoderId,
  changes: { readonly name?: string; readonly initials?: string },
): Gesture | null {
  const coder = entity(project, 'coder', id)
  const name = (changes.name ?? coder.name).trim()
  const initials = (changes.initials ?? coder.initials).trim()
  if (name === '' || initials === '') return null
  const edit = update('coder', coder, { name, initials })
  if (isIdle(edit)) return null
  return {
    label: name === coder.name ? `Change the initials of ${name}` : `Rename coder ${coder.name} to ${name}`,
    edits: [edit],
  }
}

/** Takes away a coder who has left no trace: no coding, no memo, no report of their layer, nothing frozen, proposed or
    decided, and no round. What was assigned to them goes too, and whoever decided about codes alone no longer does.
    Null for everybody else. */
export function removeCoder(project: Project, id: CoderId): Gesture | null {
  const coder = entity(project, 'coder', id)
  if (project.tables.coder.size < 2 || codingsBy(project, id) > 0) return null
  if ([...project.tables.memo.values()].some((memo) => memo.by === id)) return null
  if ([...project.tables.report.values()].some((report) => report.layer === id)) return null
  if (hasTeamTraces(project, id)) return null
  const inquiry = inquiryOf(project)
  const assigned = [...project.tables.assignment.values()].filter((each) => each.coder === id)
  return {
    label: `Remove coder ${coder.name}`,
    edits: [
      ...assigned.map((each) => remove('assignment', each)),
      ...(inquiry.lead === id ? [update('inquiry', inquiry, { lead: undefined })] : []),
      remove('coder', coder),
    ],
  }
}

function hasTeamTraces({ tables }: Project, id: CoderId): boolean {
  const { round, codebookVersion, adjudication, proposal, inquiry } = tables
  return (
    [...round.values()].some((each) => each.by === id || each.coders.includes(id)) ||
    [...codebookVersion.values(), ...adjudication.values()].some((each) => each.by === id) ||
    [...proposal.values()].some((each) => each.by === id || each.decidedBy === id) ||
    [...inquiry.values()].some((each) => each.packet?.coder === id)
  )
}

/** How many codings somebody made, in all layers. */
export function codingsBy(project: Project, id: CoderId): number {
  let count = 0
  for (const codings of project.codings.values())
    for (const coding of codings) if (coding.coder === id) count++
  return count
}

/** Initials for a name: first letters of its words, or the first two letters of a single word. */
export function initialsOf(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
  return (letters.length > 1 ? letters.join('') : [...name.trim()].slice(0, 2).join(''))
    .toUpperCase()
    .slice(0, 3)
}

function freeInitials(initials: string, taken: ReadonlySet<string>): string {
  let free = initials
  for (let number = 2; taken.has(free); number++) free = `${initials}${number}`
  return free
}
