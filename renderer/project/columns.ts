import type { Coding, CodingOrigin, Layer, Stance, Turn } from '../../shared/model/entities.ts'
import { type Id, readContentHash, readId, type SourceId } from '../../shared/model/ids.ts'

/** Turns of one source as stored: a column a field. Absent speakers and questions are 0, absent times -1. */
export interface TurnColumns {
  readonly source: SourceId
  readonly ids: Uint8Array
  readonly label: Uint32Array
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly speakers: readonly string[]
  readonly speaker: Uint32Array
  readonly questions: readonly string[]
  readonly question: Uint32Array
  readonly time: Float64Array
  readonly endTime: Float64Array
  readonly rest: Sparse
}

/** Codings of one source as stored. Names are numbered from 1 in the lists beside them. */
export interface CodingColumns {
  readonly source: SourceId
  readonly ids: Uint8Array
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly contents: readonly string[]
  readonly content: Uint32Array
  readonly codes: readonly string[]
  readonly code: Uint32Array
  readonly coders: readonly string[]
  readonly coder: Uint32Array
  readonly at: Float64Array
  readonly quote: Uint32Array
  /** Layer in bit 0, star in bit 1, flag in bit 2. */
  readonly marks: Uint8Array
  readonly stance: Uint8Array
  readonly origin: Uint8Array
  readonly rest: Sparse
}

/** Rare fields: the row and what it has besides its columns. */
type Sparse = readonly (readonly [number, Readonly<Record<string, unknown>>])[]

const stances: readonly Stance[] = ['affirms', 'denies', 'overcome', 'mixed', 'reports']
const origins: readonly CodingOrigin[] = ['prompted', 'echoed', 'volunteered']

/** Turns of one source into columns. */
export function packTurns(source: SourceId, turns: readonly Turn[]): TurnColumns {
  const speakers = names(turns.map((turn) => turn.speaker))
  const questions = names(turns.map((turn) => turn.question))
  return {
    source,
    ids: packIds(turns),
    label: Uint32Array.from(turns, (turn) => turn.label),
    start: Uint32Array.from(turns, (turn) => turn.start),
    end: Uint32Array.from(turns, (turn) => turn.end),
    speakers: speakers.list,
    speaker: speakers.column,
    questions: questions.list,
    question: questions.column,
    time: Float64Array.from(turns, (turn) => turn.time ?? -1),
    endTime: Float64Array.from(turns, (turn) => turn.endTime ?? -1),
    rest: sparse(turns, turnFields),
  }
}

/** Columns back into turns: the inverse of `packTurns`. */
export function unpackTurns(columns: TurnColumns): Turn[] {
  const { source, label, start, end } = columns
  const rest = new Map(columns.rest)
  return unpackIds<'turn'>(columns.ids).map((id, i) => {
    const speaker = readId<'speaker'>(columns.speakers[at(columns.speaker, i) - 1] ?? '')
    const question = readId<'question'>(columns.questions[at(columns.question, i) - 1] ?? '')
    const time = at(columns.time, i)
    const endTime = at(columns.endTime, i)
    return {
      id,
      source,
      label: at(label, i),
      start: at(start, i),
      end: at(end, i),
      ...(speaker ? { speaker } : {}),
      ...(time >= 0 ? { time } : {}),
      ...(endTime >= 0 ? { endTime } : {}),
      ...(question ? { question } : {}),
      ...rest.get(i),
    }
  })
}

/** Codings of one source into columns. */
export function packCodings(source: SourceId, codings: readonly Coding[]): CodingColumns {
  const contents = names(codings.map((coding) => coding.content))
  const codes = names(codings.map((coding) => coding.code))
  const coders = names(codings.map((coding) => coding.coder))
  return {
    source,
    ids: packIds(codings),
    start: Uint32Array.from(codings, (coding) => coding.start),
    end: Uint32Array.from(codings, (coding) => coding.end),
    contents: contents.list,
    content: contents.column,
    codes: codes.list,
    code: codes.column,
    coders: coders.list,
    coder: coders.column,
    at: Float64Array.from(codings, (coding) => coding.at),
    quote: Uint32Array.from(codings, (coding) => coding.quote),
    marks: Uint8Array.from(codings, marksOf),
    stance: Uint8Array.from(codings, (coding) => (coding.stance ? stances.indexOf(coding.stance) + 1 : 0)),
    origin: Uint8Array.from(codings, (coding) => (coding.origin ? origins.indexOf(coding.origin) + 1 : 0)),
    rest: sparse(codings, codingFields),
  }
}

