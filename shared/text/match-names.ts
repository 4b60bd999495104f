import type { Span } from './positions.ts'

/** Something that can be found by its name, by other names it goes by, or by what it means. */
export interface Named {
  readonly name: string
  readonly otherNames?: readonly string[]
  readonly meaning?: string
}

/** Something found: the parts of its name to mark, and whether only its meaning matched. */
export interface NameMatch<E> {
  readonly entry: E
  readonly marks: readonly Span[]
  readonly by: 'name' | 'other name' | 'meaning'
}

/** Finds entries for what somebody types, best first; case and accents do not matter. An empty query finds
    everything in its order. Whole beginnings come before beginnings of words, then parts, then letters in
    their order (as in "mmr" for "Metrics miss relations"), then other names, then meanings. */
export function matchNames<E extends Named>(query: string, entries: readonly E[]): NameMatch<E>[] {
  const wanted = fold(query.trim())
  if (wanted === '') return entries.map((entry) => ({ entry, marks: [], by: 'name' }))
  return entries
    .flatMap((entry) => {
      const found = matchEntry(wanted, entry)
      return found ? [{ ...found, entry }] : []
    })
    .sort((a, b) => b.score - a.score || a.entry.name.length - b.entry.name.length)
    .map(({ entry, marks, by }) => ({ entry, marks, by }))
}

/** True when two names are the same to a reader: case, accents and spaces at the ends do not matter. */
export function sameName(a: string, b: string): boolean {
  return fold(a.trim()) === fold(b.trim())
}

interface Found {
  readonly score: number
  readonly marks: readonly Span[]
  readonly by: NameMatch<Named>['by']
}

function matchEntry(wanted: string, entry: Named): Found | null {
  const name = fold(entry.name)
  const inName = matchWhole(wanted, name) ?? matchWords(wanted, name) ?? matchInitials(wanted, name)
  if (inName) return { ...inName, by: 'name' }
  if (entry.otherNames?.some((other) => fold(other).includes(wanted)))
    return { score: 40, marks: [], by: 'other name' }
  const loose = matchLetters(wanted, name)
  if (loose) return { ...loose, by: 'name' }
  const meaning = entry.meaning === undefined ? '' : fold(entry.meaning)
  const spoken = wanted.length > 2 && wanted.split(' ').every((word) => meaning.includes(word))
  return spoken ? { score: 20, marks: [], by: 'meaning' } : null
}

type InName = Omit<Found, 'by'>

function matchWhole(wanted: string, name: string): InName | null {
  const at = name.startsWith(wanted) ? 0 : wordStart(name, wanted)
  const place = at >= 0 ? at : name.indexOf(wanted)
  if (place < 0) return null
  const score = name === wanted ? 100 : place === 0 ? 90 : at >= 0 ? 80 : 60
  return { score, marks: [{ start: place, end: place + wanted.length }] }
}

function matchWords(wanted: string, name: string): InName | null {
  const marks: Span[] = []
  for (const word of wanted.split(/\s+/)) {
    const at = wordStart(name, word)
    if (at < 0) return null
    marks.push({ start: at, end: at + word.length })
  }
  return { score: 70, marks: marks.toSorted((a, b) => a.start - b.start) }
}

function matchInitials(wanted: string, name: string): InName | null {
  if (wanted.length < 2 || wanted.includes(' ')) return null
  const starts = [...name.matchAll(WORD_START)].map((match) => match.index)
  const marks: Span[] = []
  for (const at of starts) {
    if (name[at] === wanted[marks.length]) marks.push({ start: at, end: at + 1 })
    if (marks.length === wanted.length) return { score: 55, marks }
  }
  return null
}

/** Letters in their order, each run beginning near the last: forgives what fingers skip. */
function matchLetters(wanted: string, name: string): InName | null {
  if (wanted.length < 3) return null
  const marks: Span[] = []
  let at = -1
  for (const letter of wanted) {
    const next = name.indexOf(letter, at + 1)
    if (next < 0 || (at >= 0 && next - at > 4)) return null
    marks.push({ start: next, end: next + letter.length })
    at = next
  }
  return { score: 30, marks }
}

const WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu

function wordStart(name: string, word: string): number {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')) return at
  }
  return -1
}

/** Unit for unit, so that positions in the folded text are positions in the text. */
function fold(text: string): string {
  let folded = ''
  for (const unit of text.split('')) {
    const plain = (unit.normalize('NFD')[0] ?? unit).toLowerCase()
    folded += plain.length === 1 ? plain : unit
  }
  return folded
}
