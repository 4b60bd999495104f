import type { Unlocked } from '../../shared/lock/lock.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { type Home, homeBehind } from './database.ts'

/** Copies a project's home into a new one behind other keys, a few records at a time. What an earlier copying left
    there goes first; the home copied from stays as it is. Rejects when a record cannot be read or written. */
export async function copyHome(
  id: ProjectId,
  from: Unlocked | undefined,
  to: Unlocked | undefined,
): Promise<void> {
  const [old, fresh] = [homeBehind(id, from), homeBehind(id, to)]
  try {
    if ((await old.changes.count()) === 0) throw new Error('There is no project in the home to be copied')
    await fresh.delete({ disableAutoOpen: false })
    for (const { name } of old.tables) await copyTable(old, fresh, name)
  } finally {
    old.close()
    fresh.close()
  }
}

async function copyTable(from: Home, to: Home, name: string): Promise<void> {
  const [source, target] = [from.table<object>(name), to.table<object>(name)]
  const keys = await source.toCollection().primaryKeys()
  const size = atOnce[name] ?? 100
  for (let at = 0; at < keys.length; at += size) {
    const [first, last] = [keys[at], keys[Math.min(at + size, keys.length) - 1]]
    const records = await source.where(':id').between(first, last, true, true).toArray()
    await target.bulkAdd(records)
  }
  const copied = await target.count()
  if (copied !== keys.length) throw new Error('The copy of a project’s home is not whole')
}

/** Originals may be large, texts too. */
const atOnce: Readonly<Record<string, number>> = { originals: 1, incoming: 1, contents: 20 }
