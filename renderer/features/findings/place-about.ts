import type { CodeId } from '../../../shared/model/ids.ts'
import type { ProseBlock, ReportBlock } from '../../../shared/report/report-document.ts'
import type { Section } from './sections.ts'

/** A wish to write on one of the codes that a section tells together. Each wish is a new value. */
export interface WritingWish {
  readonly anchor: string
  readonly code: CodeId
  readonly place: string
}

/** The wish to write on a code; null where the section does not tell it together with others: then it has a section,
    and a place, of its own. */
export function writingWish(section: Section, code: CodeId): WritingWish | null {
  if (!isToldTogether(section.blocks, code)) return null
  const { anchor } = section.heading
  return { anchor, code, place: `${anchor.replace(/-part$/, '')}/${code}` }
}

/** True where a code is told without a heading of its own. */
export function isToldTogether(blocks: readonly ReportBlock[], code: string): boolean {
  return toldAt(blocks, code) >= 0
}

/** A section's blocks with the wished-for place among them, where the words will stand once something is written. */
export function withPlace(
  blocks: readonly ReportBlock[],
  { code, place }: WritingWish,
): readonly ReportBlock[] {
  const told = toldAt(blocks, code)
  if (told < 0 || blocks.some((block) => isPlace(block) && block.place === place)) return blocks
  const at = afterTold(blocks, told)
  const empty = { kind: 'prose', by: 'lead', place, doc: { type: 'doc', content: [] }, text: '' } as const
  return [...blocks.slice(0, at), empty, ...blocks.slice(at)]
}

function toldAt(blocks: readonly ReportBlock[], code: string): number {
  return blocks.findIndex((block) => block.kind === 'prevalence' && block.layout && block.code === code)
}

/** A paragraph is followed by its finer kinds. Items and sentences come all together, then what was written about each
    in their order. */
function afterTold(blocks: readonly ReportBlock[], told: number): number {
  const own = blocks[told]
  if (own?.kind !== 'prevalence') return told + 1
  const goesBefore = (block: ReportBlock) => {
    if (block.kind === 'prevalence')
      return own.layout === 'paragraph' ? block.under === own.code : block.layout === own.layout
    const about = isPlace(block) ? toldAt(blocks, block.place.split('/')[1] ?? '') : -1
    return about >= 0 && about < told
  }
  const after = blocks.findIndex((block, i) => i > told && !goesBefore(block))
  return after < 0 ? blocks.length : after
}

function isPlace(block: ReportBlock): block is ProseBlock {
  return block.kind === 'prose' && block.by === 'lead'
}
