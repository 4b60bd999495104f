import type { OpenedFile } from '../../../shared/bridge.ts'
import type { Inquiry } from '../../../shared/model/entities.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { emptyProject, inquiryOf, type Project } from '../../../shared/model/project.ts'
import { desktop } from '../../platform/desktop.ts'
import { surroundings } from '../../platform/making.ts'
import { noteProject } from '../../project/project-list.ts'
import { adoptInWorker } from '../../workers/project-file-client.ts'
import type { Adoption, AdoptWish } from '../../workers/project-file-messages.ts'

/** What came of opening a file: a project to go to, one that is here already, or trouble in one sentence. */
export type Arrival =
  | { readonly kind: 'open'; readonly id: ProjectId; readonly notes: readonly string[] }
  | { readonly kind: 'known'; readonly file: OpenedFile; readonly reading: Reading }
  | { readonly kind: 'trouble'; readonly problem: string }

/** What the window knows of a file's project before it is decided what becomes of it: its inquiry alone. */
interface Reading {
  readonly archive: { readonly project: Project }
}

/** Opens a project file, asking for one unless it was handed over. Null when the person cancels. */
export async function openFile(given?: OpenedFile): Promise<Arrival | null> {
  const file =
    given ?? (await desktop().openFiles({ title: 'Open a project', endings: ['qdpx'], several: false }))[0]
  if (!file) return null
  if (file.problem !== undefined) return { kind: 'trouble', problem: file.problem }
  const adoption = await adoptInWorker(file.bytes, { unlessKnown: true })
  if (adoption.kind === 'known') return { kind: 'known', reading: inquiryAlone(adoption.inquiry), file }
  return settled(adoption, file)
}

/** Puts the copy in the file in the place of the one on this machine. */
export async function replaceKnown(_: Reading, file: OpenedFile): Promise<Arrival> {
  return settled(await adoptInWorker(file.bytes), file)
}

/** Keeps both: the file's copy gets a home of its own and a name that tells them apart. */
export async function keepBoth({ archive }: Reading, file: OpenedFile): Promise<Arrival> {
  const wish: AdoptWish = {
    id: surroundings.newId<'project'>(),
    name: `${inquiryOf(archive.project).name} (${file.name})`,
  }
  return arrived(await adoptInWorker(file.bytes, wish), file.name)
}

/** Opens the sample that ships with Loam; work done in it earlier is still there. */
export async function openSample(): Promise<Arrival> {
  const response = await fetch('./sample.qdpx')
  if (!response.ok)
    return { kind: 'trouble', problem: 'The sample project is missing from this installation of Loam.' }
  const bytes = new Uint8Array(await response.arrayBuffer())
  return arrived(await adoptInWorker(bytes, { unlessKnown: true, sample: true }), 'The sample project')
}

/** The file stays the project's own where Loam can write it again. */
async function settled(adoption: Adoption, file: OpenedFile): Promise<Arrival> {
  // What could not be taken over is only in the file, so Loam does not write over it by itself.
  if (adoption.kind === 'adopted' && adoption.id && file.handle && adoption.notes.length === 0) {
    const { id, hash, length } = adoption
    await noteProject(id, { file: { handle: file.handle, name: file.name, bytes: hash }, savedAt: length })
  }
  return arrived(adoption, file.name)
}

function inquiryAlone(inquiry: Inquiry): Reading {
  const tables = { ...emptyProject.tables, inquiry: new Map([[inquiry.id, inquiry]]) }
  return { archive: { project: { ...emptyProject, tables } } }
}

function arrived(adoption: Adoption, file: string): Arrival {
  switch (adoption.kind) {
    case 'known':
      return { kind: 'open', id: adoption.inquiry.id, notes: [] }
    case 'unreadable':
      return { kind: 'trouble', problem: `${file} could not be opened. ${adoption.problem}` }
    case 'adopted':
      if (adoption.id) return { kind: 'open', id: adoption.id, notes: adoption.notes }
      return { kind: 'trouble', problem: 'This project is open in another window. Close it there first.' }
  }
}
