import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { Coding, CodingOrigin, Stance } from '../model/entities.ts'
import type { CodingId, SourceId } from '../model/ids.ts'
import { codingIn, type Project } from '../model/project.ts'

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
