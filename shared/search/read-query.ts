import type { Span } from '../text/positions.ts'
import { type Folding, foldText } from './fold-text.ts'

/** What somebody looks for, and how exactly. */
export interface SearchWish {
  readonly query: string
  /** The query is a regular expression (of this engine, with the flag `u`). */
  readonly regex: boolean
  /** A word stands for itself only, not for longer words it is part of. */
  readonly wholeWord: boolean
  readonly matchCase: boolean
  /** Accents matter: "Jose" does not find "José". */
  readonly accents: boolean
}

/** A place found, in units of the stretch it was looked for in; `marks` are the words that were meant. */
export interface Found extends Span {
  readonly marks: readonly Span[]
}

/** A query ready to be asked. `find` looks through one stretch, written as `folding` says. */
export interface Finder {
  readonly folding: Folding
  readonly find: (stretch: string) => Found[]
}

export type ReadQuery =
  | { readonly ok: true; readonly finder: Finder }
  | { readonly ok: false; readonly problem: string }

/** Reads a query. Words must all stand in one turn (a turn with several is found once, at the place where they are
    closest); "a phrase" keeps its words together; `word*` finds what begins so; OR offers another; -word leaves
    out turns that have it. Null when nothing is asked. */
export function readQuery(wish: SearchWish): ReadQuery | null {
  if (wish.query.trim() === '') return null
  const folding = { case: !wish.matchCase && !wish.regex, accents: !wish.accents }
  if (wish.regex) return readExpression(wish, folding)
  const { groups, without } = readGroups(wish, folding)
  if (groups.length === 0) {
    return without.length > 0
      ? { ok: false, problem: 'Name at least one word to look for besides those to leave out.' }
      : null
  }
  return { ok: true, finder: { folding, find: (stretch) => findGroups(stretch, groups, without) } }
}

function readExpression(wish: SearchWish, folding: Folding): ReadQuery {
  const source = foldText(wish.query, folding)
  try {
    const expression = new RegExp(
      wish.wholeWord ? bounded(`(?:${source})`) : source,
      wish.matchCase ? 'gu' : 'giu',
    )
    return { ok: true, finder: { folding, find: (stretch) => occurrences(stretch, expression).map(alone) } }
  } catch (trouble) {
    const why = trouble instanceof Error ? trouble.message.replace(/^Invalid regular expression: /, '') : ''
    return { ok: false, problem: `This is not a regular expression: ${why}` }
  }
}

/** Words of which any will do. */
type Group = readonly RegExp[]

function readGroups(
  { query, wholeWord }: SearchWish,
  folding: Folding,
): { groups: Group[]; without: RegExp[] } {
  const groups: RegExp[][] = []
  const without: RegExp[] = []
  let joins = false
  for (const [, minus = '', phrase, word = ''] of query.matchAll(
    /(-(?=["“”\p{L}\p{N}]))?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/gu,
  )) {
    if (word === 'OR' && groups.length > 0) {
      joins = true
      continue
    }
    const expression = termExpression(phrase ?? word, phrase !== undefined, wholeWord, folding)
    if (!expression) continue
    if (minus !== '') without.push(expression)
    else if (joins) groups.at(-1)?.push(expression)
    else groups.push([expression])
    joins = false
  }
  return { groups, without }
}

function termExpression(
  term: string,
  isPhrase: boolean,
  wholeWord: boolean,
  folding: Folding,
): RegExp | null {
  const words = foldText(term, folding)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) || (word !== '' && word !== '*'))
  if (words.length === 0) return null
  const last = words.at(-1) ?? ''
  const isPrefix = last.length > 1 && last.endsWith('*')
  const parts = words.map(
    (word) =>
      escaped(word.replace(/\*$/, '')) + (word.endsWith('*') && word !== last ? '[\\p{L}\\p{N}]*' : ''),
  )
  const body = parts.join('[^\\p{L}\\p{N}]+') + (isPrefix ? '[\\p{L}\\p{N}]*' : '')
  return new RegExp(isPhrase || wholeWord || isPrefix ? bounded(body) : body, 'gu')
}

/** Words end where letters and digits end; where the query itself begins or ends otherwise, no border is asked for. */
function bounded(body: string): string {
  return `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function findGroups(stretch: string, groups: readonly Group[], without: readonly RegExp[]): Found[] {
  const found = groups.map((group) =>
    group.flatMap((expression) => occurrences(stretch, expression)).sort(byStart),
  )
  if (found.some((each) => each.length === 0)) return []
  if (without.some((expression) => occurrences(stretch, expression).length > 0)) return []
  const [only = []] = found
  return found.length === 1 ? only.map(alone) : [closest(found)]
}

function occurrences(stretch: string, expression: RegExp): Span[] {
  const spans: Span[] = []
  for (const match of stretch.matchAll(expression)) {
    if (match[0] !== '') spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans
}

/** The shortest stretch that has one of each: the marks in it, in order. */
function closest(found: readonly (readonly Span[])[]): Found {
  const all = found.flatMap((spans, group) => spans.map((span) => ({ ...span, group }))).sort(byStart)
  const last = new Map<number, Span>()
  let best: readonly Span[] = []
  let shortest = Number.POSITIVE_INFINITY
  for (const { group, start, end } of all) {
    last.set(group, { start, end })
    if (last.size < found.length) continue
    const marks = [...last.values()].sort(byStart)
    const length = Math.max(...marks.map((mark) => mark.end)) - (marks[0]?.start ?? 0)
    if (length >= shortest) continue
    shortest = length
    best = marks
  }
  return { start: best[0]?.start ?? 0, end: Math.max(...best.map((mark) => mark.end)), marks: best }
}

function alone(span: Span): Found {
  return { ...span, marks: [span] }
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}
