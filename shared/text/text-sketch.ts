/** A text's sketch: hashes of some of its runs of five words, each once, in rising order. The same words give the same
    hashes wherever they stand, so sketches of two texts tell how much of their wording is the same. */
export type TextSketch = Uint32Array

/** Sketches a text; costs one look at each unit. */
export function sketchText(text: string): TextSketch {
  const all: number[] = []
  const drawn: number[] = []
  const run = new Uint32Array(runLength)
  let words = 0
  let word = 0
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 32
    if (isLetter(unit)) {
      word = Math.imul((word || seed) ^ (unit < 128 ? unit | 32 : unit), prime)
      // Scripts without spaces: every sign is a word.
      if (!isUnspaced(unit)) continue
    }
    if (word === 0) continue
    run[words % runLength] = word
    words++
    word = 0
    if (words < runLength) continue
    let hash = seed
    for (let i = 0; i < runLength; i++) hash = Math.imul(hash ^ (run[(words + i) % runLength] ?? 0), prime)
    hash ^= hash >>> 15
    hash >>>= 0
    if (all.length <= wholeUpTo) all.push(hash)
    if (isDrawn(hash)) drawn.push(hash)
  }
  return Uint32Array.from(new Set(all.length > wholeUpTo ? drawn : all)).sort()
}

/** Of longer texts a quarter of the runs tells as much. */
const wholeUpTo = 1000

function isDrawn(hash: number): boolean {
  return (hash & 3) === 0
}

/** A text that is much like another: the share (0 to 1) of the shorter and of the longer one's wording that is the
    same. */
export interface Likeness<K> {
  readonly of: K
  readonly ofShorter: number
  readonly ofLonger: number
}

/** Prepares sketches to be compared with new ones. What it gives tells how like each of them is to a new one, most alike
    first. Wording that several of them have, such as the questions of a guide, says nothing and is left out. */
export function compareSketches<K>(
  known: readonly { readonly of: K; readonly sketch: TextSketch }[],
): (sketch: TextSketch) => Likeness<K>[] {
  const index = indexOf(known.map(({ sketch }) => sketch))
  const sizes = known.map(({ sketch }) => ({ all: sketch.length, drawn: countDrawn(sketch) }))
  return (sketch) => {
    const own = { all: sketch.length, drawn: countDrawn(sketch) }
    // A whole sketch is compared with a drawn one by what would be drawn of it.
    const isWhole = sizes.map((size) => own.drawn < own.all && size.drawn < size.all)
    const shared = new Map<number, { all: number; telling: number }>()
    let common = 0
    for (const hash of sketch) {
      const here = index.placesOf(hash).filter((place) => isWhole[place] === true || isDrawn(hash))
      if (here.length > 1) common++
      for (const place of here) {
        const counts = shared.get(place) ?? { all: 0, telling: 0 }
        counts.all++
        if (here.length === 1) counts.telling++
        shared.set(place, counts)
      }
    }
    return [...shared]
      .flatMap(([place, counts]) => {
        const size = sizes[place]
        const one = known[place]
        if (!one || !size) return []
        const by = isWhole[place] === true ? 'all' : 'drawn'
        const mine = Math.max(1, own[by] - common)
        const theirs = Math.max(1, size[by] - (counts.all - counts.telling))
        const same = counts.telling < fewestRuns ? 0 : counts.telling
        return {
          of: one.of,
          ofShorter: Math.min(1, same / Math.min(mine, theirs)),
          ofLonger: Math.min(1, same / Math.max(mine, theirs)),
        }
      })
      .sort((x, y) => y.ofShorter - x.ofShorter || y.ofLonger - x.ofLonger)
  }
}

/** Which sketches hold a hash: all hashes in one sorted list, each with its sketch's place in the low digits. */
function indexOf(sketches: readonly TextSketch[]): { readonly placesOf: (hash: number) => number[] } {
  const all = new Float64Array(sketches.reduce((sum, sketch) => sum + sketch.length, 0))
  let at = 0
  for (const [place, sketch] of sketches.entries())
    for (const hash of sketch) all[at++] = hash * mostSketches + place
  all.sort()
  return {
    placesOf: (hash) => {
      const key = hash * mostSketches
      let low = 0
      let high = all.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((all[middle] ?? 0) < key) low = middle + 1
        else high = middle
      }
      const places: number[] = []
      for (let i = low; i < all.length && (all[i] ?? 0) < key + mostSketches; i++)
        places.push((all[i] ?? 0) - key)
      return places
    },
  }
}

/** A hash and a place together must stay a whole number. */
const mostSketches = 2 ** 20

function countDrawn(sketch: TextSketch): number {
  let count = 0
  for (const hash of sketch) if (isDrawn(hash)) count++
  return count
}

const runLength = 5
/** Fewer runs than these are the same by chance. */
const fewestRuns = 5
const seed = 0x811c9dc5 | 0
const prime = 0x01000193

function isLetter(unit: number): boolean {
  if (unit < 128)
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
  // Signs such as quotation marks, dashes and spaces of every kind part words.
  return unit >= 0xc0 && (unit < 0x2000 || unit > 0x206f) && unit !== 0x3000
}

function isUnspaced(unit: number): boolean {
  return (unit >= 0x3040 && unit < 0xa000) || (unit >= 0x0e00 && unit < 0x0f00)
}
