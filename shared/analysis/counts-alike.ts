import type { Code } from '../model/entities.ts'
import { type Project, smallKinds, type Table } from '../model/project.ts'

/** Whether two versions of a project certainly have the same counts of their codes: nothing is different in them but
    words of codes and memos. False where it is not known; counting again then tells. */
export function countsAlike(before: Project, now: Project): boolean {
  return (
    before === now ||
    (before.codings === now.codings &&
      before.turns === now.turns &&
      smallKinds.every((kind) => kind === 'code' || kind === 'memo' || sameTable(before, now, kind)) &&
      sameTree(before.tables.code, now.tables.code))
  )
}

function sameTable(before: Project, now: Project, kind: (typeof smallKinds)[number]): boolean {
  return before.tables[kind] === now.tables[kind]
}

/** The same codes below the same ones. */
function sameTree(before: Table<Code>, now: Table<Code>): boolean {
  if (before === now) return true
  if (before.size !== now.size) return false
  for (const { id, parent } of now.values()) {
    const earlier = before.get(id)
    if (!earlier || earlier.parent !== parent) return false
  }
  return true
}