/** Columns back into codings: the inverse of `packCodings`. Throws when a name is not one: the record is damaged. */
export function unpackCodings(columns: CodingColumns): Coding[] {
  const rest = new Map(columns.rest)
  const contents = columns.contents.map((text) => must(readContentHash(text)))
  const codes = columns.codes.map((text) => must(readId<'code'>(text)))
  const coders = columns.coders.map((text) => must(readId<'coder'>(text)))
  return unpackIds<'coding'>(columns.ids).map((id, i) => {
    const marks = at(columns.marks, i)
    const stance = stances[at(columns.stance, i) - 1]
    const origin = origins[at(columns.origin, i) - 1]
    return {
      id,
      source: columns.source,
      content: must(contents[at(columns.content, i) - 1]),
      start: at(columns.start, i),
      end: at(columns.end, i),
      code: must(codes[at(columns.code, i) - 1]),
      coder: must(coders[at(columns.coder, i) - 1]),
      layer: layerOf(marks),
      at: at(columns.at, i),
      quote: at(columns.quote, i),
      ...(stance ? { stance } : {}),
      ...(origin ? { origin } : {}),
      ...(marks & 2 ? { star: true } : {}),
      ...(marks & 4 ? { flag: true } : {}),
      ...rest.get(i),
    }
  })
}

const turnFields = new Set([
  'id',
  'source',
  'label',
  'start',
  'end',
  'speaker',
  'question',
  'time',
  'endTime',
])
const codingFields = new Set(
  'id source content start end code coder layer at quote stance origin star flag'.split(' '),
)

function sparse(entities: readonly object[], columns: ReadonlySet<string>): Sparse {
  return entities.flatMap((entity, i) => {
    const rare = Object.entries(entity).filter(([name, value]) => !columns.has(name) && value !== undefined)
    return rare.length > 0 ? [[i, Object.fromEntries(rare)] as const] : []
  })
}

function marksOf(coding: Coding): number {
  return (coding.layer === 'agreed' ? 1 : 0) | (coding.star ? 2 : 0) | (coding.flag ? 4 : 0)
}

function layerOf(marks: number): Layer {
  return marks & 1 ? 'agreed' : 'own'
}

function names(values: readonly (string | undefined)[]): { list: string[]; column: Uint32Array } {
  const numbers = new Map<string, number>()
  const column = Uint32Array.from(values, (value) => {
    if (value === undefined) return 0
    const known = numbers.get(value) ?? numbers.size + 1
    numbers.set(value, known)
    return known
  })
  return { list: [...numbers.keys()], column }
}

function packIds(entities: readonly { readonly id: string }[]): Uint8Array {
  const bytes = new Uint8Array(entities.length * 16)
  for (const [i, { id }] of entities.entries()) {
    const hex = id.replaceAll('-', '')
    for (let j = 0; j < 16; j++) bytes[i * 16 + j] = Number.parseInt(hex.slice(j * 2, j * 2 + 2), 16)
  }
  return bytes
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function unpackIds<K extends string>(bytes: Uint8Array): Id<K>[] {
  return Array.from({ length: bytes.length / 16 }, (_, i) => {
    let id = ''
    for (let j = 0; j < 16; j++) {
      id += hexOf[bytes[i * 16 + j] ?? 0]
      if (j === 3 || j === 5 || j === 7 || j === 9) id += '-'
    }
    return must(readId<K>(id))
  })
}

function at(column: Uint8Array | Uint32Array | Float64Array, i: number): number {
  return column[i] ?? 0
}

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('A stored record is damaged')
  return value
}
