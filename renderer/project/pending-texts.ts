import type { Edit } from '../../shared/change/change.ts'
import type { Content, OriginalFile } from '../../shared/model/archive.ts'
import type { Home } from './database.ts'
import { hashesIn } from './named-texts.ts'

/** Hashes of texts and originals that were written ahead and wait for their change. */
export async function pendingTexts(db: Home): Promise<readonly string[]> {
  const value = (await db.facts.get('pending'))?.value
  return value === undefined || typeof value === 'string' ? [] : value
}

/** Takes away texts whose import never came to an end: those that no change names, undone ones included. */
export async function sweepTexts(db: Home): Promise<void> {
  const pending = await pendingTexts(db)
  if (pending.length === 0) return
  const named = new Set<string>()
  await db.edits.each(({ edits }) => {
    for (const hash of hashesIn(edits)) named.add(hash)
  })
  const unnamed = pending.filter((hash) => !named.has(hash))
  await db.transaction('rw', db.contents, db.originals, db.facts, async () => {
    await db.contents.bulkDelete(unnamed)
    await db.originals.bulkDelete(unnamed)
    await db.facts.delete('pending')
  })
}

/** Writes texts and originals ahead of the change that names them; gives the hashes of those that are new. A text that
    is here without times inside it gets those that come with it now. */
export async function keepTexts(
  db: Home,
  contents: readonly Content[],
  originals: readonly OriginalFile[],
): Promise<readonly string[]> {
  return db.transaction('rw', db.contents, db.originals, db.facts, async () => {
    const known = new Set(await keysAmong(db.contents, contents))
    const fresh = contents.filter((content) => !known.has(content.hash))
    await db.contents.bulkPut(
      await withTimes(
        db,
        contents.filter((content) => known.has(content.hash)),
      ),
    )
    const knownFiles = new Set(await keysAmong(db.originals, originals))
    const freshFiles = originals.filter((file) => !knownFiles.has(file.hash))
    const hashes = [...fresh, ...freshFiles].map((each) => each.hash)
    if (hashes.length === 0) return hashes
    await db.facts.put({ name: 'pending', value: [...(await pendingTexts(db)), ...hashes] })
    await db.contents.bulkPut(fresh)
    await db.originals.bulkPut(freshFiles)
    return hashes
  })
}

/** Takes away texts and originals that were written ahead, if no change has named them since. */
export async function discardTexts(db: Home, hashes: readonly string[]): Promise<void> {
  await db.transaction('rw', db.contents, db.originals, db.facts, async () => {
    const pending = await pendingTexts(db)
    const unwanted = new Set(hashes)
    const gone = pending.filter((hash) => unwanted.has(hash))
    await db.contents.bulkDelete(gone)
    await db.originals.bulkDelete(gone)
    await db.facts.put({ name: 'pending', value: pending.filter((hash) => !unwanted.has(hash)) })
  })
}

/** Texts that a change names no longer wait for it. Only sources and translations bring texts in. */
export async function takeInTexts(db: Home, edits: readonly Edit[]): Promise<void> {
  const bringing = edits.filter((edit) => edit.kind === 'source' || edit.kind === 'translation')
  const pending = bringing.length > 0 ? await pendingTexts(db) : []
  if (pending.length === 0) return
  const named = new Set(hashesIn(bringing))
  const value = pending.filter((hash) => !named.has(hash))
  await db.facts.put({ name: 'pending', value })
}

/** Texts that are stored without times, with those that they have here. */
async function withTimes(db: Home, known: readonly Content[]): Promise<readonly Content[]> {
  const timed = known.filter(({ syncPoints }) => syncPoints !== undefined)
  const stored = await db.contents.bulkGet(timed.map(({ hash }) => hash))
  return timed.flatMap(({ syncPoints }, i) => {
    const here = stored[i]
    return here && syncPoints && here.syncPoints === undefined ? [{ ...here, syncPoints }] : []
  })
}

/** Which of these are stored. Asked one by one: in a locked home, names do not stand in their own order. */
async function keysAmong(
  table: Home['contents'] | Home['originals'],
  wanted: readonly { readonly hash: string }[],
): Promise<readonly string[]> {
  const counts = await Promise.all(wanted.map(({ hash }) => table.where(':id').equals(hash).count()))
  return wanted.flatMap(({ hash }, i) => (counts[i] ? [hash] : []))
}
