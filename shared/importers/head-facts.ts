import { cleanLabel } from './label-grammar.ts'
import type { TextLine } from './text-lines.ts'

/** `Key: value` lines before the first turn as attributes: at most 40, keys up to 40 units, values up to 500.
    Otter's head, where the key stands on a line above its value, is read as well. */
export function headFacts(lines: readonly TextLine[], headEnd: number): Readonly<Record<string, string>> {
  const head = lines.filter((line) => line.end <= headEnd && !line.blank).slice(0, 80)
  const facts: Record<string, string> = {}
  head.forEach((line, i) => {
    const fact = factOn(line.text) ?? factAbove(line.text, head[i + 1]?.text ?? '')
    if (fact !== null && !Object.hasOwn(facts, fact.key) && Object.keys(facts).length < 40)
      facts[fact.key] = fact.value
  })
  return facts
}

interface Fact {
  readonly key: string
  readonly value: string
}

function factOn(line: string): Fact | null {
  const match =
    /^\s{0,8}(?:[-*•#]\s{1,4})?([^:：\n]{1,42}?)\s{0,3}(?:\*\*)?[:：](?:\*\*)?\s{0,8}(\S.*)$/.exec(
      line.slice(0, 700),
    )
  const key = cleanLabel(match?.[1] ?? '')
  const value = (match?.[2] ?? '').trim().slice(0, 500).toWellFormed()
  const isClock = /\d$/.test(key) && /^\d\d\b/.test(value)
  return isKey(key) && value !== '' && !isClock && !value.startsWith('//') ? { key, value } : null
}

function factAbove(line: string, next: string): Fact | null {
  const key = line.trim()
  const value = next.trim().slice(0, 500).toWellFormed()
  return /^(?:SUMMARY KEYWORDS|SPEAKERS|KEYWORDS)$/.test(key) && value !== ''
    ? { key: sentenceCase(key), value }
    : null
}

function sentenceCase(key: string): string {
  return key.charAt(0) + key.slice(1).toLowerCase()
}

function isKey(key: string): boolean {
  return (
    key !== '' &&
    key !== '__proto__' &&
    key.split(' ').length <= 5 &&
    /\p{L}/u.test(key) &&
    !/[.?!,;"“”()。，]/.test(key) &&
    !/^\d+$/.test(key) &&
    !/^https?$/.test(key)
  )
}
