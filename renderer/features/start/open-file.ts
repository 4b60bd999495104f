import type { OpenedFile } from '../../../shared/bridge.ts'
import { readProjectFile } from '../../../shared/exchange/project-file.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { desktop } from '../../platform/desktop.ts'
import { surroundings } from '../../platform/making.ts'
import { adoptArchive, forgetProject, isKnown } from '../../project/open-projects.ts'
import { listedProject, noteProject } from '../../project/project-list.ts'

/** What came of opening a file: a project to go to, one that is here already, or trouble in one sentence. */
export type Arrival =
  | { readonly kind: 'open'; readonly id: ProjectId }
  | { readonly kind: 'known'; readonly archive: Archive; readonly file: OpenedFile }
  | { readonly kind: 'trouble'; readonly problem: string }

/** Opens a project file, asking for one unless it was handed over. Null when the person cancels. */
export async function openFile(given?: OpenedFile): Promise<Arrival | null> {
  const file =
    given ?? (await desktop().openFiles({ title: 'Open a project', endings: ['qdpx'], several: false }))[0]
  if (!file) return null
  const read = readProjectFile(file.bytes)
  if (!read.ok) return { kind: 'trouble', problem: `${file.name} could not be opened. ${read.problem}` }
  if (await isKnown(inquiryOf(read.archive.project).id)) return { kind: 'known', archive: read.archive, file }
  return adopt(read.archive, file)
}

/** Replaces the copy on this machine with the one in the file. */
export async function replaceKnown(archive: Archive, file: OpenedFile): Promise<Arrival> {
  await forgetProject(inquiryOf(archive.project).id)
  return adopt(archive, file)
}

/** Keeps both: the file's copy gets a home of its own and a name that tells them apart. */
export async function keepBoth(archive: Archive, file: OpenedFile): Promise<Arrival> {
  const id = surroundings.newId<'project'>()
  await adoptArchive(archive, surroundings, { id, name: `${inquiryOf(archive.project).name} (${file.name})` })
  return { kind: 'open', id }
}

/** Opens the sample that ships with Loam; work done in it earlier is still there. */
export async function openSample(): Promise<Arrival> {
  const response = await fetch('./sample.qdpx')
  if (!response.ok)
    return { kind: 'trouble', problem: 'The sample project is missing from this installation of Loam.' }
  const read = readProjectFile(new Uint8Array(await response.arrayBuffer()))
  if (!read.ok) return { kind: 'trouble', problem: `The sample project could not be opened. ${read.problem}` }
  const id = inquiryOf(read.archive.project).id
  if (!(await listedProject(id))) await adoptArchive(read.archive, surroundings, { sample: true })
  return { kind: 'open', id }
}

async function adopt(archive: Archive, file: OpenedFile): Promise<Arrival> {
  const id = await adoptArchive(archive, surroundings)
  if (file.handle) {
    await noteProject(id, { file: { handle: file.handle, name: file.name }, savedAt: archive.changes.length })
  }
  return { kind: 'open', id }
}
