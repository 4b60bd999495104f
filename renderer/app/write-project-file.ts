import type { Desktop, Outcome } from '../../shared/bridge.ts'
import { sha256 } from '../platform/making.ts'
import { fileOf } from '../project/file-of.ts'
import type { ChosenFile, ListedProject } from '../project/listed-project.ts'
import type { OpenProject } from '../project/open-project.ts'
import { listedProject, noteProject } from '../project/project-list.ts'

type FilePlaces = Pick<Desktop, 'readAgain' | 'saveAgain'>

/** True when the file lacks changes that the project has. */
export function isBehind(project: ListedProject, open: Pick<OpenProject, 'log'>): boolean {
  return (project.savedAt ?? 0) < open.log.length
}

/** Writes the project's file at the place chosen for it, one writing after the other. Nothing is written when no place
    was chosen or the file has every change, unless it is asked for in any case. */
export function bringFileUpToDate(
  open: OpenProject,
  desktop: FilePlaces,
  { inAnyCase = false }: { readonly inAnyCase?: boolean } = {},
): Promise<Outcome> {
  const outcome = earlier.then(() => write(open, desktop, inAnyCase))
  earlier = outcome
  return outcome
}

let earlier: Promise<unknown> = Promise.resolve()

async function write(open: OpenProject, desktop: FilePlaces, inAnyCase: boolean): Promise<Outcome> {
  try {
    const project = await listedProject(open.id)
    const file = project?.file
    if (!file || !(inAnyCase || isBehind(project, open))) return { ok: true }
    if (await isSomebodyElses(file, desktop)) return { ok: false, problem: changedMeanwhile(file.name) }
    const { bytes, hash, savedAt } = await fileOf(open)
    const written = await desktop.saveAgain(file.handle, bytes)
    // Locking, or another choice of place, may have come in between: then this is not its file any more.
    if (written.ok && (await listedProject(open.id))?.file?.handle === file.handle)
      await noteProject(open.id, { file: { ...file, bytes: hash }, savedAt })
    return written
  } catch {
    return {
      ok: false,
      problem: 'The project’s file could not be written. Your work is safe on this machine.',
    }
  }
}

/** In a folder that several people share, a colleague may have written there since. */
async function isSomebodyElses(file: ChosenFile, desktop: FilePlaces): Promise<boolean> {
  const there = await desktop.readAgain(file.handle)
  return there !== null && there.problem === undefined && (await hashOf(there.bytes)) !== file.bytes
}

function changedMeanwhile(name: string): string {
  return `${name} was changed by somebody else since Loam wrote it, so it was left alone. Save to another place, or open it to see what is in it. Your work is safe on this machine.`
}

function hashOf(bytes: Uint8Array): Promise<string> {
  return sha256(new Uint8Array(bytes))
}
