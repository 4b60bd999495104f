import type { Span } from './positions.ts'

/** A turn (or a paragraph) of one of two texts that say the same, as it is paired with the other's. */
export interface TurnToPair extends Span {
  /** Who speaks, as the text names them; null where nobody is named. */
  readonly voice: string | null
  /** Milliseconds from the start of the recording; null where unknown. */
  readonly time: number | null
}

/** Which turn of a source each turn of its translation belongs to, and how sure that is. */
export interface TurnsPaired {
  /** For each turn of the translation in order, the turn of the source; it never goes back, several may share one. */
  readonly to: readonly number[]
  /** What decided: both have the same turns in the same voices; else times, voices and lengths together. */
  readonly by: 'voices' | 'times' | 'lengths'
  /** Turns of the translation that are the first on their turn. */
  readonly paired: number
  /** Turns of the translation that were put with the turn before them. */
  readonly joined: number
  /** Turns of the source that nothing was found for. */
  readonly without: number
  /** Turns of the translation to look at: far longer or shorter than their turn, or in another voice. */
  readonly doubtful: readonly number[]
}

/** Pairs the turns of a translation with those of its source, in order: by times where both have them, by who speaks,
    and by how long each is (Gale and Church 1993, https://aclanthology.org/J93-1004/), in a band around the diagonal,
    so that 2,000 turns take a fraction of a second. The same turns give the same pairs. Null where either has none. */
export function alignTurns(
  source: readonly TurnToPair[],
  translation: readonly TurnToPair[],
): TurnsPaired | null {
  if (source.length === 0 || translation.length === 0) return null
  if (samePattern(source, translation)) return told(source, translation, identity(source.length), 'voices')
  const timed = mostlyTimed(source) && mostlyTimed(translation)
  const texts: Pair = {
    source,
    translation,
    ratio: lengthRatio(source, translation),
    timed,
    voices: new Map(),
  }
  const first = cheapest(texts)
  const voices = voicesLike(texts, first)
  const to = voices.size > 0 ? cheapest({ ...texts, voices }) : first
  return told(source, translation, to, timed ? 'times' : 'lengths', voices)
}

interface Pair {
  readonly source: readonly TurnToPair[]
  readonly translation: readonly TurnToPair[]
  /** How many units of the translation one unit of the source becomes. */
  readonly ratio: number
  readonly timed: boolean
  /** A voice of the translation to the voice of the source that it is. */
  readonly voices: ReadonlyMap<string, string>
}

function identity(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i)
}

/** The same number of turns, and voices that change at the same places, whatever they are called. */
function samePattern(source: readonly TurnToPair[], translation: readonly TurnToPair[]): boolean {
  if (source.length !== translation.length) return false
  const [ours, theirs] = [voicesByFirst(source), voicesByFirst(translation)]
  return new Set(ours).size > 1 && ours.every((voice, i) => voice === theirs[i])
}

function voicesByFirst(turns: readonly TurnToPair[]): readonly number[] {
  const seen = new Map<string | null, number>()
  return turns.map(({ voice }) => {
    const number = seen.get(voice) ?? seen.size
    seen.set(voice, number)
    return number
  })
}

function mostlyTimed(turns: readonly TurnToPair[]): boolean {
  return turns.filter((turn) => turn.time !== null).length * 5 >= turns.length * 4
}

function lengthRatio(source: readonly TurnToPair[], translation: readonly TurnToPair[]): number {
  return Math.max(0.05, Math.min(20, total(translation) / Math.max(1, total(source))))
}

function total(turns: readonly TurnToPair[]): number {
  return turns.reduce((sum, turn) => sum + turn.end - turn.start, 0)
}

/** How many turns of the source and of the translation are taken together, and how unlikely that is by itself
    (in nats; after Gale and Church's table of sentence pairs). */
