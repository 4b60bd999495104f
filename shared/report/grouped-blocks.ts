import type { PrevalenceBlock, ReportBlock } from './report-document.ts'

/** Blocks as they are laid out: the parts of a theme together as one list; empty places left out. */
export type LaidBlock = Exclude<ReportBlock, PrevalenceBlock> | PrevalenceBlock | PartsBlock

/** Codes below a theme, with their own counts. */
export interface PartsBlock {
  readonly kind: 'parts'
  readonly parts: readonly PrevalenceBlock[]
}

/** What goes onto paper, in order. */
export function laidBlocks(blocks: readonly ReportBlock[]): readonly LaidBlock[] {
  const laid: LaidBlock[] = []
  for (const block of blocks) {
    const last = laid.at(-1)
    if (block.kind === 'prose' && block.text.trim() === '') continue
    if (block.kind !== 'prevalence' || block.under === undefined) laid.push(block)
    else if (last?.kind === 'parts') laid[laid.length - 1] = { kind: 'parts', parts: [...last.parts, block] }
    else laid.push({ kind: 'parts', parts: [block] })
  }
  return laid
}
