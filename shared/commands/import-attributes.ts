import type { Edit, Gesture } from '../change/change.ts'
import { create, isIdle, update } from '../change/edit.ts'
import type { AttributeTable } from '../importers/read-attributes.ts'
import type { Attribute, AttributeKind, AttributeValues, Participant } from '../model/entities.ts'
import type { AttributeId, ParticipantId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { inOrder, type Project } from '../model/project.ts'
import { counted } from '../text/counted.ts'
import { attributesOf, named, newAttribute } from './attributes.ts'
import { readValue } from './attributes-written.ts'
import type { Making } from './making.ts'

/** Where one column of a table goes: nowhere, into an attribute that is there, or into a new one. */
export type ColumnGoal =
  | { readonly kind: 'leave out' }
  | { readonly kind: 'known'; readonly attribute: AttributeId }
  | { readonly kind: 'new'; readonly name: string; readonly as: AttributeKind }

/** What was decided about a table before it comes in. */
export interface AttributeMapping {
  /** The column that holds pseudonyms. */
  readonly key: number
  /** One goal for each column; the key column's is not read. */
  readonly columns: readonly ColumnGoal[]
  /** Whether pseudonyms nobody has become new participants. */
  readonly addUnmatched: boolean
}

/** How a table's rows meet the participants. */
export interface MatchedRows {
  readonly matched: readonly { readonly row: number; readonly participant: ParticipantId }[]
  /** Pseudonyms in the table that nobody has, each with its row (from 0, headings left out). */
  readonly unmatched: readonly { readonly row: number; readonly pseudonym: string }[]
  /** Rows without a pseudonym, or with one that stood in the table before. */
  readonly unusable: readonly { readonly row: number; readonly why: 'no pseudonym' | 'stands twice' }[]
}

/** A first mapping: the key is the column with most pseudonyms of the project, columns of the same name go into
    known attributes, others become new ones of the kind their values look like. */
export function suggestMapping(project: Project, table: AttributeTable): AttributeMapping {
  const hits = table.columns.map((column, at) => ({
    at,
    known: matchRows(project, table, at).matched.length,
    likely: /pseudonym|participant|^name$|^id$|code/i.test(column.name) ? 1 : 0,
    unique: column.isUnique ? 1 : 0,
  }))
  const [best] = hits.sort(
    (a, b) => b.known - a.known || b.likely - a.likely || b.unique - a.unique || a.at - b.at,
  )
  const columns = table.columns.map(({ name, kind, filled }): ColumnGoal => {
    const known = named(project, 'participant', name)
    if (known) return { kind: 'known', attribute: known.id }
    return filled === 0 ? { kind: 'leave out' } : { kind: 'new', name, as: kind }
  })
  return { key: best?.at ?? 0, columns, addUnmatched: project.tables.participant.size === 0 }
}

/** Which rows belong to which participants, by pseudonym; capitals and spaces at the ends do not matter. */
export function matchRows(project: Project, table: AttributeTable, key: number): MatchedRows {
  const people = new Map<string, ParticipantId>()
  for (const person of project.tables.participant.values()) people.set(plain(person.pseudonym), person.id)
  const seen = new Set<string>()
  const matched: { row: number; participant: ParticipantId }[] = []
  const unmatched: { row: number; pseudonym: string }[] = []
  const unusable: { row: number; why: 'no pseudonym' | 'stands twice' }[] = []
  for (const [row, cells] of table.rows.entries()) {
    const pseudonym = cells[key] ?? ''
    const participant = people.get(plain(pseudonym))
    if (pseudonym === '' || seen.has(plain(pseudonym)))
      unusable.push({ row, why: pseudonym ? 'stands twice' : 'no pseudonym' })
    else if (participant) matched.push({ row, participant })
    else unmatched.push({ row, pseudonym })
    seen.add(plain(pseudonym))
  }
  return { matched, unmatched, unusable }
}

/** Cells that do not fit the kind of their attribute and are left out: row (from 0), column, and what is written. */
export function misfits(project: Project, table: AttributeTable, mapping: AttributeMapping) {
  return table.rows.flatMap((cells, row) =>
    cells.flatMap((written, column) => {
      const kind = kindOfGoal(project, mapping, column)
      return kind && written !== '' && readValue(written, kind) === null ? [{ row, column, written }] : []
    }),
  )
}

/** Brings a table of attributes in as one change; empty cells leave what stands. Null when nothing would change. */
export function importAttributes(
  project: Project,
  table: AttributeTable,
  mapping: AttributeMapping,
  making: Making,
): Gesture | null {
  const { matched, unmatched } = matchRows(project, table, mapping.key)
  const made = newAttributes(project, table, mapping, making)
  const goals = table.columns.map((_, at) => goalAttribute(project, mapping, made, at))
  const valuesIn = (row: number) => valuesOf(table.rows[row] ?? [], goals)
  const changed = matched.map(({ row, participant }): Edit | null => {
    const person = project.tables.participant.get(participant)
    return person
      ? update('participant', person, { attributes: united(person.attributes, valuesIn(row)) })
      : null
  })
  const people = mapping.addUnmatched ? newcomers(project, unmatched, making) : []
  const edits = [
    ...made.values().map((attribute) => create('attribute', attribute)),
    ...changed.filter((edit) => edit !== null && !isIdle(edit)),
    ...people.map(({ person, row }) => create('participant', withValues(person, valuesIn(row)))),
  ].filter((edit) => edit !== null)
  const told = changed.length + people.length
  return edits.length > 0 ? { label: `Import attributes of ${counted(told, 'participant')}`, edits } : null
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}

function newAttributes(
  project: Project,
  table: AttributeTable,
  mapping: AttributeMapping,
  making: Making,
): ReadonlyMap<number, Attribute> {
  let last = inOrder(project.tables.attribute).at(-1)?.order ?? null
  const made = new Map<number, Attribute>()
  for (const [at, goal] of mapping.columns.entries()) {
    if (goal.kind !== 'new' || at === mapping.key) continue
    const choices =
      goal.as === 'choice'
        ? [...new Set(table.rows.map((row) => row[at] ?? ''))].filter((each) => each !== '').sort()
        : []
    const attribute = newAttribute(
      project,
      'participant',
      { name: goal.name, kind: goal.as, choices },
      making,
      last,
    )
    made.set(at, attribute)
    last = attribute.order
  }
  return made
}

function goalAttribute(
  project: Project,
  mapping: AttributeMapping,
  made: ReadonlyMap<number, Attribute>,
  at: number,
): Attribute | undefined {
  const goal = mapping.columns[at]
  if (at === mapping.key || !goal || goal.kind === 'leave out') return undefined
  if (goal.kind === 'new') return made.get(at)
  return attributesOf(project, 'participant').find((each) => each.id === goal.attribute)
}

function kindOfGoal(project: Project, mapping: AttributeMapping, at: number): AttributeKind | undefined {
  const goal = mapping.columns[at]
  if (at === mapping.key || !goal || goal.kind === 'leave out') return undefined
  return goal.kind === 'new' ? goal.as : project.tables.attribute.get(goal.attribute)?.kind
}

function valuesOf(cells: readonly string[], goals: readonly (Attribute | undefined)[]): AttributeValues {
  const values = goals.flatMap((attribute, at) => {
    const value = attribute ? readValue(cells[at] ?? '', attribute.kind) : null
    return attribute && value !== null ? [[attribute.id, value] as const] : []
  })
  return Object.fromEntries(values)
}

function united(before: AttributeValues | undefined, values: AttributeValues): AttributeValues | undefined {
  const all = { ...before, ...values }
  return Object.keys(all).length > 0 ? all : undefined
}

function newcomers(project: Project, unmatched: MatchedRows['unmatched'], making: Making) {
  const last = inOrder(project.tables.participant).at(-1)?.order ?? null
  const keys = keysBetween(last, null, unmatched.length)
  return unmatched.map(({ row, pseudonym }, i) => {
    const person: Participant = {
      id: making.newId<'participant'>(),
      pseudonym,
      consent: 'quote',
      order: keys[i] ?? 'V',
    }
    return { row, person }
  })
}

function withValues(person: Participant, attributes: AttributeValues): Participant {
  return Object.keys(attributes).length > 0 ? { ...person, attributes } : person
}
