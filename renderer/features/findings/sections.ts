import type { CodeId } from '../../../shared/model/ids.ts'
import type { HeadingBlock, ReportBlock, ReportDocument } from '../../../shared/report/report-document.ts'

/** A stretch of a report from one heading to the next, as it is shown and walked through. */
export interface Section {
  readonly heading: HeadingBlock
  /** The heading of level 1 it belongs to, which may be its own. */
  readonly chapter: string
  readonly blocks: readonly ReportBlock[]
  /** Codes whose evidence it tells, without those told as parts of another. */
  readonly codes: readonly CodeId[]
}

/** A report cut at its headings. Blocks before the first heading belong to none and are left out; there are none. */
export function sectionsOf(document: ReportDocument): readonly Section[] {
  const sections: { heading: HeadingBlock; chapter: string; blocks: ReportBlock[] }[] = []
  let chapter = ''
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      if (block.level === 1) chapter = block.anchor
      sections.push({ heading: block, chapter, blocks: [] })
    } else sections.at(-1)?.blocks.push(block)
  }
  return sections.map((section) => ({ ...section, codes: codesOf(section.blocks) }))
}

function codesOf(blocks: readonly ReportBlock[]): readonly CodeId[] {
  const told = blocks.flatMap((block) =>
    block.kind === 'prevalence' && block.under === undefined ? [block.code] : [],
  )
  const quoted = blocks.flatMap((block) => (block.kind === 'quote' ? [block.code] : []))
  return [...new Set(told.length > 0 ? told : quoted)]
}
