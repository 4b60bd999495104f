import type { EntityKind, SmallKind } from '../../model/entities.ts'
import type { Project, Texts } from '../../model/project.ts'
import type { Fields } from '../change.ts'
import type { CopiesToMerge } from './merge-copies.ts'
import { oneLine } from './words-of-values.ts'

/** Finds what conflicts speak of, wherever among the copies it still is. */
export interface LookUp {
  readonly texts: Texts
  /** An entity's fields, of the merged project where it is there, else of a copy; nothing where none has it. */
  entity(kind: EntityKind, id: string): Fields
  /** What a person calls the thing that an id names; undefined when it names nothing with a name. */
  name(id: string): string | undefined
}

/** Looks in the merged project first, then in the copies it came of. */
export function lookUpCopies(merged: Project, { mine, theirs, base }: CopiesToMerge): LookUp {
  const copies = [mine, theirs, ...(base ? [base] : [])]
  const texts: Texts = (hash) => {
    for (const { contents } of copies) {
      const content = contents.get(hash)
      if (content) return content.text
    }
    return undefined
  }
  return lookUp([merged, ...copies.map(({ project }) => project)], texts)
}

/** Looks in the projects in their order: the merged one first, then the copies. */
export function lookUp(projects: readonly Project[], texts: Texts): LookUp {
  const bound = indexed(projects)
  const entity = (kind: EntityKind, id: string): Fields => {
    if (kind === 'turn' || kind === 'coding') return bound().get(id) ?? {}
    for (const { tables } of projects) {
      const found = tables[kind].get(id)
      if (found) return { ...found }
    }
    return {}
  }
  const name = (id: string) => {
    for (const kind of named) {
      const found = nameIn(entity(kind, id))
      if (found !== undefined) return found
    }
    return undefined
  }
  return { texts, entity, name }
}

/** What an entity is called by its own fields; participants by their pseudonyms, never by the names behind them. */
export function nameIn(fields: Fields): string | undefined {
  for (const field of ['pseudonym', 'name', 'title', 'label', 'text']) {
    const value = fields[field]
    if (typeof value === 'string' && value.trim() !== '') return oneLine(value)
  }
  return undefined
}

const named: readonly SmallKind[] = [
  'code',
  'source',
  'participant',
  'coder',
  'speaker',
  'question',
  'attribute',
  'report',
  'round',
  'codebookVersion',
]

/** Turns and codings by id; made when they are first asked for, as they are the many. */
function indexed(projects: readonly Project[]): () => ReadonlyMap<string, Fields> {
  let index: Map<string, Fields> | null = null
  return () => {
    if (index) return index
    index = new Map()
    for (const { turns, codings } of projects)
      for (const list of [...turns.values(), ...codings.values()])
        for (const each of list) if (!index.has(each.id)) index.set(each.id, { ...each })
    return index
  }
}