const steps = [
  { ours: 1, theirs: 1, cost: 0.12 },
  { ours: 1, theirs: 2, cost: 3.1 },
  { ours: 2, theirs: 1, cost: 3.1 },
  { ours: 1, theirs: 3, cost: 5 },
  { ours: 1, theirs: 0, cost: 4.6 },
  { ours: 0, theirs: 1, cost: 4.6 },
] as const

/** The cheapest way through both texts, as the turn of the source for each turn of the translation. */
function cheapest(texts: Pair): number[] {
  const { source, translation } = texts
  const [ours, theirs] = [source.length, translation.length]
  const band = bandOf(source, translation)
  const rows: { readonly from: number; readonly costs: Float64Array; readonly ways: Uint8Array }[] = []
  const costAt = (i: number, j: number): number =>
    rows[i]?.costs[j - rows[i].from] ?? Number.POSITIVE_INFINITY
  for (let i = 0; i <= ours; i++) {
    const { from, to } = band(i)
    const row = {
      from,
      costs: new Float64Array(to - from + 1).fill(Number.POSITIVE_INFINITY),
      ways: new Uint8Array(to - from + 1),
    }
    rows.push(row)
    for (let j = from; j <= to; j++) {
      if (i === 0 && j === 0) row.costs[0] = 0
      else
        steps.forEach((step, way) => {
          if (i < step.ours || j < step.theirs) return
          const before = costAt(i - step.ours, j - step.theirs)
          if (before === Number.POSITIVE_INFINITY) return
          const cost = before + stepCost(texts, step, i - step.ours, j - step.theirs)
          if (cost < (row.costs[j - from] ?? 0)) {
            row.costs[j - from] = cost
            row.ways[j - from] = way
          }
        })
    }
  }
  const to = new Array<number>(theirs).fill(0)
  for (let i = ours, j = theirs; i > 0 || j > 0; ) {
    const step = steps[rows[i]?.ways[j - (rows[i]?.from ?? 0)] ?? 0] ?? steps[0]
    i -= step.ours
    j -= step.theirs
    for (let k = 0; k < step.theirs; k++) to[j + k] = step.ours > 0 ? i : Math.max(0, i - 1)
  }
  return to
}

/** For a number of turns of the source, how many of the translation may stand beside them: around the place that is as
    far through the translation. Each row reaches the next, so a way through always exists. */
function bandOf(source: readonly TurnToPair[], translation: readonly TurnToPair[]) {
  const [ours, theirs] = [source.length, translation.length]
  const width = Math.max(
    40,
    Math.min(60 + Math.ceil(Math.max(ours, theirs) / 10), Math.floor(2_000_000 / ours)),
  )
  const theirShares = shares(translation)
  let reached = 0
  const centres = shares(source).map((share) => {
    while (reached < theirs && (theirShares[reached] ?? 1) < share) reached++
    return reached
  })
  const low = (i: number) => (i === 0 ? 0 : Math.max(0, (centres[i] ?? theirs) - width))
  return (i: number) => ({
    from: low(i),
    to: i === ours ? theirs : Math.min(theirs, Math.max((centres[i] ?? theirs) + width, low(i + 1))),
  })
}

/** How far through the text one is before each turn, and 1 at the end: half by turns, half by length. */
function shares(turns: readonly TurnToPair[]): readonly number[] {
  const all = Math.max(1, total(turns))
  let length = 0
  const found = turns.map((turn, i) => {
    const share = (i / turns.length + length / all) / 2
    length += turn.end - turn.start
    return share
  })
  return [...found, 1]
}

function stepCost(texts: Pair, step: (typeof steps)[number], i: number, j: number): number {
  const ours = lengthOf(texts.source, i, step.ours)
  const theirs = lengthOf(texts.translation, j, step.theirs)
  // Where times are known, how long a turn is says little more.
  let cost = step.cost + lengthCost(ours, theirs, texts.ratio) * (texts.timed ? 0.25 : 1)
  const beside = step.ours > 0 ? i : Math.max(0, i - 1)
  for (let k = 0; k < step.theirs; k++)
    cost += timeCost(texts, beside, j + k) + voiceCost(texts, beside, j + k)
  if (step.ours === 2) cost += voiceCost(texts, i + 1, j)
  return cost
}

