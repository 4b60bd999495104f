import type { OpenedFile } from '../../../shared/bridge.ts'
import { type ProjectReading, readProjectFile } from '../../../shared/exchange/project-file.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { desktop } from '../../platform/desktop.ts'
import { sha256, surroundings } from '../../platform/making.ts'
import { adoptArchive, isKnown } from '../../project/open-projects.ts'
import { noteProject } from '../../project/project-list.ts'

/** What came of opening a file: a project to go to, one that is here already, or trouble in one sentence. */
export type Arrival =
  | { readonly kind: 'open'; readonly id: ProjectId; readonly notes: readonly string[] }
  | { readonly kind: 'known'; readonly file: OpenedFile; readonly reading: Reading }
  | { readonly kind: 'trouble'; readonly problem: string }

type Reading = Extract<ProjectReading, { ok: true }>

/** Opens a project file, asking for one unless it was handed over. Null when the person cancels. */
export async function openFile(given?: OpenedFile): Promise<Arrival | null> {
  const file =
    given ?? (await desktop().openFiles({ title: 'Open a project', endings: ['qdpx'], several: false }))[0]
  if (!file) return null
  if (file.problem !== undefined) return { kind: 'trouble', problem: file.problem }
  const reading = readProjectFile(file.bytes)
  if (!reading.ok) return { kind: 'trouble', problem: `${file.name} could not be opened. ${reading.problem}` }
  if (await isKnown(inquiryOf(reading.archive.project).id)) return { kind: 'known', reading, file }
  return adopt(reading, file)
}

/** Puts the copy in the file in the place of the one on this machine. */
export function replaceKnown(reading: Reading, file: OpenedFile): Promise<Arrival> {
  return adopt(reading, file)
}

/** Keeps both: the file's copy gets a home of its own and a name that tells them apart. */
export async function keepBoth({ archive, notes }: Reading, file: OpenedFile): Promise<Arrival> {
  const name = `${inquiryOf(archive.project).name} (${file.name})`
  return arrived(
    await adoptArchive(archive, surroundings, { id: surroundings.newId<'project'>(), name }),
    notes,
  )
}

/** Opens the sample that ships with Loam; work done in it earlier is still there. */
export async function openSample(): Promise<Arrival> {
  const response = await fetch('./sample.qdpx')
  if (!response.ok)
    return { kind: 'trouble', problem: 'The sample project is missing from this installation of Loam.' }
  const read = readProjectFile(new Uint8Array(await response.arrayBuffer()))
  if (!read.ok) return { kind: 'trouble', problem: `The sample project could not be opened. ${read.problem}` }
  const id = inquiryOf(read.archive.project).id
  if (await isKnown(id)) return { kind: 'open', id, notes: [] }
  return arrived(await adoptArchive(read.archive, surroundings, { sample: true }), read.notes)
}

async function adopt({ archive, notes }: Reading, file: OpenedFile): Promise<Arrival> {
  const id = await adoptArchive(archive, surroundings)
  // What could not be taken over is only in the file, so Loam does not write over it by itself.
  if (id && file.handle && notes.length === 0) {
    const bytes = await sha256(new Uint8Array(file.bytes))
    await noteProject(id, {
      file: { handle: file.handle, name: file.name, bytes },
      savedAt: archive.changes.length,
    })
  }
  return arrived(id, notes)
}

function arrived(id: ProjectId | null, notes: readonly string[]): Arrival {
  if (id) return { kind: 'open', id, notes }
  return { kind: 'trouble', problem: 'This project is open in another window. Close it there first.' }
}
