import type { Coder } from '../model/entities.ts'
import type { CoderId, SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { Moment } from '../model/units.ts'

/** How far one coder has come. */
export interface CoderProgress {
  readonly coder: Coder
  /** Sources they are to code, and how many of these they began and said to be done. */
  readonly assigned: number
  readonly begun: number
  readonly done: number
  /** Codings of their own layer, and in how many sources. */
  readonly codings: number
  readonly sources: number
  /** When they last coded or wrote a memo; null before they did. */
  readonly lastAt: Moment | null
  /** The copy they last got: with how many sources, and when the last of these came back. Absent before they got one. */
  readonly out?: HandedOut & { readonly sources: number }
}

/** A copy that somebody got to code in. */
export interface HandedOut {
  readonly at: Moment
  /** When it was merged; null while it is out. */
  readonly backAt: Moment | null
}

/** How one source stands with one coder. */
export interface SourceWork {
  readonly assigned: boolean
  /** They said they are done, in everything the source was assigned to them for. */
  readonly done: boolean
  /** Codings of their own layer. */
  readonly codings: number
  /** The last copy of it that they got. */
  readonly out?: HandedOut
}

/** How far a team has come. */
export interface TeamProgress {
  /** Sorted by name. */
  readonly coders: readonly CoderProgress[]
  /** Sources that nobody is to code. */
  readonly unassigned: number
  readonly sources: number
  work(source: SourceId, coder: CoderId): SourceWork
}

const idle: SourceWork = { assigned: false, done: false, codings: 0 }

/** Reads assignments and own codings: who is to code what, what was begun, what is done. */
export function teamProgress(project: Project): TeamProgress {
  const bySource = new Map<string, Map<string, SourceWork>>()
  const last = new Map<string, number>()
  const note = (coder: string, at: Moment) => last.set(coder, Math.max(last.get(coder) ?? at, at))
  const set = (source: string, coder: string, change: (work: SourceWork) => SourceWork) => {
    const row = bySource.get(source) ?? new Map<string, SourceWork>()
    bySource.set(source, row.set(coder, change(row.get(coder) ?? idle)))
  }
  for (const { source, coder, doneAt, handedOutAt, cameBackAt } of project.tables.assignment.values())
    set(source, coder, (work) => ({
      ...work,
      assigned: true,
      done: doneAt !== undefined && (work.done || !work.assigned),
      ...(handedOutAt === undefined || handedOutAt < (work.out?.at ?? 0)
        ? {}
        : { out: { at: handedOutAt, backAt: cameBackAt ?? null } }),
    }))
  for (const [source, codings] of project.codings) {
    const counts = new Map<string, number>()
    for (const { layer, coder, at } of codings) {
      note(coder, at)
      if (layer === 'own') counts.set(coder, (counts.get(coder) ?? 0) + 1)
    }
    for (const [coder, count] of counts) set(source, coder, (work) => ({ ...work, codings: count }))
  }
  for (const { by, at } of project.tables.memo.values()) note(by, at)
  const rows = [...bySource.values()]
  const coders = [...project.tables.coder.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    coders: coders.map((coder) => progressOf(coder, rows, last.get(coder.id) ?? null)),
    unassigned: [...project.tables.source.keys()].filter(
      (source) => ![...(bySource.get(source)?.values() ?? [])].some(({ assigned }) => assigned),
    ).length,
    sources: project.tables.source.size,
    work: (source, coder) => bySource.get(source)?.get(coder) ?? idle,
  }
}

function progressOf(
  coder: Coder,
  rows: readonly ReadonlyMap<string, SourceWork>[],
  lastAt: Moment | null,
): CoderProgress {
  const own = rows.flatMap((row) => row.get(coder.id) ?? [])
  const assigned = own.filter((work) => work.assigned)
  return {
    coder,
    assigned: assigned.length,
    begun: assigned.filter((work) => !work.done && work.codings > 0).length,
    done: assigned.filter((work) => work.done).length,
    codings: own.reduce((sum, work) => sum + work.codings, 0),
    sources: own.filter((work) => work.codings > 0).length,
    lastAt,
    ...lastOut(own),
  }
}

function lastOut(own: readonly SourceWork[]): Pick<CoderProgress, 'out'> {
  const outs = own.flatMap(({ out }) => out ?? [])
  if (outs.length === 0) return {}
  const at = Math.max(...outs.map((out) => out.at))
  const last = outs.filter((out) => out.at === at)
  const backs = last.flatMap(({ backAt }) => backAt ?? [])
  return {
    out: { at, backAt: backs.length === last.length ? Math.max(...backs) : null, sources: last.length },
  }
}
