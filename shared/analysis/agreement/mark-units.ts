import type { Source } from '../../model/entities.ts'
import type { CodeId } from '../../model/ids.ts'
import { codingsOf, type Project, sourcesInOrder, type Texts } from '../../model/project.ts'
import type { AgreementWish } from './agreement-wish.ts'
import { type Stretches, stretchesOf, type Units, unitsOf } from './units.ts'

/** One source with its units and who coded them how. Its arrays are used again for the next source. */
export interface MarkedSource {
  readonly source: Source
  /** Coders who read it, as bits in the order of the wish. */
  readonly readers: number
  readonly stretches: Stretches
  /** The passages compared: stretches in order of start that may overlap, with code and coder as indices. */
  readonly passages: Passages
  readonly units: Units
  /** By unit × code: the coders who used the code there, as bits. */
  readonly marks: Uint32Array
  /** Where `marks` is not 0, in no order; only the first `touchedCount` hold. */
  readonly touched: Int32Array
  readonly touchedCount: number
  /** Characters of its stretches that any of the coders coded. */
  readonly coded: number
}

export interface Passages extends Stretches {
  readonly codes: Int32Array
  readonly coders: Int32Array
}

/** What was met on the way and could not be compared. */
export interface NotCompared {
  /** Codings on an earlier text of their source, whose words are not in the text read now. */
  readonly orphans: number
  /** Codings that touch no turn. */
  readonly outside: number
  /** Sources that fewer than two of the coders read. */
  readonly unshared: number
  /** Sources without turns whose text is not at hand. */
  readonly withoutText: number
}

/** Goes through the sources of a wish in order, each with its units marked, in one pass over the codings. */
export function eachMarkedSource(
  project: Project,
  texts: Texts,
  wish: AgreementWish,
  codes: ReadonlyMap<CodeId, number>,
  visit: (marked: MarkedSource) => void,
): NotCompared {
  const told = { orphans: 0, outside: 0, unshared: 0, withoutText: 0 }
  const reading = startReading(wish, codes)
  const among = wish.sources && new Set(wish.sources)
  for (const source of sourcesInOrder(project)) {
    if (among && !among.has(source.id)) continue
    const readers = readPassages(reading, project, source)
    told.orphans += reading.orphans
    if (bitsIn(readers) < 2) {
      told.unshared++
      continue
    }
    const stretches = stretchesOf(project, source, texts)
    if (!stretches) {
      told.withoutText++
      continue
    }
    const read = reading.count
    const coded = keepTouching(reading, stretches)
    told.outside += read - reading.count
    const units = unitsOf(wish.unit, stretches, reading)
    mark(reading, units)
    const { marks, touched, touchedCount } = reading
    visit({ source, readers, stretches, passages: reading, units, marks, touched, touchedCount, coded })
  }
  return told
}

/** How many bits of a number are set. */
export function bitsIn(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** Columns that grow with the longest source. */
interface Reading {
  readonly coderIndex: ReadonlyMap<string, number>
  readonly codeIndex: ReadonlyMap<CodeId, number>
  /** Readers of every source, as bits: all coders where blank means that nothing was found. */
  readonly everywhere: number
  starts: Int32Array
  ends: Int32Array
  codes: Int32Array
  coders: Int32Array
  marks: Uint32Array
  touched: Int32Array
  touchedCount: number
  count: number
  orphans: number
}

function startReading(wish: AgreementWish, codeIndex: ReadonlyMap<CodeId, number>): Reading {
  const grown = columns(256)
  return {
    coderIndex: new Map(wish.coders.map((id, i) => [id, i])),
    codeIndex,
    everywhere: wish.blank === 'nothing found' ? 2 ** wish.coders.length - 1 : 0,
    ...grown,
    marks: new Uint32Array(1024),
    touched: new Int32Array(1024),
    touchedCount: 0,
    count: 0,
    orphans: 0,
  }
}

function readPassages(reading: Reading, project: Project, source: Source): number {
  const codings = codingsOf(project, source.id)
  if (codings.length > reading.starts.length) Object.assign(reading, columns(codings.length * 2))
  reading.count = 0
  reading.orphans = 0
  let readers = reading.everywhere
  for (const { layer, coder: by, code: tag, content, start, end } of codings) {
    const coder = layer === 'own' ? reading.coderIndex.get(by) : undefined
    if (coder === undefined) continue
    readers |= 1 << coder
    const code = reading.codeIndex.get(tag)
    if (code === undefined) continue
    if (content === source.content) keep(reading, reading.count++, start, end, code, coder)
    else reading.orphans++
  }
  return readers
}

function keep(reading: Reading, at: number, start: number, end: number, code: number, coder: number): void {
  reading.starts[at] = start
  reading.ends[at] = end
  reading.codes[at] = code
  reading.coders[at] = coder
}

/** Drops passages that touch no stretch; gives how many characters of the stretches the others cover. */
function keepTouching(reading: Reading, stretches: Stretches): number {
  const { starts, ends, codes, coders, count } = reading
  let kept = 0
  let coded = 0
  let first = 0
  let reach = 0
  for (let i = 0; i < count; i++) {
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0]
    while (first < stretches.count && (stretches.ends[first] ?? 0) <= start) first++
    if (first >= stretches.count || (stretches.starts[first] ?? 0) >= end) continue
    keep(reading, kept++, start, end, codes[i] ?? 0, coders[i] ?? 0)
    if (end > reach) coded += lengthWithin(stretches, first, Math.max(start, reach), end)
    reach = Math.max(reach, end)
  }
  reading.count = kept
  return coded
}

function lengthWithin(stretches: Stretches, first: number, from: number, to: number): number {
  let length = 0
  for (let s = first; s < stretches.count && (stretches.starts[s] ?? 0) < to; s++)
    length += Math.max(0, Math.min(to, stretches.ends[s] ?? 0) - Math.max(from, stretches.starts[s] ?? 0))
  return length
}

function mark(reading: Reading, units: Units): void {
  clearMarks(reading, units.count * reading.codeIndex.size)
  const width = reading.codeIndex.size
  const { starts, ends, codes, coders, marks, touched, count } = reading
  let first = 0
  for (let i = 0; i < count; i++) {
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0]
    const bit = 1 << (coders[i] ?? 0)
    while (first < units.count && (units.ends[first] ?? 0) <= start) first++
    for (let u = first; u < units.count && (units.starts[u] ?? 0) < end; u++) {
      const at = u * width + (codes[i] ?? 0)
      const before = marks[at] ?? 0
      if (before === 0) touched[reading.touchedCount++] = at
      marks[at] = before | bit
    }
  }
}

/** Few cells are ever marked, so only those are wiped. */
function clearMarks(reading: Reading, needed: number): void {
  const { marks, touched, touchedCount } = reading
  for (let i = 0; i < touchedCount; i++) marks[touched[i] ?? 0] = 0
  reading.touchedCount = 0
  if (needed <= marks.length) return
  reading.marks = new Uint32Array(needed * 2)
  reading.touched = new Int32Array(needed * 2)
}

function columns(length: number) {
  return {
    starts: new Int32Array(length),
    ends: new Int32Array(length),
    codes: new Int32Array(length),
    coders: new Int32Array(length),
  }
}
