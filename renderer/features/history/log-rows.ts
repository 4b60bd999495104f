import type { ChangeHeader } from '../../../shared/change/change.ts'
import type { CoderId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'

/** One change as the history lists it. */
export interface LogRow {
  readonly id: string
  readonly header: ChangeHeader
  /** What was done; "Undo: …" or "Redo: …" where it took something back or did it again. */
  readonly title: string
  readonly who: string
  /** "Import", "Merge", or empty for what somebody simply did. */
  readonly cause: string
}

/** What is looked for in the history: words of the title, and one person. */
export interface LogFilter {
  readonly text: string
  readonly by: CoderId | null
}

/** The log, latest first, that fits the filter. Case does not matter. */
export function logRows(
  log: readonly ChangeHeader[],
  project: Project,
  { text, by }: LogFilter,
): readonly LogRow[] {
  const wanted = text.trim().toLowerCase()
  return log
    .filter((header) => (by === null || header.by === by) && titleOf(header).toLowerCase().includes(wanted))
    .map((header) => ({
      id: header.id,
      header,
      title: titleOf(header),
      who: project.tables.coder.get(header.by)?.name ?? 'Somebody no longer here',
      cause: causeInWords(header),
    }))
    .reverse()
}

function titleOf({ cause, label }: ChangeHeader): string {
  if (cause.kind === 'undo') return `Undo: ${label}`
  return cause.kind === 'redo' ? `Redo: ${label}` : label
}

function causeInWords({ cause }: ChangeHeader): string {
  if (cause.kind === 'import') return 'Import'
  if (cause.kind === 'erase') return 'Erasure'
  return cause.kind === 'merge' ? 'Merge' : ''
}
