import type { Coding, CodingOrigin, Layer, Stance, Turn } from '../../shared/model/entities.ts'
import { readContentHash, readId, type SourceId } from '../../shared/model/ids.ts'
import { at, must, names, packIds, type Sparse, unpackIds } from './column-parts.ts'

/** Turns of one source as stored: a column a field. Absent speakers and questions are 0, absent times NaN. */
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
    time: Float64Array.from(turns, (turn) => turn.time ?? Number.NaN),
    endTime: Float64Array.from(turns, (turn) => turn.endTime ?? Number.NaN),
    rest: sparse(turns, turnFields),
  }
}

/** Columns back into turns: the inverse of `packTurns`. Throws when a name is not one: the record is damaged. */
export function unpackTurns(columns: TurnColumns): Turn[] {
  const { source, label, start, end } = columns
  const rest = new Map(columns.rest)
  const speakers = columns.speakers.map((text) => must(readId<'speaker'>(text)))
  const questions = columns.questions.map((text) => must(readId<'question'>(text)))
  return unpackIds<'turn'>(columns.ids).map((id, i) => {
    const speaker = speakers[at(columns.speaker, i) - 1]
    const question = questions[at(columns.question, i) - 1]
    const time = at(columns.time, i)
    const endTime = at(columns.endTime, i)
    return {
      id,
      source,
      label: at(label, i),
      start: at(start, i),
      end: at(end, i),
      ...(speaker ? { speaker } : {}),
      ...(Number.isNaN(time) ? {} : { time }),
      ...(Number.isNaN(endTime) ? {} : { endTime }),
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
    const coding: Coding = {
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
    }
    const isPlain = !stance && !origin && marks < 2 && !rest.has(i)
    return isPlain
      ? coding
      : {
          ...coding,
          ...(stance ? { stance } : {}),
          ...(origin ? { origin } : {}),
          ...(marks & 2 ? { star: true } : {}),
          ...(marks & 4 ? { flag: true } : {}),
          ...rest.get(i),
        }
  })
}

type Holds = (value: unknown) => boolean

const always: Holds = () => true

/** Which values of which fields the columns give back; every other value is kept as it is, among the rest. */
const turnFields = columnsFor('id source label start end speaker question time endTime', {})
const codingFields = columnsFor('id source content start end code coder at quote', {
  layer: (value) => value === 'own' || value === 'agreed',
  stance: (value) => stances.some((stance) => stance === value),
  origin: (value) => origins.some((origin) => origin === value),
  star: (value) => value === true,
  flag: (value) => value === true,
})

function columnsFor(names: string, some: Readonly<Record<string, Holds>>): ReadonlyMap<string, Holds> {
  return new Map([...names.split(' ').map((name) => [name, always] as const), ...Object.entries(some)])
}

function sparse(entities: readonly object[], columns: ReadonlyMap<string, Holds>): Sparse {
  const sparse: [number, Readonly<Record<string, unknown>>][] = []
  for (const [i, entity] of entities.entries()) {
    const isRare = (name: string) => {
      const value: unknown = Reflect.get(entity, name)
      return value !== undefined && columns.get(name)?.(value) !== true
    }
    const rare = Object.keys(entity).filter(isRare)
    if (rare.length > 0)
      sparse.push([i, Object.fromEntries(rare.map((name) => [name, Reflect.get(entity, name)]))])
  }
  return sparse
}

function marksOf(coding: Coding): number {
  return (coding.layer === 'agreed' ? 1 : 0) | (coding.star ? 2 : 0) | (coding.flag ? 4 : 0)
}

function layerOf(marks: number): Layer {
  return marks & 1 ? 'agreed' : 'own'
}
