/** A stretch of a sentence: plain words, or a number that leads to its excerpts. */
export interface SentencePart {
  readonly text: string
  readonly isNumber: boolean
}

const numbers =
  /\d+ of (?:all )?\d+(?: participants interviewed| participants in sessions| participants| group sessions)?|\d+ (?:denies|deny) it|\d+ passages?/g

/** Cuts a sentence of a report at its numbers: "14 of 25 participants", "2 deny it", "31 passages". */
export function numberParts(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = []
  let from = 0
  for (const match of sentence.matchAll(numbers)) {
    if (match.index > from) parts.push({ text: sentence.slice(from, match.index), isNumber: false })
    parts.push({ text: match[0], isNumber: true })
    from = match.index + match[0].length
  }
  if (from < sentence.length) parts.push({ text: sentence.slice(from), isNumber: false })
  return parts
}
