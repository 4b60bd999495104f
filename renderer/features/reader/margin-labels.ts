/** A stripe in the margin, in pixels from the top of the text. */
export interface Stripe {
  readonly key: string
  readonly top: number
  readonly bottom: number
}

/** Where the names beside the stripes stand, and those that found no room. */
export interface LabelPlaces {
  readonly placed: ReadonlyMap<string, number>
  /** For the name that is last before the crowd: the stripes whose names are left out below it. */
  readonly crowded: ReadonlyMap<string, readonly string[]>
}

/** Puts a name at each stripe's top, moved down where another stands already. A name that would end up further below
    its stripe's end than `drift` is left out and counted with the name above it. Stripes in order of their tops. */
export function placeLabels(stripes: readonly Stripe[], height: number, drift: number): LabelPlaces {
  const placed = new Map<string, number>()
  const crowded = new Map<string, string[]>()
  let free = Number.NEGATIVE_INFINITY
  let last: string | null = null
  for (const { key, top, bottom } of stripes) {
    const at = Math.max(top, free)
    if (last !== null && at > top && at + height > Math.max(bottom, top + height) + drift) {
      const others = crowded.get(last)
      // The line that counts those left out takes room of its own.
      if (!others) free += height
      crowded.set(last, [...(others ?? []), key])
      continue
    }
    placed.set(key, at)
    free = at + height
    last = key
  }
  return { placed, crowded }
}
