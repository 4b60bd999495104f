import type { ChangeHeader } from '../../../shared/change/change.ts'
import type { CoderId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'

/** One change as the history lists it. */
export interface LogRow {
  readonly id: string
  readonly header: ChangeHeader
  readonly who: string
  /** "Undo of “…”", "Import", or empty for what somebody simply did. */
  readonly cause: string
}

/** What is looked for in the history: words of the label, and one person. */
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
  const labels = new Map(log.map((header) => [header.id, header.label]))
  const wanted = text.trim().toLowerCase()
  return log
    .filter((header) => (by === null || header.by === by) && header.label.toLowerCase().includes(wanted))
    .map((header) => ({
      id: header.id,
      header,
      who: project.tables.coder.get(header.by)?.name ?? 'Somebody no longer here',
      cause: causeInWords(header, labels),
    }))
    .reverse()
}

function causeInWords({ cause }: ChangeHeader, labels: ReadonlyMap<string, string>): string {
  switch (cause.kind) {
    case 'command':
      return ''
    case 'import':
      return 'Import'
    case 'merge':
      return 'Merge'
    case 'undo':
      return `Undo of “${labels.get(cause.of) ?? 'an earlier change'}”`
    case 'redo':
      return `Redo of “${labels.get(cause.of) ?? 'an earlier change'}”`
  }
}
