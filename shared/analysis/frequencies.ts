import type { Coding, Turn } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { type Texts, turnsOf } from '../model/project.ts'
import { countWords } from '../text/count-words.ts'
import type { Span } from '../text/positions.ts'
import { codeTree } from './code-tree.ts'
import { prevalenceOf } from './prevalence.ts'
import type { Tally } from './tally.ts'
import { turnsIn } from './who-speaks.ts'

/** How often a code stands, by itself, without codes below it. */
export interface Frequency {
  readonly code: CodeId
  /** Participants who speak for it, of all who count. */
  readonly participants: number
  readonly of: number
  readonly passages: number
  readonly sources: number
  /** Words under it, each once however often it was coded, labels left out; null without texts. */
  readonly words: number | null
}

/** Every code's frequency in reading order of the codebook. Words are counted only when texts are given. */
export function frequencies(tally: Tally, texts?: Texts): readonly Frequency[] {
  const tree = codeTree(tally.project)
  return tree.inOrder.map(({ id }) => {
    const { n, of, passages } = prevalenceOf(tally, id, tree, false)
    const codings = tally.byCode[tally.codes.get(id) ?? -1] ?? []
    return {
      code: id,
      participants: n,
      of,
      passages,
      sources: runsOfSources(codings),
      words: texts ? wordsUnder(tally, codings, texts) : null,
    }
  })
}

/** A code's codings come source by source. */
function runsOfSources(codings: readonly Coding[]): number {
  let runs = 0
  for (let i = 0; i < codings.length; i++)
    if (i === 0 || codings[i]?.source !== codings[i - 1]?.source) runs++
  return runs
}

function wordsUnder(tally: Tally, codings: readonly Coding[], texts: Texts): number {
  let words = 0
  // A source's codings can stand on several of its texts, in turn.
  let reached = new Map<string, number>()
  let before: Coding | undefined
  for (const coding of codings) {
    if (coding.source !== before?.source) reached = new Map()
    const end = reached.get(coding.content) ?? 0
    const fresh = { start: Math.max(coding.start, end), end: coding.end }
    reached.set(coding.content, Math.max(end, coding.end))
    before = coding
    const text = texts(coding.content)
    if (text === undefined || fresh.start >= fresh.end) continue
    const current = tally.project.tables.source.get(coding.source)?.content === coding.content
    const turns = current ? turnsOf(tally.project, coding.source) : []
    for (const part of spokenParts(turns, fresh)) words += countWords(text.slice(part.start, part.end))
  }
  return words
}

/** A stretch without the labels in it: what was said. The stretch itself where there are no turns. */
function spokenParts(turns: readonly Turn[], span: Span): readonly Span[] {
  if (turns.length === 0) return [span]
  return turnsIn(turns, span).map((turn) => ({
    start: Math.max(turn.start, span.start),
    end: Math.min(turn.end, span.end),
  }))
}
