import { basename } from 'node:path'
import { type CopiesToMerge, mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../shared/change/merge/record-merge.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { nodeMaking } from './node-making.ts'
import { openProject } from './open-project.ts'

/** The copies that a merge was asked for, or why one of them cannot be used. */
export type CopiesOpened =
  | { readonly ok: true; readonly copies: Required<CopiesToMerge>; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string }

/** Opens the state two copies began from, and both copies. A copy that another program wrote says only what every tool
    can: what it cannot say counts as unchanged, not as deleted. */
export async function openCopies(
  paths: readonly [base: string, mine: string, theirs: string],
): Promise<CopiesOpened> {
  const archives: Archive[] = []
  const notes: string[] = []
  for (const path of paths) {
    const reading = await openProject(path)
    if (!reading.ok) return reading
    archives.push(reading.archive)
    notes.push(...reading.notes.map((note) => `“${basename(path)}”: ${note}`))
  }
  const [base, mine, theirs] = archives
  if (!base || !mine || !theirs) throw new Error('A copy was not opened')
  const told = toldByAll(base)
  const full = filledUp(theirs, base, told)
  const copies = {
    base,
    mine: filledUp(mine, base, told) ?? mine,
    // Its own log stays, so that the same file is recognised when it is merged again.
    theirs: full ? { ...full, changes: theirs.changes } : theirs,
  }
  return { ok: true, copies, notes: [...new Set(notes)] }
}

/** The base as every tool would tell it, read once and only if asked for. */
function toldByAll(base: Archive): () => Archive {
  let told: Archive | null = null
  return () => {
    if (told) return told
    const reading = readProjectFile(writeProjectFile(base, { at: 0, standardOnly: true }))
    if (!reading.ok) throw new Error(reading.problem)
    told = reading.archive
    return told
  }
}

/** What another program changed in a copy, put onto the base, which knows what no other program can say: the base's
    log goes on with it. Null for a copy that shares its log with the base, or that is of another inquiry. */
function filledUp(copy: Archive, base: Archive, told: () => Archive): Archive | null {
  const known = new Set(base.changes.map((change) => change.id))
  const isForeign = copy.changes.length === 1 && !copy.changes.some((change) => known.has(change.id))
  if (!isForeign || !isSameInquiry(copy, base)) return null
  const copies = { base: told(), mine: base, theirs: copy }
  const making = nodeMaking([...base.project.tables.coder.values()][0]?.id)
  const merged = mergeCopies(copies, { prefer: 'theirs' }, making)
  return {
    ...recordMerge(merged, base, making),
    contents: new Map([...base.contents, ...copy.contents]),
    originals: new Map([...base.originals, ...copy.originals]),
  }
}

function isSameInquiry(copy: Archive, base: Archive): boolean {
  const ids = ({ project }: Archive) => [...project.tables.source.keys(), ...project.tables.code.keys()]
  const known = new Set(ids(base))
  return ids(copy).some((id) => known.has(id))
}
