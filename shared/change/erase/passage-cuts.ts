import type { Archive } from '../../model/archive.ts'
import { turnsOf } from '../../model/project.ts'
import { trimSpan } from '../../text/positions.ts'
import { type Cut, erasedWords } from './cut-text.ts'
import type { ErasureWish } from './erasure-wish.ts'
import { wordsOfQuote } from './find-quotes.ts'
import { lastStates } from './walk-log.ts'

/** Passages in every text they stand in, and earlier texts of their sources in which they were not found as they are. */
export interface PassageCuts {
  readonly cuts: ReadonlyMap<string, readonly Cut[]>
  readonly lost: ReadonlySet<string>
}

/** Finds passages that are to go: where they are, and wherever else the same words stand in a row. */
export function passageCuts(archive: Archive, passages: NonNullable<ErasureWish['passages']>): PassageCuts {
  const cuts = new Map<string, Cut[]>()
  const add = (hash: string, start: number, end: number) =>
    cuts.set(hash, [...(cuts.get(hash) ?? []), { start, end, put: erasedWords, words: true }])
  const words = passages.flatMap((passage) => piecesOf(archive, passage))
  for (const { content, start, end } of words) add(content, start, end)
  const long = [...new Set(words.map(({ text }) => text))].filter(isLong)
  for (const { hash, text } of archive.contents.values())
    for (const each of long)
      for (let at = text.indexOf(each); at >= 0; at = text.indexOf(each, at + each.length))
        add(hash, at, at + each.length)
  const lost = new Set<string>()
  for (const source of new Set(passages.map((passage) => passage.source)))
    for (const hash of textsEver(archive, source)) if (!cuts.has(hash)) lost.add(hash)
  for (const { content } of archive.project.tables.source.values()) lost.delete(content)
  return { cuts, lost }
}

function isLong(text: string): boolean {
  return text.length >= 20 && text.trim().split(/\s+/u).length >= wordsOfQuote
}

interface Piece {
  readonly content: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A passage turn by turn, labels left as they are. */
function piecesOf(
  { project, contents }: Archive,
  passage: NonNullable<ErasureWish['passages']>[number],
): readonly Piece[] {
  const source = project.tables.source.get(passage.source)
  const text = source && contents.get(source.content)?.text
  if (!source || text === undefined) return []
  const pieces: Piece[] = []
  const add = (from: number, to: number) => {
    const span = trimSpan(text, { start: Math.max(from, passage.start), end: Math.min(to, passage.end) })
    if (span) pieces.push({ ...span, content: source.content, text: text.slice(span.start, span.end) })
  }
  let reached = 0
  for (const { label, start, end } of turnsOf(project, source.id)) {
    add(reached, label)
    add(start, end)
    reached = end
  }
  add(reached, text.length)
  return pieces
}

function textsEver({ changes }: Archive, source: string): ReadonlySet<string> {
  const texts = new Set<string>()
  for (const { edits } of changes)
    for (const { kind, id, after } of edits)
      if (kind === 'source' && id === source)
        for (const each of [after?.content, after?.firstContent])
          if (typeof each === 'string') texts.add(each)
  for (const { fields } of lastStates(changes).values())
    if (fields.source === source && fields.start !== undefined) texts.add(String(fields.content))
  return texts
}
