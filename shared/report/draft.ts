import type { Code } from '../model/entities.ts'
import { countWords } from '../text/count-words.ts'
import type { QuoteBlock, ReportBlock } from './report-document.ts'

/** A place in a draft where a code's quotes will stand. They are chosen when everything else is written, because only
    then is it known how much may be quoted. */
export interface QuoteSlot {
  readonly kind: 'slot'
  /** Names the rule in `quoteRule`. Slots of one section share its maximum. */
  readonly section: string
  /** The code they stand under. */
  readonly code: Code
  /** The codes whose passages they may be. */
  readonly codes: readonly Code[]
  /** Says so where no words may be quoted. */
  readonly saysNone: boolean
  /** Filled by `fillSlots`. */
  readonly quotes: QuoteBlock[]
}

export type DraftBlock = ReportBlock | QuoteSlot

/** A slot, empty still. */
export function quoteSlot(section: string, codes: readonly [Code, ...Code[]], saysNone = false): QuoteSlot {
  return { kind: 'slot', section, code: codes[0], codes, saysNone, quotes: [] }
}

/** The slots of a draft in reading order. */
export function slotsOf(draft: readonly DraftBlock[]): readonly QuoteSlot[] {
  return draft.filter((block): block is QuoteSlot => block.kind === 'slot')
}

/** Words between headings that are the report's own. */
export function ownWords(blocks: readonly DraftBlock[]): number {
  return blocks.reduce(
    (sum, block) =>
      block.kind === 'prose' || block.kind === 'prevalence' || block.kind === 'gap'
        ? sum + countWords(block.text)
        : sum,
    0,
  )
}

/** The draft with its quotes in place: those that speak against after those that speak for it. */
export function settled(draft: readonly DraftBlock[], hasWords: (slot: QuoteSlot) => boolean): ReportBlock[] {
  const blocks = draft.flatMap((block): readonly ReportBlock[] => {
    if (block.kind !== 'slot') return [block]
    return block.saysNone && block.quotes.length === 0 && !hasWords(block) ? [noWords] : block.quotes
  })
  return stretches(blocks).flatMap((stretch) => stretch.toSorted((a, b) => rank(a) - rank(b)))
}

/** Quotes that follow one another together, every other block by itself. */
function stretches(blocks: readonly ReportBlock[]): readonly (readonly ReportBlock[])[] {
  const found: ReportBlock[][] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.kind === 'quote' && last?.[0]?.kind === 'quote') last.push(block)
    else found.push([block])
  }
  return found
}

function rank(block: ReportBlock): number {
  return block.kind === 'quote' && block.against ? 1 : 0
}

const noWords = { kind: 'gap', text: 'No words on this may be quoted.' } as const
