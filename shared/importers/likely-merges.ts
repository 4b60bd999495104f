import type { DraftSpeaker, LikelyMerge } from './source-draft.ts'

/** Pairs of labels that are probably one voice: look-alike letters of another script, capitals, a typing slip,
    initials of a name, a party in brackets. The more frequent label is kept; at most 40 pairs. */
export function likelyMerges(
  speakers: readonly Pick<DraftSpeaker, 'label' | 'turns'>[],
): readonly LikelyMerge[] {
  const merges: LikelyMerge[] = []
  const ranked = speakers.toSorted((a, b) => b.turns - a.turns).slice(0, 150)
  const merged = new Set<string>()
  ranked.forEach((first, i) => {
    for (const second of ranked.slice(i + 1)) {
      if (merged.has(second.label) || merges.length >= 40) continue
      const reason = sameVoiceReason(first.label, second.label)
      if (reason === null) continue
      merged.add(second.label)
      merges.push({ keep: first.label, merge: second.label, reason })
    }
  })
  return merges
}

function sameVoiceReason(a: string, b: string): string | null {
  if (lookAlike(a) === lookAlike(b))
    return a.toLowerCase() === b.toLowerCase() ? 'differs only in capitals' : LOOKS_SAME
  if (plain(a) === plain(b)) return 'differs only in punctuation'
  if (withoutBrackets(a) === withoutBrackets(b)) return 'differs only in what stands in brackets'
  if (isInitialsOf(a, b) || isInitialsOf(b, a)) return 'initials of the other'
  if (isFirstNameOf(a, b) || isFirstNameOf(b, a)) return 'part of the longer name'
  const long = Math.min(a.length, b.length) >= 5
  return long && !/\d|(?:^| )\p{L}$/u.test(a + b) && differsByOne(plain(a), plain(b))
    ? 'differs by one letter'
    : null
}

const LOOKS_SAME = 'looks the same in another script'

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\s.:_'’"-]+/g, ' ')
    .trim()
}

function withoutBrackets(label: string): string {
  return plain(label.replace(/[([].*?[)\]]/g, ''))
}

/** Cyrillic and Greek letters that look Latin, as Latin. */
function lookAlike(label: string): string {
  return Array.from(label.toLowerCase(), (letter) => LOOK_ALIKES.get(letter) ?? letter).join('')
}

const LOOK_ALIKES = new Map(
  [...'асеорхукмтвніјѕԁαοερτυκνιβγ'].map((letter, i) => [
    letter,
    [...'aceopxykmtbhijsdaoeptukviby'][i] ?? letter,
  ]),
)

function isInitialsOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, '')
  const words = long.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
  if (letters.length < 2 || letters !== letters.toUpperCase() || letters.length > 4 || words.length < 2)
    return false
  const initials = words.map((word) => word.charAt(0)).join('')
  return initials === letters || (letters.length >= 2 && initials.startsWith(letters) && /\./.test(short))
}

function isFirstNameOf(short: string, long: string): boolean {
  const words = withoutBrackets(long).split(' ')
  const part = plain(short)
  if (/\d/.test(long) || words.length < 2 || words.length > 4) return false
  return part.length >= 3 && (words[0] === part || words.at(-1) === part)
}

function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  return Math.max(a.length, b.length) - head - tail <= 1
}
