import { applyEdits } from '../change/apply-change.ts'
import type { Change, ChangeHeader } from '../change/change.ts'
import type { Code } from '../model/entities.ts'
import { type ChangeId, type CodebookVersionId, type ProjectId, readId } from '../model/ids.ts'
import { emptyProject, inOrder } from '../model/project.ts'
import type { Moment } from '../model/units.ts'
import { fields, list } from './read-structure.ts'

/** Which state of which project a codebook's file was written from, so that what comes back can be told apart from
    what was changed here meanwhile. */
export interface CodebookState {
  readonly project: ProjectId
  readonly at: Moment
  /** What the state knows of every copy: the copy's last change, and what its merges brought in. */
  readonly knows: readonly ChangeId[]
  /** The kept version that was written, instead of the codebook as it stood. */
  readonly version?: CodebookVersionId
}

/** The state that a log leads to. */
export function codebookState(
  project: ProjectId,
  log: readonly ChangeHeader[],
  at: Moment,
  version?: CodebookVersionId,
): CodebookState {
  const undone = new Set(log.flatMap(({ cause }) => (cause.kind === 'undo' ? [cause.of] : [])))
  for (const { cause } of log) if (cause.kind === 'redo') undone.delete(cause.of)
  const own = new Set<string>(log.map(({ id }) => id))
  const last = new Map(log.map(({ copy, id }) => [copy, id]))
  const merged = log.flatMap(({ id, parents }) =>
    undone.has(id) ? [] : parents.filter((parent) => !own.has(parent)),
  )
  const knows = [...new Set([...last.values(), ...merged])]
  return { project, at, knows, ...(version ? { version } : {}) }
}

/** A state as a file holds it; undefined where that is none. */
export function readCodebookState(value: unknown): CodebookState | undefined {
  const { project, at, knows, version } = fields(value)
  const of = typeof project === 'string' ? readId<'project'>(project) : null
  if (!of || typeof at !== 'number' || !Number.isFinite(at)) return undefined
  const kept = typeof version === 'string' ? readId<'codebookVersion'>(version) : null
  const changes = list(knows).flatMap((each) => {
    const id = typeof each === 'string' ? readId<'change'>(each) : null
    return id ? [id] : []
  })
  return { project: of, at, knows: changes, ...(kept ? { version: kept } : {}) }
}

/** How many changes of a log a state knows, from the first; 0 where it knows none of them. */
export function knownOf({ knows }: CodebookState, log: readonly Pick<ChangeHeader, 'id'>[]): number {
  const known = new Set<string>(knows)
  return log.findLastIndex(({ id }) => known.has(id)) + 1
}

/** The codebook that changes lead to, read from their edits of codes alone; null where these contradict each other. */
export function codebookAfter(changes: readonly Pick<Change, 'edits'>[]): readonly Code[] | null {
  let project = emptyProject
  for (const { edits } of changes) {
    const ofCodes = edits.filter(({ kind }) => kind === 'code')
    if (ofCodes.length === 0) continue
    const applied = applyEdits(project, ofCodes)
    if (!applied.ok) return null
    project = applied.project
  }
  return inOrder(project.tables.code)
}

/** Every state each code has ever been in, oldest first. */
export type CodeHistory = ReadonlyMap<string, readonly Code[]>

/** What a log tells of codes, those that are gone among them. */
export function codeHistory(changes: readonly Pick<Change, 'edits'>[]): CodeHistory {
  const states = new Map<string, Code[]>()
  let project = emptyProject
  for (const { edits } of changes) {
    const ofCodes = edits.filter(({ kind }) => kind === 'code')
    const applied = ofCodes.length > 0 ? applyEdits(project, ofCodes) : null
    if (!applied?.ok) continue
    project = applied.project
    for (const { id } of ofCodes) {
      const code = project.tables.code.get(id)
      if (code) states.set(id, [...(states.get(id) ?? []), code])
    }
  }
  return states
}
