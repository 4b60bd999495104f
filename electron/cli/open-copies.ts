import { basename } from 'node:path'
import type { CopiesToMerge } from '../../shared/change/merge/merge-copies.ts'
import { filledUp, toldByAll } from '../../shared/exchange/fill-up-copy.ts'
import { whyWithheld } from '../../shared/exchange/why-no-copy.ts'
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
  const known = new Set<string>()
  for (const path of paths) {
    const reading = await openProject(path)
    if (!reading.ok) return reading
    const withheld = archives.length > 0 ? whyWithheld(reading, known) : null
    if (withheld !== null) return { ok: false, problem: `“${basename(path)}”: ${withheld}` }
    for (const hash of reading.archive.contents.keys()) known.add(hash)
    archives.push(reading.archive)
    notes.push(...reading.notes.map((note) => `“${basename(path)}”: ${note}`))
  }
  const [base, mine, theirs] = archives
  if (!base || !mine || !theirs) throw new Error('A copy was not opened')
  const told = readOnce(base)
  const making = () => nodeMaking([...base.project.tables.coder.values()][0]?.id)
  const full = filledUp(theirs, base, making(), told)
  const copies = {
    base,
    mine: filledUp(mine, base, making(), told) ?? mine,
    // Its own log stays, so that the same file is recognised when it is merged again.
    theirs: full ? { ...full, changes: theirs.changes } : theirs,
  }
  return { ok: true, copies, notes: [...new Set(notes)] }
}

/** The base as every tool would tell it, read once and only if asked for. */
function readOnce(base: Archive): () => Archive {
  let told: Archive | null = null
  return () => {
    told ??= toldByAll(base)
    return told
  }
}
