import type { PrevalenceBlock, ReportBlock } from './report-document.ts'

/** Blocks as they are laid out: what belongs together as one list or paragraph; empty places left out. */
export type LaidBlock = ReportBlock | TogetherBlock

/** Codes told together: the finer kinds of a theme as a list, items of a numbered list, or sentences of a paragraph. */
export interface TogetherBlock {
  readonly kind: 'parts' | 'items' | 'sentences'
  readonly parts: readonly PrevalenceBlock[]
}

/** What goes onto paper, in order. */
export function laidBlocks(blocks: readonly ReportBlock[]): readonly LaidBlock[] {
  const laid: LaidBlock[] = []
  for (const block of blocks) {
    if (block.kind === 'prose' && block.text.trim() === '') continue
    const kind = block.kind === 'prevalence' ? togetherAs(block) : undefined
    const last = laid.at(-1)
    if (block.kind !== 'prevalence' || !kind) laid.push(block)
    else if (last?.kind === kind) laid[laid.length - 1] = { kind, parts: [...last.parts, block] }
    else laid.push({ kind, parts: [block] })
  }
  return laid
}

/** A text that opens with its code's name, in two: the name to be set off, and the rest. */
export function runIn({ codeName, layout, text }: PrevalenceBlock): readonly [name: string, rest: string] {
  const opening = `${codeName.replace(/[.\s]+$/, '')}.`
  const isOpened = (layout === 'item' || layout === 'paragraph') && text.startsWith(opening)
  return isOpened ? [opening, text.slice(opening.length)] : ['', text]
}

function togetherAs({ under, layout }: PrevalenceBlock): TogetherBlock['kind'] | undefined {
  if (under !== undefined) return 'parts'
  if (layout === 'item') return 'items'
  return layout === 'sentence' ? 'sentences' : undefined
}
