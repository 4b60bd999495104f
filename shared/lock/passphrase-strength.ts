/** How hard a passphrase is to guess, in words; `none` while nothing is typed. */
export type Strength = 'none' | 'too short' | 'weak' | 'fair' | 'strong'

/** A passphrase of fewer characters than this is not taken. */
export const fewestCharacters = 8

/** Judges a passphrase by its length and its variety. A rough measure: it knows no dictionary, so a well-known
    quotation counts for more than it is worth. */
export function passphraseStrength(passphrase: string): Strength {
  const length = [...passphrase].length
  if (length === 0) return 'none'
  if (length < fewestCharacters) return 'too short'
  const bits = Math.max(bitsOfCharacters(passphrase), bitsOfWords(passphrase))
  return bits < 33 ? 'weak' : bits < 56 ? 'fair' : 'strong'
}

/** Bits a guesser has to find out, taken character by character. What repeats or runs on (aaa, 123) adds little. */
function bitsOfCharacters(passphrase: string): number {
  const characters = [...passphrase]
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{Nd}/u, 10],
    [/[^\p{L}\p{Nd}]/u, 20],
    [/\p{Lo}/u, 200],
  ]
  const alphabet = kinds.reduce((sum, [kind, size]) => (kind.test(passphrase) ? sum + size : sum), 0)
  const fresh = characters.filter((character, i) => !runsOn(characters[i - 1], character)).length
  const variety = Math.min(fresh, new Set(characters).size * 1.5)
  // Words of a language are easier to guess than drawn characters: three fifths of the measure.
  return variety * Math.log2(Math.max(2, alphabet)) * 0.6
}

function runsOn(before: string | undefined, character: string): boolean {
  const step = (character.codePointAt(0) ?? 0) - (before?.codePointAt(0) ?? -9)
  return Math.abs(step) <= 1
}

/** Bits of words that have nothing to do with each other: each out of about two thousand. */
function bitsOfWords(passphrase: string): number {
  const words = passphrase.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return new Set(words).size * 11
}
