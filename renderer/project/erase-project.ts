import type { Desktop, Refused } from '../../shared/bridge.ts'
import type { ErasureAccount } from '../../shared/change/erase/erasure-account.ts'
import type { ErasureWish } from '../../shared/change/erase/erasure-wish.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { sha256, surroundings } from '../platform/making.ts'
import { askErase } from '../workers/erase-client.ts'
import type { EraseRequest } from '../workers/erase-messages.ts'
import { fileOf } from './file-of.ts'
import { dropKeys, holdKeys, keysOf } from './keyring.ts'
import type { OpenProject } from './open-project.ts'
import { openProject, untilFree } from './open-projects.ts'
import { listedProject, noteProject } from './project-list.ts'
import { renewBackups } from './renew-backups.ts'

/** What was done, and what is left for the person to do. */
export interface ErasedProject {
  readonly ok: true
  /** Absent where it was taken over from another copy. */
  readonly account: ErasureAccount | null
  /** The project's own file that was written anew. */
  readonly file: string | null
  readonly backupsDeleted: number
  /** Sentences about what still has the words: a file that could not be written, backups that could not be deleted. */
  readonly left: readonly string[]
}

/** What is erased: a wish, or what another copy erased, from its file's bytes. */
export type ToErase = { readonly wish: ErasureWish } | { readonly copy: Uint8Array }

/** Erases for good. The project is closed (`leave` sees to that), its home is written anew, then its own file and its
    backups, and what this window kept beside. Opening it again is left to the caller. */
export async function eraseProject(
  open: OpenProject,
  what: ToErase,
  { desk, leave }: { readonly desk: Desktop; readonly leave: () => void },
): Promise<ErasedProject | Refused> {
  await open.settled()
  const { id } = open
  const keys = keysOf(id)
  const home = { project: id, length: open.log.length, keys }
  const before = inquiryOf(open.project).name
  const by = open.coder
  leave()
  if (!(await untilFree(id)))
    return { ok: false, problem: 'The project is still open in a window, so nothing was erased.' }
  const request: EraseRequest =
    'wish' in what
      ? { ...home, kind: 'erase', wish: what.wish, by }
      : { ...home, kind: 'take over', bytes: what.copy, by }
  // Closing dropped them, and what is noted of a locked project is sealed.
  holdKeys(id, keys)
  await noteProject(id, { erasing: open.project.tables.erasure.size })
  const answer = await askErase(request).answer
  if (answer?.kind === 'problem') {
    await noteProject(id, { erasing: undefined })
    return { ok: false, problem: answer.problem }
  }
  // One that broke off is looked at again when the project is opened: it may have come to its end all the same.
  if (answer?.kind !== 'erased') return { ok: false, problem: NOT_ERASED }
  forgetBeside(id, answer.recordings)
  const opened = await openProject(id, surroundings)
  if (!opened.ok)
    return { ok: true, account: answer.account, file: null, backupsDeleted: 0, left: [NOT_RENEWED] }
  try {
    await renameInList(opened.open, before)
    return { ok: true, account: answer.account, ...(await renewed(opened.open, desk)) }
  } finally {
    await opened.open.close()
    // Whoever opens it now need not be asked for the passphrase again.
    if (!keys) dropKeys(id)
    await opened.release()
  }
}

/** Writes file and backups anew where an erasure was broken off before that; gives sentences about what is left. */
export async function finishErasing(open: OpenProject, desk: Desktop): Promise<readonly string[]> {
  const before = (await listedProject(open.id))?.erasing
  if (before === undefined) return []
  if (open.project.tables.erasure.size > before) return (await renewed(open, desk)).left
  await noteProject(open.id, { erasing: undefined })
  return []
}

const NOT_ERASED = 'Erasing broke off: the disk may be full. Everything is as it was.'
const NOT_RENEWED =
  'The project’s file and its backups could not be written anew: they still have everything.'

/** Drafts of findings, and where recordings are, stand beside the database. Those of other projects stay. */
function forgetBeside(id: ProjectId, recordings: readonly string[]): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(`loam-draft/${id}/`)) localStorage.removeItem(key)
  for (const mark of recordings)
    for (const key of [`loam-recording-${mark}`, `loam-heard-${mark}`]) localStorage.removeItem(key)
}

/** The list of projects says what the project said. */
async function renameInList(open: OpenProject, before: string): Promise<void> {
  const { name } = inquiryOf(open.project)
  const listed = await listedProject(open.id)
  if (listed && before !== name) await noteProject(open.id, { name: listed.name.replaceAll(before, name) })
}

async function renewed(
  open: OpenProject,
  desk: Desktop,
): Promise<Pick<ErasedProject, 'file' | 'backupsDeleted' | 'left'>> {
  const file = await renewFile(open, desk)
  const backups = await renewBackups(open, desk)
  await noteProject(open.id, { erasing: undefined })
  const readable = (await listedProject(open.id))?.readableFile
  const left = [
    ...(file.problem === undefined ? [] : [file.problem]),
    ...(readable
      ? [`${readable.name}, its file before it was locked, still has everything: delete it.`]
      : []),
    ...(backups.ok ? [] : [`The older backups stay as they are: ${backups.problem}`]),
    ...(backups.ok && backups.left.length > 0
      ? [`These backups could not be deleted, so delete them yourself: ${backups.left.join(', ')}`]
      : []),
  ]
  return { file: file.name, backupsDeleted: backups.ok ? backups.deleted : 0, left }
}

/** Writes the project's own file at once. One that a colleague changed is left alone: it may hold their work. */
async function renewFile(
  open: OpenProject,
  desk: Pick<Desktop, 'readAgain' | 'saveAgain'>,
): Promise<{ readonly name: string | null; readonly problem?: string }> {
  const file = (await listedProject(open.id))?.file
  if (!file) return { name: null }
  const still = `${file.name} still has everything`
  try {
    const there = await desk.readAgain(file.handle)
    if (there?.problem === undefined && there && (await sha256(new Uint8Array(there.bytes))) !== file.bytes)
      return { name: null, problem: `${still}: somebody else changed it since. Merge it, then delete it.` }
    const { bytes, hash, savedAt } = await fileOf(open)
    const written = await desk.saveAgain(file.handle, bytes)
    if (!written.ok) return { name: null, problem: `${still}: ${written.problem}` }
    await noteProject(open.id, { file: { ...file, bytes: hash }, savedAt })
    return { name: file.name }
  } catch {
    return { name: null, problem: `${still}: it could not be written.` }
  }
}
