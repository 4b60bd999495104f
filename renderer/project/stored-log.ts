import type { ChangeHeader } from '../../shared/change/change.ts'
import { type Home, readStretches, type StoredHeader } from './database.ts'
import { type HeaderColumns, packHeaders, unpackHeaders } from './header-columns.ts'

/** The headers of the log, oldest first; within a transaction over both of its tables. */
export async function headersOf(db: Home): Promise<ChangeHeader[]> {
  const [stretches, end] = await Promise.all([
    readStretches(db.log, 5, unpackHeaders),
    db.changes.orderBy('place').toArray(),
  ])
  return [...stretches.flat(), ...end.map((stored) => stored.header)]
}

/** Writes the headers of a whole log into empty tables. */
export async function writeLog(db: Home, changes: readonly ChangeHeader[]): Promise<void> {
  const { stretches, end } = folded(changes.map((change, place) => ({ place, header: headerOf(change) })))
  await db.log.bulkPut(stretches)
  await db.changes.bulkPut(end)
}

/** Moves older headers into columns once many stand in records of their own, so that the next opening is quick. */
export async function foldLog(db: Home): Promise<void> {
  if ((await db.changes.count()) <= 2 * headersInStretch) return
  await db.transaction('rw', db.changes, db.log, async () => {
    const records = await db.changes.orderBy('place').toArray()
    const { stretches, end } = folded(records)
    await db.log.bulkAdd(stretches)
    await db.changes.bulkDelete(records.slice(0, -end.length).map((stored) => stored.place))
  })
}

const headersInStretch = 1000

/** Some headers are always left as the end, for the log to go on from. */
function folded(records: readonly StoredHeader[]): {
  readonly stretches: readonly HeaderColumns[]
  readonly end: readonly StoredHeader[]
} {
  const stretches: HeaderColumns[] = []
  let from = 0
  for (; from + headersInStretch < records.length; from += headersInStretch) {
    const stretch = records.slice(from, from + headersInStretch).map((stored) => stored.header)
    stretches.push(packHeaders(records[from]?.place ?? 0, stretch))
  }
  return { stretches, end: records.slice(from) }
}

function headerOf(change: ChangeHeader & { readonly edits?: unknown }): ChangeHeader {
  const { edits: _, ...header } = change
  return header
}
