import type { EntityKind } from '../../model/entities.ts'
import { capital } from '../../text/capital.ts'
import { counted } from '../../text/counted.ts'
import { fieldName, kindName } from '../kind-words.ts'
import { same } from '../same.ts'
import { type Conflict, conflictKey } from './conflict.ts'
import { type LookUp, nameIn } from './look-up.ts'
import {
  differing,
  fieldsOf,
  minutes,
  oneLine,
  wordsAt,
  wordsOfProse,
  wordsOfTurns,
} from './words-of-values.ts'

/** What conflicts are listed under. */
export type ConflictGroup =
  | 'codebook'
  | 'codings'
  | 'sources'
  | 'participants'
  | 'memos'
  | 'reports'
  | 'project'

/** A conflict as a person reads it. Null stands for "nothing there". */
export interface ToldConflict {
  /** Names it in decisions. */
  readonly key: string
  readonly group: ConflictGroup
  /** Whose field it is: “Code “Waiting””. */
  readonly thing: string
  /** The field: “Definition”. */
  readonly field: string
  readonly base: string | null
  readonly mine: string | null
  readonly theirs: string | null
}

/** Tells a conflict in words: what it concerns, which field, and what it was before, is here and is in the copy. */
export function conflictInWords(conflict: Conflict, look: LookUp): ToldConflict {
  return {
    key: conflictKey(conflict),
    group: groups[conflict.kind],
    thing: thingInWords(conflict, look),
    field: fieldInWords(conflict, look),
    ...valuesInWords(conflict, look),
  }
}

const groups: Readonly<Record<EntityKind, ConflictGroup>> = {
  code: 'codebook',
  codebookVersion: 'codebook',
  proposal: 'codebook',
  coding: 'codings',
  adjudication: 'codings',
  source: 'sources',
  speaker: 'sources',
  turn: 'sources',
  translation: 'sources',
  restriction: 'sources',
  question: 'sources',
  participant: 'participants',
  attribute: 'participants',
  memo: 'memos',
  report: 'reports',
  prose: 'reports',
  quoteChoice: 'reports',
  inquiry: 'project',
  coder: 'project',
  assignment: 'project',
  round: 'project',
  erasure: 'project',
}

function thingInWords({ kind, id }: Conflict, look: LookUp): string {
  const fields = look.entity(kind, id)
  const about = (links[kind] ?? []).flatMap(([word, field]) => {
    const value = fields[field]
    const name = typeof value === 'string' ? look.name(value) : undefined
    return name === undefined ? [] : [`${word} “${name}”`]
  })
  const own = kind in links ? undefined : nameIn(fields)
  return [capital(kindName(kind, 1)), ...(own === undefined ? [] : [`“${own}”`]), ...about].join(' ')
}

/** What has no name of its own is told by what it is about. */
const links: Partial<Record<EntityKind, readonly (readonly [word: string, field: string])[]>> = {
  coding: [
    ['with', 'code'],
    ['in', 'source'],
    ['by', 'coder'],
  ],
  adjudication: [
    ['about', 'code'],
    ['in', 'source'],
  ],
  turn: [['in', 'source']],
  restriction: [['in', 'source']],
  translation: [['of', 'source']],
  prose: [['in', 'report']],
  quoteChoice: [
    ['for', 'code'],
    ['in', 'report'],
  ],
  assignment: [
    ['of', 'source'],
    ['to', 'coder'],
  ],
}

function fieldInWords({ kind, field }: Conflict, look: LookUp): string {
  const [name = '', ...rest] = field.split('.')
  const inside = rest.join('.')
  if (name === 'attributes') return look.name(inside) ?? 'Attribute'
  if (name === 'asked') return `Asked or not: “${look.name(inside) ?? 'a question'}”`
  if (name === 'consentFor') return `Consent for “${inside}”`
  if (kind === 'source' && name === 'content') return 'Corrected text'
  return compound[name] ?? capital(fieldName(name))
}

