import type { Edit } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { Coding } from '../model/entities.ts'
import type { CodeId, CodingId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'

/** Decisions stay when their agreed coding goes, but no longer name it. */
export function decisionsWithout(project: Project, codings: readonly Pick<Coding, 'id'>[]): Edit[] {
  const gone = new Set<string>(codings.map((coding) => coding.id))
  return [...project.tables.adjudication.values()]
    .filter(({ coding }) => coding !== undefined && gone.has(coding))
    .map((each) => update('adjudication', each, { coding: undefined }))
}

/** Decisions follow a code that became another, and agreed codings that became one with another. */
export function decisionsAfter(
  project: Project,
  united: ReadonlyMap<CodingId, Coding>,
  codeNow: (code: CodeId) => CodeId,
): Edit[] {
  return [...project.tables.adjudication.values()]
    .map((each) =>
      update('adjudication', each, {
        code: codeNow(each.code),
        coding: each.coding && (united.get(each.coding)?.id ?? each.coding),
      }),
    )
    .filter((edit) => !isIdle(edit))
}
