import { applyEdits } from '../change/apply-change.ts'
import type { Change, ChangeHeader, Edit, Fields } from '../change/change.ts'
import type { Code } from '../model/entities.ts'
import { type ChangeId, type CodebookVersionId, type ProjectId, readId } from '../model/ids.ts'
import { emptyProject, inOrder, type Project } from '../model/project.ts'
import type { Moment } from '../model/units.ts'
import { fields, list } from './read-structure.ts'

/** Which state of which project a codebook's file was written from, so that what comes back can be told apart from
    what was changed here meanwhile. */
export interface CodebookState {
  readonly project: ProjectId
  readonly at: Moment
  /** What the state knows of every copy: the copy's last change, and what its merges brought in. */
  readonly knows: readonly ChangeId[]
  /** The ends of the identities of its latest changes, one behind the other: a copy that was merged before it went on is
      recognised by them. */
  readonly log?: string
  /** The kept version that was written, instead of the codebook as it stood. */
  readonly version?: CodebookVersionId
}

/** What has to be known of a change to tell who knew it. */
export type KnownChange = Pick<Change, 'id' | 'parents' | 'cause' | 'edits'>

/** The state that a log leads to. */
export function codebookState(
  project: ProjectId,
  log: readonly ChangeHeader[],
  at: Moment,
  version?: CodebookVersionId,
): CodebookState {
  const undone = undoneIn(log)
  const own = new Set<string>(log.map(({ id }) => id))
  const last = new Map(log.map(({ copy, id }) => [copy, id]))
  const merged = log.flatMap(({ id, parents }) =>
    undone.has(id) ? [] : parents.filter((parent) => !own.has(parent)),
  )
  const knows = [...new Set([...last.values(), ...merged])]
  const marks = log.slice(-mostMarks).map(({ id }) => markOf(id))
  return { project, at, knows, log: marks.join(''), ...(version ? { version } : {}) }
}

function undoneIn(log: readonly Pick<ChangeHeader, 'cause'>[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { cause } of log) {
    if (cause.kind === 'undo') undone.add(cause.of)
    else if (cause.kind === 'redo') undone.delete(cause.of)
  }
  return undone
}

/** Enough to tell changes apart, and little enough that thousands fit into a workbook's cell. */
const markSize = 7
const mostMarks = 3000

function markOf(id: string): string {
  return id.slice(-markSize)
}

/** A state as a file holds it; undefined where that is none. */
export function readCodebookState(value: unknown): CodebookState | undefined {
  const { project, at, knows, log, version } = fields(value)
  const of = typeof project === 'string' ? readId<'project'>(project) : null
  if (!of || typeof at !== 'number' || !Number.isFinite(at)) return undefined
  const kept = typeof version === 'string' ? readId<'codebookVersion'>(version) : null
  const changes = list(knows).flatMap((each) => {
    const id = typeof each === 'string' ? readId<'change'>(each) : null
    return id ? [id] : []
  })
  const marks = typeof log === 'string' ? { log } : {}
  return { project: of, at, knows: changes, ...marks, ...(kept ? { version: kept } : {}) }
}

/** The codebook that a state and a log both know: what the log led to as far as the state knows it, with what later
    merges brought in of the very copy that the state is of. Null where they share nothing. */
export function sharedCodebook(
  state: CodebookState,
  changes: readonly KnownChange[],
): readonly Code[] | null {
  const known = knownOf(state, changes)
  const codes = known > 0 ? codebookAfter(changes.slice(0, known)) : null
  if (!codes) return null
  const brought = mergesOf(state, changes, known).flatMap(({ edits }) => edits)
  const code = new Map<string, Code>(codes.map((each) => [each.id, each]))
  const start = { ...emptyProject, tables: { ...emptyProject.tables, code } }
  return inOrder(brought.reduce(withEdit, start).tables.code)
}

/** Merges behind what a state knows that brought in an earlier state of the same copy. */
function mergesOf(
  { log = '' }: CodebookState,
  changes: readonly KnownChange[],
  from: number,
): readonly KnownChange[] {
  const marks = new Set<string>()
  for (let at = 0; at < log.length; at += markSize) marks.add(log.slice(at, at + markSize))
  const own = new Set<string>(changes.map(({ id }) => id))
  const undone = undoneIn(changes)
  return changes
    .slice(from)
    .filter(
      ({ id, parents }) =>
        !undone.has(id) && parents.some((parent) => !own.has(parent) && marks.has(markOf(parent))),
    )
}

/** A codebook with one edit made on another state of it: what it changes is changed here, if it is here at all. */
function withEdit(project: Project, edit: Edit): Project {
  const { kind, id, before, after } = edit
  if (kind !== 'code') return project
  const code = project.tables.code.get(id)
  if (!code && before !== null) return project
  const now: Fields = { ...code, id: null }
  const was = code && Object.fromEntries(Object.keys(after ?? now).map((name) => [name, now[name] ?? null]))
  const applied = applyEdits(project, [{ ...edit, before: was ?? null }])
  return applied.ok ? applied.project : project
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
