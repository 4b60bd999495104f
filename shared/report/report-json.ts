import type { ReportBlock, ReportDocument } from './report-document.ts'

/** A report as JSON: {template, title, layer, approach, blocks}. Codes, participants and sources go by name, with the
    ids of codes, codings and sources beside them; places without words are left out. */
export function reportJson(report: ReportDocument): string {
  const blocks = report.blocks.flatMap(jsonBlock)
  return `${JSON.stringify({ ...report, blocks }, null, 2)}\n`
}

function jsonBlock(block: ReportBlock): readonly object[] {
  switch (block.kind) {
    case 'prose':
      return block.text.trim() === '' ? [] : [block]
    case 'prevalence': {
      const { code, codeName, ...rest } = block
      return [{ ...rest, code: codeName, codeId: code }]
    }
    case 'quote': {
      const { code, source, sourceName, coding, ...rest } = block
      return [{ ...rest, source: sourceName, sourceId: source, codingId: coding, codeId: code }]
    }
    default:
      return [block]
  }
}
