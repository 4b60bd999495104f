import type { Source } from '../model/entities.ts'

/** Sources in the order in which a recording of this name is likely theirs, and how many of the first have a like
    name: half of the words and numbers at least. Zeros before numbers, case and accents do not matter. */
export function likeSources(
  recording: string,
  sources: readonly Source[],
): { readonly inOrder: readonly Source[]; readonly like: number } {
  const wanted = wordsOf(recording.replace(/\.\w{2,5}$/, ''))
  const scored = sources
    .map((source) => ({ source, score: likeness(wanted, wordsOf(source.name)) }))
    .sort((a, b) => b.score - a.score)
  return {
    inOrder: scored.map(({ source }) => source),
    like: scored.filter(({ score }) => score >= 0.5).length,
  }
}

function wordsOf(name: string): ReadonlySet<string> {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return new Set((plain.match(/\p{L}+|\p{N}+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, '')))
}

/** Shared words of all words of the shorter name: a recording's name is often the shorter one. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const fewest = Math.min(a.size, b.size)
  return fewest === 0 ? 0 : [...a].filter((word) => b.has(word)).length / fewest
}
