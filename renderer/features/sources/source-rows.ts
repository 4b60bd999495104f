import { named } from '../../../shared/commands/attributes.ts'
import type { Coder, Source } from '../../../shared/model/entities.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { codingsOf, type Project, sourcesInOrder, turnsOf } from '../../../shared/model/project.ts'

/** One source as the list shows it. */
export interface SourceRow {
  readonly id: SourceId
  readonly source: Source
  /** Pseudonyms, in the order they appear among the source's speakers. */
  readonly participants: readonly string[]
  /** How many participants speak whose label nobody is linked to yet. */
  readonly unlinked: number
  /** Codings of each coder's own layer, most first. */
  readonly coders: readonly { readonly coder: Coder; readonly codings: number }[]
  /** Own codings of all coders; the agreed layer counts the same passages again. */
  readonly codings: number
  readonly agreed: number
  /** Codings whose words a correction took away. */
  readonly unplaced: number
  readonly turns: number
  /** Who is to code it, by initials. */
  readonly assigned: readonly { readonly coder: Coder; readonly isDone: boolean }[]
  /** YYYY-MM-DD, where the source has a date. */
  readonly date: string | null
}

export type SourceColumn =
  | 'order'
  | 'name'
  | 'kind'
  | 'participants'
  | 'words'
  | 'codings'
  | 'assigned'
  | 'status'
  | 'date'

/** Every source as a row, in the order of the project. */
export function sourceRows(project: Project): readonly SourceRow[] {
  const voices = new Map<string, { names: Set<string>; unlinked: number }>()
  for (const speaker of project.tables.speaker.values()) {
    if (speaker.role !== 'participant') continue
    const known = voices.get(speaker.source) ?? { names: new Set<string>(), unlinked: 0 }
    const person = speaker.participant ? project.tables.participant.get(speaker.participant) : undefined
    if (person) known.names.add(person.pseudonym)
    else known.unlinked++
    voices.set(speaker.source, known)
  }
  const date = named(project, 'source', 'Date')?.id
  const assigned = assignedBySource(project)
  return sourcesInOrder(project).map((source) => {
    const whole = (source.participants ?? []).flatMap(
      (id) => project.tables.participant.get(id)?.pseudonym ?? [],
    )
    const voice = voices.get(source.id)
    const day = date ? source.attributes?.[date] : undefined
    return {
      id: source.id,
      source,
      participants: [...new Set([...(voice?.names ?? []), ...whole])],
      unlinked: voice?.unlinked ?? 0,
      ...codingCounts(project, source),
      turns: turnsOf(project, source.id).length,
      assigned: assigned.get(source.id) ?? nobody,
      date: typeof day === 'string' ? day : null,
    }
  })
}

/** Rows that fit what was typed (in name, participants, kind, or status where it is shown), sorted by a column. */
export function shownRows(
  rows: readonly SourceRow[],
  filter: string,
  sort: { readonly by: SourceColumn; readonly down: boolean },
  showsStatus = true,
): readonly SourceRow[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const fitting = rows.filter((row) => words.every((word) => searched(row, showsStatus).includes(word)))
  if (sort.by === 'order') return sort.down ? fitting.toReversed() : fitting
  const sorted = fitting.toSorted((a, b) => compare(a, b, sort.by))
  return sort.down ? sorted.reverse() : sorted
}

function codingCounts(
  project: Project,
  source: Source,
): Pick<SourceRow, 'coders' | 'codings' | 'agreed' | 'unplaced'> {
  const counts = new Map<string, number>()
  let agreed = 0
  let own = 0
  let unplaced = 0
  for (const coding of codingsOf(project, source.id)) {
    if (coding.content !== source.content) unplaced++
    if (coding.layer === 'agreed') agreed++
    else {
      own++
      counts.set(coding.coder, (counts.get(coding.coder) ?? 0) + 1)
    }
  }
  const coders = [...counts].flatMap(([id, codings]) => {
    const coder = project.tables.coder.get(id)
    return coder ? [{ coder, codings }] : []
  })
  return { coders: coders.sort((a, b) => b.codings - a.codings), codings: own, agreed, unplaced }
}

function searched(row: SourceRow, showsStatus: boolean): string {
  const { name, kind, status } = row.source
  return [name, kind, showsStatus ? status : '', row.date ?? '', ...row.participants].join(' ').toLowerCase()
}

const nobody: SourceRow['assigned'] = []

function assignedBySource({ tables }: Project): ReadonlyMap<string, SourceRow['assigned']> {
  const bySource = new Map<string, Map<string, SourceRow['assigned'][number]>>()
  for (const { source, coder: id, doneAt } of tables.assignment.values()) {
    const coder = tables.coder.get(id)
    if (!coder) continue
    const row = bySource.get(source) ?? new Map<string, SourceRow['assigned'][number]>()
    bySource.set(source, row)
    row.set(id, { coder, isDone: doneAt !== undefined && (row.get(id)?.isDone ?? true) })
  }
  return new Map(
    [...bySource].map(([source, row]) => [
      source,
      [...row.values()].sort((a, b) => (a.coder.initials < b.coder.initials ? -1 : 1)),
    ]),
  )
}

function initialsIn({ assigned }: SourceRow): string {
  return assigned.map(({ coder }) => coder.initials).join(' ')
}

const statusOrder = ['not started', 'first pass', 'second pass', 'done']
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function compare(a: SourceRow, b: SourceRow, by: SourceColumn): number {
  switch (by) {
    case 'words':
      return a.source.words - b.source.words
    case 'codings':
      return a.codings - b.codings
    case 'assigned':
      return collator.compare(initialsIn(a), initialsIn(b))
    case 'status':
      return statusOrder.indexOf(a.source.status) - statusOrder.indexOf(b.source.status)
    case 'date':
      return collator.compare(a.date ?? '', b.date ?? '')
    case 'participants':
      return collator.compare(a.participants.join(), b.participants.join())
    case 'kind':
      return collator.compare(a.source.kind, b.source.kind)
    default:
      return collator.compare(a.source.name, b.source.name)
  }
}
