import {
  type Cause,
  type Change,
  type ChangeHeader,
  changeFormat,
  type Edit,
} from '../../shared/change/change.ts'
import { afterChange, type UndoStack, undoStack } from '../../shared/change/undo-stack.ts'
import type { Making } from '../../shared/commands/making.ts'
import type { ChangeId, CopyId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'

/** An open project between two changes: its value, and the log that led to it. */
export interface Moment {
  readonly project: Project
  readonly log: readonly ChangeHeader[]
  readonly undo: UndoStack
  /** The last number this copy gave a change. */
  readonly seq: number
}

/** How a gesture enters the log: what brought it about, and heads of other copies that it is made on too. */
export interface Entry {
  readonly cause: Cause
  readonly parents?: readonly ChangeId[]
}

/** The moment at which a project is opened, by its log. */
export function momentOf(project: Project, log: readonly ChangeHeader[], copy: CopyId): Moment {
  const seq = log.reduce((last, each) => (each.copy === copy ? Math.max(last, each.seq) : last), 0)
  return { project, log, undo: undoStack(log), seq }
}

/** The moment after a change that led to `project`. */
export function momentAfter({ log, undo }: Moment, change: Change, project: Project): Moment {
  const { edits: _, ...header } = change
  return { project, log: [...log, header], undo: afterChange(undo, header), seq: header.seq }
}

/** A change made at a moment: on its head, which is named last because what goes on from a log is checked by its last
    parent, and on those heads of other copies that the log does not know yet. */
export function changeAt(
  { log, seq }: Moment,
  { label, edits, cause, parents = [] }: Entry & { readonly label: string; readonly edits: readonly Edit[] },
  { newId, at, by, copy }: Making & { readonly copy: CopyId },
): Change {
  const last = log.at(-1)
  const others = parents.length > 0 ? unknownTo(log, parents) : []
  return {
    id: newId<'change'>(),
    copy,
    seq: seq + 1,
    parents: last ? [...others, last.id] : [],
    at,
    by,
    label,
    cause,
    format: changeFormat,
    edits,
  }
}

/** Whether a change is recorded even if it edits nothing: one that takes another back, which else would be the next to
    undo for ever, and a merge, so that the next one compares from there. */
export function standsEmpty({ cause, parents = [] }: Entry): boolean {
  return 'of' in cause || parents.length > 0
}

function unknownTo(log: readonly ChangeHeader[], heads: readonly ChangeId[]): readonly ChangeId[] {
  const known = new Set(log.map(({ id }) => id))
  return heads.filter((id) => !known.has(id))
}
