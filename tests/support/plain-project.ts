import type { Project } from '../../shared/model/project.ts'

/** A project as plain values, so that two can be compared without regard to the order of tables. */
export function plainProject(project: Project): unknown {
  return {
    tables: Object.fromEntries(Object.entries(project.tables).map(([kind, table]) => [kind, sorted(table)])),
    turns: sorted(project.turns),
    codings: sorted(project.codings),
  }
}

function sorted(map: ReadonlyMap<string, unknown>): [string, unknown][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
