import { type LaidBlock, laidBlocks } from '../../../shared/report/grouped-blocks.ts'
import type { ReportBlock } from '../../../shared/report/report-document.ts'

/** A section's blocks as they are laid out on paper, with the lead's places between them, empty ones too. */
export function laidSection(blocks: readonly ReportBlock[]): readonly LaidBlock[] {
  const laid: LaidBlock[] = []
  let from = 0
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'prose' || block.by !== 'lead') continue
    laid.push(...laidBlocks(blocks.slice(from, i)), block)
    from = i + 1
  }
  return [...laid, ...laidBlocks(blocks.slice(from))]
}
