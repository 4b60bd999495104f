import type { Project } from '../../shared/model/project.ts'

/** A project as plain values, so that two can be compared without regard to the order of tables. */
export function plainProject(project: Project): unknown {
  const sorted = <V>(map: ReadonlyMap<string, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    tables: Object.fromEntries(
      Object.entries(project.tables).map(([kind, table]) => [kind, sorted(new Map(table))]),
    ),
    turns: sorted(new Map(project.turns)),
    codings: sorted(new Map(project.codings)),
  }
}
