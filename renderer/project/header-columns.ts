import type { Cause, ChangeHeader } from '../../shared/change/change.ts'
import type { Id } from '../../shared/model/ids.ts'
import { at, must, names, type Sparse } from './column-parts.ts'

/** A stretch of the log as stored once it is long: headers in columns. Names are numbered from 1 in the lists beside
    them. One record a header takes 2.3 s to read for 150,000 changes, columns a tenth. */
export interface HeaderColumns {
  /** Place in the log of the first header. */
  readonly place: number
  readonly ids: readonly string[]
  readonly seq: Float64Array
  readonly at: Float64Array
  readonly format: Float64Array
  readonly copies: readonly string[]
  readonly copy: Uint32Array
  readonly coders: readonly string[]
  readonly coder: Uint32Array
  readonly labels: readonly string[]
  readonly label: Uint32Array
  /** What else a header has, its parents too where they are not the change just before it, or its cause where it is
      more than a command. */
  readonly rest: Sparse
}

/** A stretch of the log into columns; `place` is that of its first header. */
export function packHeaders(place: number, headers: readonly ChangeHeader[]): HeaderColumns {
  const copies = names(headers.map((header) => header.copy))
  const coders = names(headers.map((header) => header.by))
  const labels = names(headers.map((header) => header.label))
  return {
    place,
    ids: headers.map((header) => header.id),
    seq: Float64Array.from(headers, (header) => header.seq),
    at: Float64Array.from(headers, (header) => header.at),
    format: Float64Array.from(headers, (header) => header.format),
    copies: copies.list,
    copy: copies.column,
    coders: coders.list,
    coder: coders.column,
    labels: labels.list,
    label: labels.column,
    rest: headers.flatMap((header, i) => {
      const rest = restOf(header, headers[i - 1])
      return Object.keys(rest).length > 0 ? [[i, rest] as const] : []
    }),
  }
}

/** Columns back into headers: the inverse of `packHeaders`. */
export function unpackHeaders(columns: HeaderColumns): ChangeHeader[] {
  const rest = new Map(columns.rest)
  const ids = columns.ids.map(asId<'change'>)
  const copies = columns.copies.map(asId<'copy'>)
  const coders = columns.coders.map(asId<'coder'>)
  return ids.map((id, i) => ({
    id,
    copy: must(copies[at(columns.copy, i) - 1]),
    seq: at(columns.seq, i),
    parents: ids.slice(Math.max(0, i - 1), i),
    at: at(columns.at, i),
    by: must(coders[at(columns.coder, i) - 1]),
    label: must(columns.labels[at(columns.label, i) - 1]),
    cause: command,
    format: at(columns.format, i),
    ...rest.get(i),
  }))
}

const command: Cause = { kind: 'command' }

const inColumns = new Set(['id', 'copy', 'seq', 'at', 'by', 'label', 'format', 'parents', 'cause'])

function restOf(header: ChangeHeader, before: ChangeHeader | undefined): Readonly<Record<string, unknown>> {
  const { parents, cause } = header
  const usual = before ? parents.length === 1 && parents[0] === before.id : parents.length === 0
  return {
    ...Object.fromEntries(Object.entries(header).filter(([name]) => !inColumns.has(name))),
    ...(usual ? {} : { parents }),
    ...(cause.kind === 'command' ? {} : { cause }),
  }
}

function asId<K extends string>(text: string): Id<K> {
  if (isId<K>(text)) return text
  throw new Error('A stored record is damaged')
}

function isId<K extends string>(text: string): text is Id<K> {
  return text !== ''
}