function lengthOf(turns: readonly TurnToPair[], from: number, count: number): number {
  let length = 0
  for (let k = from; k < from + count; k++) length += (turns[k]?.end ?? 0) - (turns[k]?.start ?? 0)
  return length
}

/** How unlikely two lengths are of turns that say the same, in nats; 6.8 is the variance a unit, as published.
    A turn may be passed over, so one more unlikely than that costs no more. */
function lengthCost(ours: number, theirs: number, ratio: number): number {
  const mean = (ours + theirs / ratio) / 2
  if (mean === 0) return 0
  const apart = Math.abs(theirs - ours * ratio) / Math.sqrt(mean * 6.8 * Math.max(ratio, 0.2))
  return Math.min(12, -Math.log(Math.max(1e-12, twoTails(apart))))
}

/** The probability of being at least so many standard deviations away (Abramowitz and Stegun 26.2.17, below 1e-7). */
function twoTails(apart: number): number {
  const t = 1 / (1 + 0.2316419 * apart)
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (2 * Math.exp(-(apart * apart) / 2) * sum) / Math.sqrt(2 * Math.PI)
}

/** A turn of the translation should begin while its turn of the source lasts: a nat for each second outside. */
function timeCost({ source, translation, timed }: Pair, i: number, j: number): number {
  const time = translation[j]?.time ?? null
  const from = source[i]?.time ?? null
  if (!timed || time === null || from === null) return 0
  const until = source[i + 1]?.time ?? Number.POSITIVE_INFINITY
  const outside = Math.max(from - 500 - time, time - until, 0)
  return Math.min(15, outside / 1000) + Math.min(1, Math.abs(time - from) / 20_000)
}

function voiceCost({ source, translation, voices }: Pair, i: number, j: number): number {
  const [ours, theirs] = [source[i]?.voice ?? null, translation[j]?.voice ?? null]
  if (ours === null || theirs === null) return 0
  const meant = voices.get(theirs)
  return meant === undefined || meant === ours ? 0 : 6
}

/** Which voice of the source each voice of the translation is: by its name, else the one it mostly stands beside. */
function voicesLike({ source, translation }: Pair, to: readonly number[]): ReadonlyMap<string, string> {
  const named = new Set(source.flatMap((turn) => turn.voice ?? []))
  const beside = new Map<string, Map<string, number>>()
  translation.forEach(({ voice }, j) => {
    const ours = source[to[j] ?? 0]?.voice ?? null
    if (voice === null || ours === null) return
    const counts = beside.get(voice) ?? new Map<string, number>()
    beside.set(voice, counts.set(ours, (counts.get(ours) ?? 0) + 1))
  })
  const like = new Map<string, string>()
  for (const [voice, counts] of beside) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const [most, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
    if (named.has(voice)) like.set(voice, voice)
    else if (most !== undefined && count * 2 > all) like.set(voice, most)
  }
  return like
}

function told(
  source: readonly TurnToPair[],
  translation: readonly TurnToPair[],
  to: readonly number[],
  by: TurnsPaired['by'],
  voices: ReadonlyMap<string, string> = new Map(),
): TurnsPaired {
  const paired = new Set(to).size
  const ratio = lengthRatio(source, translation)
  const texts: Pair = { source, translation, ratio, timed: false, voices }
  const lengths = new Map<number, number>()
  to.forEach((i, j) => {
    lengths.set(i, (lengths.get(i) ?? 0) + lengthOf(translation, j, 1))
  })
  return {
    to,
    by,
    paired,
    joined: translation.length - paired,
    without: source.length - paired,
    doubtful: to.flatMap((i, j) => {
      const isFar = lengthCost(lengthOf(source, i, 1), lengths.get(i) ?? 0, ratio) > 9
      return isFar || voiceCost(texts, i, j) > 0 ? [j] : []
    }),
  }
}
