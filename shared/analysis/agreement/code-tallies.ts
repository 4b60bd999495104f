import type { CodeId, SourceId } from '../../model/ids.ts'
import type { Project, Texts } from '../../model/project.ts'
import type { AgreementWish } from './agreement-wish.ts'
import type { CountedUnits } from './counted-units.ts'
import { bitsIn, eachMarkedSource, type MarkedSource, type NotCompared } from './mark-units.ts'

/** Who coded what how often, source by source: everything that coefficients over codes are counted from. */
export interface CodeTallies {
  readonly coders: number
  readonly codes: ReadonlyMap<CodeId, number>
  /** The sources compared, in order. */
  readonly sources: readonly SourceId[]
  /** How many coders read each source. */
  readonly readers: Uint8Array
  /** By source × code × number of coders who used it (0 to all): how many units (or characters). */
  readonly bySource: Float64Array
  /** By code × coder: how many units (or characters) the coder gave the code. */
  readonly byCoder: Float64Array
  /** By code: codings compared. */
  readonly codings: Float64Array
  /** Units (or characters) compared. */
  readonly units: number
  /** Characters of text in the sources compared, labels left out, and how many of them any of the coders coded. */
  readonly text: { readonly length: number; readonly coded: number }
  readonly notCompared: NotCompared
}

/** Counts a wish in one pass over its sources. */
export function tallyCodes(
  project: Project,
  texts: Texts,
  wish: AgreementWish,
  codes: ReadonlyMap<CodeId, number>,
): CodeTallies {
  const coders = wish.coders.length
  const most = wish.sources?.length ?? project.tables.source.size
  const tally: Tally = {
    coders,
    codes,
    uncoded: wish.uncoded !== 'left out',
    sources: [],
    readers: new Uint8Array(most),
    bySource: new Float64Array(most * codes.size * (coders + 1)),
    byCoder: new Float64Array(codes.size * coders),
    codings: new Float64Array(codes.size),
    units: 0,
    text: { length: 0, coded: 0 },
  }
  const notCompared = eachMarkedSource(project, texts, wish, codes, (marked) => tallySource(tally, marked))
  return { ...tally, notCompared }
}

/** Where a number of coders among so many readers stands in sums over sources. */
export function patternAt(readers: number, present: number): number {
  return (readers * (readers + 1)) / 2 - 3 + present
}

/** Sums over sources, each taken so many times: by code × pattern. */
export function sumTallies(tallies: CodeTallies, times: ArrayLike<number> | null, sums: Float64Array): void {
  const width = tallies.coders + 1
  const patterns = patternAt(tallies.coders + 1, 0)
  sums.fill(0)
  for (let s = 0; s < tallies.sources.length; s++) {
    const often = times ? (times[s] ?? 0) : 1
    if (often === 0) continue
    const readers = tallies.readers[s] ?? 0
    const base = patternAt(readers, 0)
    for (let c = 0; c < tallies.codes.size; c++) {
      const from = (s * tallies.codes.size + c) * width
      const to = c * patterns + base
      for (let n = 0; n <= readers; n++)
        sums[to + n] = (sums[to + n] ?? 0) + often * (tallies.bySource[from + n] ?? 0)
    }
  }
}

/** The sums of one code, or of several added up, as units rated 0 (absent) or 1 (present). */
export function unitsOfSums(sums: Float64Array, coders: number, codes: readonly number[]): CountedUnits {
  const patterns = patternAt(coders + 1, 0)
  const units: CountedUnits['units'][number][] = []
  for (let readers = 2; readers <= coders; readers++) {
    for (let present = 0; present <= readers; present++) {
      let times = 0
      for (const code of codes) times += sums[code * patterns + patternAt(readers, present)] ?? 0
      if (times === 0) continue
      const cells = [
        { category: 0, count: readers - present },
        { category: 1, count: present },
      ]
      units.push({ cells: cells.filter(({ count }) => count > 0), times })
    }
  }
  return { categories: 2, units }
}

interface Tally extends Omit<CodeTallies, 'notCompared'> {
  readonly uncoded: boolean
  readonly sources: SourceId[]
  units: number
  readonly text: { length: number; coded: number }
}

function tallySource(tally: Tally, marked: MarkedSource): void {
  const { source, readers, stretches, passages, units, coded } = marked
  const s = tally.sources.push(source.id) - 1
  tally.readers[s] = bitsIn(readers)
  tally.text.coded += coded
  for (let i = 0; i < stretches.count; i++)
    tally.text.length += (stretches.ends[i] ?? 0) - (stretches.starts[i] ?? 0)
  for (let i = 0; i < passages.count; i++) bump(tally.codings, passages.codes[i] ?? 0, 1)
  const met = tallyMarks(tally, marked, s)
  let compared = 0
  for (let u = 0; u < units.count; u++) if (tally.uncoded || met[u] === 1) compared += units.weights[u] ?? 0
  tally.units += compared
  const width = tally.coders + 1
  for (let c = 0; c < tally.codes.size; c++) {
    const at = (s * tally.codes.size + c) * width
    let present = 0
    for (let n = 1; n < width; n++) present += tally.bySource[at + n] ?? 0
    tally.bySource[at] = compared - present
  }
}

/** Counts the cells somebody marked; gives 1 for each unit that has one. */
function tallyMarks(
  tally: Tally,
  { units, marks, touched, touchedCount }: MarkedSource,
  s: number,
): Uint8Array {
  const { coders, codes, bySource, byCoder } = tally
  const met = new Uint8Array(units.count)
  for (let i = 0; i < touchedCount; i++) {
    const cell = touched[i] ?? 0
    const u = Math.floor(cell / codes.size)
    const c = cell - u * codes.size
    const bits = marks[cell] ?? 0
    const weight = units.weights[u] ?? 0
    met[u] = 1
    bump(bySource, (s * codes.size + c) * (coders + 1) + bitsIn(bits), weight)
    for (let coder = 0; coder < coders; coder++)
      if (bits & (1 << coder)) bump(byCoder, c * coders + coder, weight)
  }
  return met
}

function bump(numbers: Float64Array, at: number, by: number): void {
  numbers[at] = (numbers[at] ?? 0) + by
}
