/** A word for a share. A word always stands beside its numbers. */
export type QuantityWord =
  | 'none'
  | 'one'
  | 'a few'
  | 'some'
  | 'many'
  | 'a majority'
  | 'most'
  | 'nearly all'
  | 'all'

/** From this many participants up shares get words; below it only numbers are said. */
export const fewestForWords = 10

/** The steps of the ladder from most to least, as a report states them. The first that holds is the word. */
export const ladder: readonly { readonly word: QuantityWord; readonly means: string }[] = [
  { word: 'all', means: 'everyone' },
  { word: 'nearly all', means: '90 % or more, but not everyone' },
  { word: 'most', means: '67 % to below 90 %' },
  { word: 'a majority', means: 'more than half, to below 67 %' },
  { word: 'many', means: '33 % to half' },
  { word: 'some', means: 'four or more, below 33 %' },
  { word: 'a few', means: 'two or three, below 33 %' },
  { word: 'one', means: 'one' },
  { word: 'none', means: 'nobody' },
]

/** The word for n of N; null below ten participants. Whole numbers with 0 ≤ n ≤ N; exactly half is no majority. */
export function quantityWord(n: number, of: number): QuantityWord | null {
  if (of < fewestForWords) return null
  if (n === of) return 'all'
  if (n * 100 >= of * 90) return 'nearly all'
  if (n * 100 >= of * 67) return 'most'
  if (n * 2 > of) return 'a majority'
  if (n * 100 >= of * 33) return 'many'
  if (n > 3) return 'some'
  if (n > 1) return 'a few'
  return n === 1 ? 'one' : 'none'
}

/** "most participants (17 of 25)", or "7 of 9 participants" where no word may be used. `noun` in the plural. */
export function quantityPhrase(n: number, of: number, noun = 'participants'): string {
  const word = quantityWord(n, of)
  return word === null || word === 'none'
    ? `${n} of ${of} ${noun}`
    : `${withNoun(word, noun)} (${n} of ${of})`
}

/** The word before its noun: "a majority of participants", "one participant". */
export function withNoun(word: QuantityWord, noun: string): string {
  if (word === 'a majority') return `a majority of ${noun}`
  if (word === 'one') return `one ${noun.replace(/^participants/, 'participant')}`
  return word === 'none' ? `none of the ${noun}` : `${word} ${noun}`
}

/** The ladder in one sentence, for how a report counted. */
export function ladderInWords(): string {
  const steps = ladder.filter((step) => step.word !== 'none' && step.word !== 'one')
  return steps.map(({ word, means }) => `“${word}” means ${means}`).join('; ')
}
