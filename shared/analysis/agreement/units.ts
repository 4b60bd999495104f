import type { Source } from '../../model/entities.ts'
import { type Project, type Texts, turnsOf } from '../../model/project.ts'
import type { AgreementUnit } from './agreement-wish.ts'

/** Stretches of one content in order, none overlapping another: UTF-16 units, ends exclusive. */
export interface Stretches {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly count: number
}

/** Stretches that are rated, each with its weight: 1, or its length where characters are counted. */
export interface Units extends Stretches {
  readonly weights: Int32Array
}

/** The text of a source that can be coded, labels left out: its turns, or its paragraphs where it has none. Null when
    that needs its text and the text is not at hand. */
export function stretchesOf(project: Project, source: Source, texts: Texts): Stretches | null {
  const turns = turnsOf(project, source.id)
  if (turns.length === 0) {
    const text = texts(source.content)
    return text === undefined ? null : paragraphsOf(text)
  }
  const stretches = columns(turns.length)
  let count = 0
  for (const { start, end } of turns) {
    if (end <= start) continue
    stretches.starts[count] = start
    stretches.ends[count] = end
    count++
  }
  return { ...stretches, count }
}

/** The units of one source, given its stretches and the passages coded in them (in order of start). */
export function unitsOf(unit: AgreementUnit, stretches: Stretches, passages: Stretches): Units {
  if (unit === 'characters') return cutAtPassages(stretches, passages)
  const units = unit === 'turns' ? stretches : joinedPassages(passages)
  return { ...units, weights: new Int32Array(units.count).fill(1) }
}

function paragraphsOf(text: string): Stretches {
  const lines = [...text.matchAll(/\S[^\n]*/g)]
  const stretches = columns(lines.length)
  for (const [i, { index, 0: line }] of lines.entries()) {
    stretches.starts[i] = index
    stretches.ends[i] = index + line.trimEnd().length
  }
  return { ...stretches, count: lines.length }
}

/** Passages that overlap become one; a stretch coded twice is not two units. */
function joinedPassages({ starts, ends, count: passages }: Stretches): Stretches {
  const joined = columns(passages)
  let count = 0
  let reach = -1
  for (let i = 0; i < passages; i++) {
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0]
    if (start >= reach) joined.starts[count++] = start
    reach = Math.max(reach, end)
    joined.ends[count - 1] = reach
  }
  return { ...joined, count }
}

/** Stretches cut wherever a passage begins or ends: between two cuts all characters are coded alike. */
function cutAtPassages(stretches: Stretches, passages: Stretches): Units {
  const cuts = new Int32Array(passages.count * 2)
  cuts.set(passages.starts.subarray(0, passages.count))
  cuts.set(passages.ends.subarray(0, passages.count), passages.count)
  cuts.sort()
  const units = {
    ...columns(stretches.count + cuts.length),
    weights: new Int32Array(stretches.count + cuts.length),
  }
  let count = 0
  let cut = 0
  for (let s = 0; s < stretches.count; s++) {
    let from = stretches.starts[s] ?? 0
    const end = stretches.ends[s] ?? 0
    while (from < end) {
      while (cut < cuts.length && (cuts[cut] ?? 0) <= from) cut++
      const to = Math.min(end, cut < cuts.length ? (cuts[cut] ?? end) : end)
      units.starts[count] = from
      units.ends[count] = to
      units.weights[count++] = to - from
      from = to
    }
  }
  return { ...units, count }
}

function columns(length: number) {
  return { starts: new Int32Array(length), ends: new Int32Array(length) }
}
