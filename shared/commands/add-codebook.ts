import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { Code } from '../model/entities.ts'
import type { Project } from '../model/project.ts'
import { counted } from '../text/counted.ts'

/** Adds a codebook read from a file as one change. Codes keep the identities they came with: those already there, and
    changed by nobody or by the team, are left as they are. `already` counts them. */
export function addCodebook(
  project: Project,
  codes: readonly Code[],
  from: string,
): { readonly gesture: Gesture; readonly already: number } {
  const fresh = codes.filter((code) => !project.tables.code.has(code.id))
  const last = [...project.tables.code.values()].reduce(
    (reach, code) => (code.order > reach ? code.order : reach),
    '',
  )
  const known = new Set<string>(codes.map((code) => code.id))
  const edits = fresh.map((code) => {
    const { parent, ...rest } = code
    const hangs = parent !== undefined && !known.has(parent) && !project.tables.code.has(parent)
    // At the top they stand behind what is there.
    const order = parent === undefined || hangs ? `${last}${code.order}` : code.order
    return create('code', { ...rest, ...(parent && !hangs ? { parent } : {}), order })
  })
  const label = `Add ${counted(fresh.length, 'code')} of ${from}`
  return { gesture: { label, edits }, already: codes.length - fresh.length }
}