const compound: Readonly<Record<string, string>> = {
  deleted: 'Deleted or kept',
  passage: 'Which words',
  turns: 'Where turns begin and end',
  stretches: 'Translated text',
  cuts: 'How the quote is cut',
}

type Values = Pick<ToldConflict, 'base' | 'mine' | 'theirs'>

function valuesInWords(conflict: Conflict, look: LookUp): Values {
  const { kind, field, base, mine, theirs } = conflict
  const { texts } = look
  const each = (words: (value: unknown) => string | null): Values => ({
    base: words(base),
    mine: words(mine),
    theirs: words(theirs),
  })
  if (field === 'deleted') return deletedOrKept(conflict)
  if (field === 'passage') return each((value) => wordsAt(value, texts))
  if (field === 'turns') {
    const turn = kind === 'turn' ? look.entity('turn', conflict.id) : {}
    const { content } = look.entity('source', kind === 'turn' ? String(turn.source) : conflict.id)
    return each((value) => wordsOfTurns(value, content, texts))
  }
  if (kind === 'source' && field === 'content') return { base: null, ...differing(mine, theirs, texts) }
  if (field === 'stretches')
    return { base: null, ...differing(fieldsOf(mine).content, fieldsOf(theirs).content, texts) }
  if (field === 'cuts') return each(cutsInWords)
  if (field === 'doc') return each((value) => wordsOfProse(value) || null)
  if (kind === 'code' && field === 'parent')
    return each((value) => (value === null ? 'At the top of the codebook' : `Below “${named(value, look)}”`))
  return each((value) => valueInWords(field, value, look))
}

function deletedOrKept({ base, mine, theirs }: Conflict): Values {
  const changed = (kept: unknown) => {
    const [was, now] = [fieldsOf(base), fieldsOf(kept)]
    const names = Object.keys({ ...was, ...now }).filter((name) => !same(was[name], now[name]))
    const told = names.filter((name) => !silent.has(name)).map(fieldName)
    return told.length > 0 ? `Kept, with another ${told.join(', ')}` : 'Kept, as it is still in use'
  }
  const words = (value: unknown) => (value === null ? 'Deleted' : changed(value))
  return { base: null, mine: words(mine), theirs: words(theirs) }
}

const silent: ReadonlySet<string> = new Set(['order', 'words', 'quote'])

function cutsInWords(value: unknown): string | null {
  if (value === null) return null
  const { cuts, clarifications } = fieldsOf(value)
  const many = (list: unknown, one: string) => counted(Array.isArray(list) ? list.length : 0, one)
  return `${many(cuts, 'cut')}, ${many(clarifications, 'clarification')}`
}

function valueInWords(field: string, value: unknown, look: LookUp): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return numberInWords(field, value)
  if (typeof value === 'string') return look.name(value) ?? value
  if (Array.isArray(value)) return value.map((each) => named(each, look)).join('; ')
  return thingOf(value, look)
}

function numberInWords(field: string, value: number): string {
  if (field === 'time' || field === 'endTime' || field === 'duration') return minutes(value)
  // Moments are told by their day, and those that no calendar has as they stand.
  const isMoment = /At$|^at$/.test(field) && Math.abs(value) < 8e15
  return isMoment ? new Date(value).toISOString().slice(0, 10) : String(value)
}

function named(value: unknown, look: LookUp): string {
  return typeof value === 'string' ? (look.name(value) ?? value) : (thingOf(value, look) ?? '')
}

/** Something with several fields: by its name, else what they say. */
function thingOf(value: unknown, look: LookUp): string | null {
  const fields = fieldsOf(value)
  const own = nameIn(fields)
  if (own !== undefined) return own
  const quote = wordsAt(value, look.texts)
  if (quote !== null) return quote
  const told = Object.entries(fields).flatMap(([name, each]) =>
    name === 'kind' || typeof each === 'object'
      ? []
      : [`${fieldName(name)}: ${valueInWords(name, each, look)}`],
  )
  return told.length > 0 ? oneLine(told.join(', ')) : oneLine(String(fields.kind ?? ''))
}
