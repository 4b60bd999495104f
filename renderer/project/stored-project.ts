import type { Change, Edit } from '../../shared/change/change.ts'
import type { Archive, Content, OriginalFile } from '../../shared/model/archive.ts'
import type { ChangeId, ContentHash, CopyId, ProjectId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Home } from './database.ts'
import { fillHome } from './fill-home.ts'
import { type Loaded, loadHome, readHome } from './load-home.ts'
import { movableHome } from './movable-home.ts'
import { discardTexts, keepTexts, pendingTexts } from './pending-texts.ts'
import { changesOf, editsOf } from './stored-changes.ts'
import { writeChange } from './write-change.ts'

/** The home of one project. Every write is one transaction with strict durability. */
export interface ProjectDatabase {
  /** As its project opens: what broke off before is cleared away. */
  load(): Promise<Loaded>
  /** As it stands at this moment; nothing in it changes. */
  read(): Promise<Loaded>
  /** Writes one change and what it touched of the project after it. */
  write(change: Change, place: number, after: Project): Promise<void>
  /** Writes texts and originals ahead of the change that names them; gives the hashes of those that are new. */
  keep(contents: readonly Content[], originals: readonly OriginalFile[]): Promise<readonly string[]>
  /** Takes away texts and originals that were written ahead, if no change has named them since. */
  discard(hashes: readonly string[]): Promise<void>
  /** Hashes of texts and originals that were written ahead and wait for their change. */
  pending(): Promise<readonly string[]>
  contents(hashes: readonly ContentHash[]): Promise<Content[]>
  allContents(): Promise<Content[]>
  originals(): Promise<OriginalFile[]>
  original(hash: string): Promise<OriginalFile | undefined>
  edits(change: ChangeId): Promise<Edit[]>
  changes(): Promise<Change[]>
  setCopy(copy: CopyId): Promise<void>
  /** Puts an archive in the place of all that is there, in one transaction: if it fails, everything stays. */
  fill(archive: Archive, copy: CopyId): Promise<void>
  /** Waits for what is under way, makes another home, and goes on in the one that the keys held then open. Whatever is
      asked meanwhile waits. If making it fails, it goes on where it was, and this rejects. */
  move(make: () => Promise<void>): Promise<void>
  close(): void
  delete(): Promise<void>
}

/** Opens (or makes) the database of a project, with the keys that are held for it; `first` is a home that is only to
    become the one in use. */
export function projectDatabase(id: ProjectId, first?: Home): ProjectDatabase {
  const home = movableHome(id, first)
  return {
    load: () => home.use(loadHome),
    read: () => home.use(readHome),
    write: (change, place, after) => home.use((db) => writeChange(db, change, place, after)),
    keep: (contents, originals) => home.use((db) => keepTexts(db, contents, originals)),
    pending: () => home.use(pendingTexts),
    contents: (hashes) =>
      home.use(async (db) => (await db.contents.bulkGet([...hashes])).filter((found) => found !== undefined)),
    allContents: () => home.use((db) => db.contents.toArray()),
    originals: () => home.use((db) => db.originals.toArray()),
    original: (hash) => home.use((db) => db.originals.get(hash)),
    edits: (change) => home.use((db) => editsOf(db, change)),
    changes: () => home.use(changesOf),
    setCopy: (copy) =>
      home.use(async (db) => {
        await db.facts.put({ name: 'copy', value: copy })
      }),
    discard: (hashes) => home.use((db) => discardTexts(db, hashes)),
    fill: (archive, copy) => home.use((db) => fillHome(db, archive, copy)),
    move: home.move,
    close: home.close,
    delete: () => home.use((db) => db.delete()),
  }
}
