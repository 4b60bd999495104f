import type { Gesture } from '../change/change.ts'
import { isIdle, remove, update } from '../change/edit.ts'
import type { Coding, CodingOrigin, Stance } from '../model/entities.ts'
import type { CodeId, CodingId, SourceId } from '../model/ids.ts'
import { codingIn, codingsOf, entity, type Project } from '../model/project.ts'
import { isSameCoding } from './apply-code.ts'
import { forgetChoicesOf } from './choose-quote.ts'

/** What can be said about a coding; undefined takes it back. */
export interface CodingRemarks {
  readonly stance?: Stance | undefined
  readonly origin?: CodingOrigin | undefined
  readonly star?: boolean | undefined
  readonly flag?: boolean | undefined
  readonly note?: string | undefined
}

/** Says something about a coding: stance, origin, star, flag or note. A mark that is off is not kept at all.
    Null when it says so already, or the coding is gone. */
export function changeCoding(
  project: Project,
  source: SourceId,
  id: CodingId,
  remarks: CodingRemarks,
): Gesture | null {
  const coding = codingIn(project, source, id)
  if (!coding) return null
  const edit = update('coding', coding, kept(remarks))
  return isIdle(edit) ? null : { label: remarkLabel(project, coding, remarks), edits: [edit] }
}

/** Puts another code on a coding's passage, keeping what was said about it. Where the same coder already has that
    code there, the coding is only taken away. Null when it is that code already. */
export function recode(project: Project, source: SourceId, id: CodingId, code: CodeId): Gesture | null {
  const coding = codingIn(project, source, id)
  if (!coding || coding.code === code) return null
  const from = project.tables.code.get(coding.code)?.name ?? 'code'
  const label = `Recode passage from ${from} to ${entity(project, 'code', code).name}`
  const recoded = { ...coding, code }
  const isThere = codingsOf(project, source).some((other) => other.id !== id && isSameCoding(other, recoded))
  if (isThere) return { label, edits: [...forgetChoicesOf(project, [coding]), remove('coding', coding)] }
  return { label, edits: [update('coding', coding, { code })] }
}

function kept(remarks: CodingRemarks): CodingRemarks {
  const note = remarks.note?.trim()
  return {
    ...remarks,
    ...('star' in remarks ? { star: remarks.star === true ? true : undefined } : {}),
    ...('flag' in remarks ? { flag: remarks.flag === true ? true : undefined } : {}),
    ...('note' in remarks ? { note: note === '' ? undefined : note } : {}),
  }
}

/** How stances are read aloud. */
export const stanceWords = {
  affirms: 'affirms',
  denies: 'denies',
  overcome: 'overcome',
  mixed: 'mixed',
  reports: 'reports others',
} as const satisfies Record<Stance, string>

function remarkLabel(project: Project, coding: Coding, remarks: CodingRemarks): string {
  const name = project.tables.code.get(coding.code)?.name ?? 'code'
  if ('stance' in remarks)
    return remarks.stance ? `Mark ${name} as ${stanceWords[remarks.stance]}` : `Clear the stance of ${name}`
  if ('origin' in remarks)
    return remarks.origin ? `Mark ${name} as ${remarks.origin}` : `Clear the origin of ${name}`
  if ('star' in remarks) return remarks.star ? `Star quote for ${name}` : `Unstar quote for ${name}`
  if ('flag' in remarks) return remarks.flag ? `Flag ${name} for the lead` : `Unflag ${name}`
  return remarks.note?.trim() ? `Note on ${name}` : `Remove note on ${name}`
}
