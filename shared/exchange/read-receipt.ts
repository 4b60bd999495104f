import { capital } from '../text/capital.ts'
import { counted, number } from '../text/counted.ts'
import type { ChosenReading } from './score-positions.ts'

/** What a project of another tool holds and a receipt counts. */
export type Counted =
  | 'documents'
  | 'codes'
  | 'coded segments'
  | 'notes on coded segments'
  | 'memos'
  | 'comments'
  | 'variables'
  | 'values'
  | 'cases'
  | 'users'
  | 'sets'
  | 'links'
  | 'maps'

/** What became of everything in another tool's file: nothing is left out without standing here. */
export interface ReadReceipt {
  /** The tool that wrote it, as it calls itself; empty where it does not say. */
  readonly origin: string
  /** Every kind of thing that the file holds; `found` is `cameIn` and the counts of all reasons together. */
  readonly lines: readonly ReceiptLine[]
  /** How each source's positions were read. */
  readonly positions: readonly ReceiptPositions[]
  /** What was repaired on the way, a sentence each. */
  readonly repairs: readonly string[]
}

export interface ReceiptLine {
  readonly what: Counted
  readonly found: number
  readonly cameIn: number
  readonly reasons: readonly { readonly why: string; readonly count: number }[]
}

/** How one source's positions were read. */
export interface ReceiptPositions {
  readonly source: string
  /** In words: "code points, a line’s end counts one". */
  readonly reading: string
  readonly sure: ChosenReading['sure']
  readonly because: string
}

/** Counts while a file is read. */
export interface Tally {
  /** Things of a kind that stand in the file. */
  found(what: Counted, count?: number): void
  /** Things of a kind that do not come in, and why. */
  lost(what: Counted, why: string, count?: number): void
  /** Something put right on the way, as a sentence without its end: "codes stood below themselves and went to the top". */
  repaired(what: string, count?: number): void
  read(source: string, chosen: ChosenReading): void
  receipt(origin: string): ReadReceipt
}

/** Begins counting. */
export function startTally(): Tally {
  const found = new Map<Counted, number>()
  const lost = new Map<Counted, Map<string, number>>()
  const repairs = new Map<string, number>()
  const positions: ReceiptPositions[] = []
  return {
    found: (what, count = 1) => add(found, what, count),
    lost(what, why, count = 1) {
      const reasons = lost.get(what) ?? new Map<string, number>()
      lost.set(what, reasons)
      add(reasons, why, count)
    },
    repaired: (what, count = 1) => add(repairs, what, count),
    read(source, { reading, sure, because }) {
      positions.push({ source, reading: inWords(reading), sure, because })
    },
    receipt: (origin) => ({
      origin,
      lines: order.flatMap((what) => lineOf(what, found.get(what) ?? 0, lost.get(what))),
      positions,
      repairs: [...repairs].map(([what, count]) => `${capital(what)} (${number(count)}).`),
    }),
  }
}

/** What came in of a file in one sentence: "Read from MAXQDA 24: 10 documents, 14 of 16 coded segments." */
export function receiptHeadline({ origin, lines }: ReadReceipt): string {
  const counts = lines
    .filter(({ what }) => what === 'documents' || what === 'codes' || what === 'coded segments')
    .map(
      ({ what, found, cameIn }) =>
        `${cameIn === found ? '' : `${number(cameIn)} of `}${counted(found, what.slice(0, -1))}`,
    )
  return `Read from ${origin || 'another tool'}: ${counts.join(', ') || 'nothing that Loam keeps'}.`
}

/** A receipt as sentences, what did not come in first: "14 of 16 coded segments came in; …". */
export function receiptSentences({ lines, positions, repairs }: ReadReceipt): readonly string[] {
  const short = lines.filter(({ reasons }) => reasons.length > 0)
  const unsure = positions.filter(({ sure }) => sure === 'guessed').map(({ source }) => `“${source}”`)
  return [
    ...short.map(
      ({ what, found, cameIn, reasons }) =>
        `${cameIn} of ${found} ${what} came in; ${reasons.map(({ why, count }) => `${count}: ${why}`).join('; ')}.`,
    ),
    ...(unsure.length > 0
      ? [
          `Where passages begin and end in ${named(unsure)} could not be told for sure: look at a few of them before you rely on them.`,
        ]
      : []),
    ...repairs,
  ]
}

/** The same receipt as lines for a terminal. */
export function receiptText(receipt: ReadReceipt): string {
  const head = `Read from ${receipt.origin || 'another tool'}:`
  const lines = receipt.lines.flatMap(({ what, found, cameIn, reasons }) => [
    `  ${what}: ${cameIn} of ${found}`,
    ...reasons.map(({ why, count }) => `    ${count} not: ${why}`),
  ])
  const positions = receipt.positions.map(
    ({ source, reading, sure, because }) => `  positions in ${source}: ${reading} (${sure}: ${because})`,
  )
  return [head, ...lines, ...positions, ...receipt.repairs.map((each) => `  note: ${each}`)].join('\n')
}

const order: readonly Counted[] = [
  'documents',
  'codes',
  'coded segments',
  'notes on coded segments',
  'memos',
  'comments',
  'variables',
  'values',
  'cases',
  'users',
  'sets',
  'links',
  'maps',
]

function add<K>(counts: Map<K, number>, what: K, count: number): void {
  if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count)
}

function lineOf(what: Counted, found: number, lost: ReadonlyMap<string, number> | undefined): ReceiptLine[] {
  const reasons = [...(lost ?? [])].map(([why, count]) => ({ why, count }))
  const gone = reasons.reduce((sum, { count }) => sum + count, 0)
  return found === 0 && gone === 0 ? [] : [{ what, found, cameIn: found - gone, reasons }]
}

function inWords({ unit, lineEnd, countsMark, endsInside }: ChosenReading['reading']): string {
  const lines = {
    'as written': 'line ends count as they stand in the file',
    one: 'a line’s end counts one',
    two: 'a line’s end counts two',
  }
  return [
    unit,
    lines[lineEnd],
    ...(countsMark ? ['the byte order mark counts'] : []),
    ...(endsInside ? ['ends name the last character'] : []),
  ].join(', ')
}

function named(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
}
