import { seededRandom } from './seeded-random.ts'

/** Draws so many of some things without putting any back, each as likely as any other, and gives them in their own
    order. The same seed draws the same again. All of them where fewer are there. */
export function drawSample<T>(from: readonly T[], count: number, seed: number): readonly T[] {
  const random = seededRandom(seed)
  const places = from.map((_, i) => i)
  const wanted = Math.max(0, Math.min(count, places.length))
  for (let i = 0; i < wanted; i++) {
    const pick = i + Math.floor(random() * (places.length - i))
    const here = places[i] ?? i
    places[i] = places[pick] ?? pick
    places[pick] = here
  }
  const drawn = new Set(places.slice(0, wanted))
  return from.filter((_, i) => drawn.has(i))
}
