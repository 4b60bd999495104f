import type { Change, Edit } from '../../shared/change/change.ts'
import type { ChangeId } from '../../shared/model/ids.ts'
import type { Home } from './database.ts'
import { headersOf } from './stored-log.ts'
import { editsInPart } from './write-change.ts'

/** The edits of one change. Read a part at a time: many at once would come as one long task. */
export async function editsOf(db: Home, change: ChangeId): Promise<Edit[]> {
  const edits: Edit[] = []
  for (let part = 0; ; part++) {
    const stored = await db.edits.get([change, part])
    if (!stored) return edits
    for (const edit of stored.edits) edits.push(edit)
    if (stored.edits.length < editsInPart) return edits
  }
}

/** All changes with their edits, in their order. */
export async function changesOf(db: Home): Promise<Change[]> {
  const [headers, parts] = await db.transaction('r', db.changes, db.log, db.edits, () =>
    Promise.all([headersOf(db), db.edits.toArray()]),
  )
  const byChange = new Map<string, Edit[]>()
  for (const { change, edits } of parts) {
    const known = byChange.get(change)
    if (known) for (const edit of edits) known.push(edit)
    else byChange.set(change, [...edits])
  }
  return headers.map((header) => ({ ...header, edits: byChange.get(header.id) ?? [] }))
}
