import { mergeCopies } from '../change/merge/merge-copies.ts'
import { recordMerge } from '../change/merge/record-merge.ts'
import type { Making } from '../commands/making.ts'
import type { Archive } from '../model/archive.ts'
import type { CopyId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { readProjectFile, writeProjectFile } from './project-file.ts'

/** What another program changed in a copy, put onto the base, which knows what no other program can say: so what it
    cannot say counts as unchanged, not as deleted. The base's log goes on with it. Null for a copy that shares its log
    with the base, or that is of another inquiry. */
export function filledUp(
  copy: Archive,
  base: Archive,
  making: Making & { readonly copy: CopyId },
  told: () => Archive = () => toldByAll(base),
): Archive | null {
  const known = new Set(base.changes.map((change) => change.id))
  // A packet or shared copy that nobody worked in has one change too, which names what it was made from.
  const [first, ...more] = copy.changes
  const isForeign = first?.parents.length === 0 && more.length === 0 && !known.has(first.id)
  if (!isForeign || !isOfSameInquiry(copy.project, base.project)) return null
  const merged = mergeCopies({ base: told(), mine: base, theirs: copy }, { prefer: 'theirs' }, making)
  return {
    ...recordMerge(merged, base, making),
    contents: new Map([...base.contents, ...copy.contents]),
    originals: new Map([...base.originals, ...copy.originals]),
  }
}

/** The project as every tool would tell it. */
export function toldByAll(archive: Archive): Archive {
  const reading = readProjectFile(writeProjectFile(archive, { at: 0, standardOnly: true }))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

/** Whether two projects know the same sources or codes. */
function isOfSameInquiry(copy: Project, base: Project): boolean {
  const ids = ({ tables }: Project) => [...tables.source.keys(), ...tables.code.keys()]
  const known = new Set(ids(base))
  return ids(copy).some((id) => known.has(id))
}
