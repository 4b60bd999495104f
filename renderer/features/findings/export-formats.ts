import type { FileToSave } from '../../../shared/bridge.ts'
import type { ReportDocument } from '../../../shared/report/report-document.ts'

/** What a report can be exported as. PDF is printed from the page itself. */
export type ExportFormat = 'docx' | 'html' | 'md' | 'pdf'

/** The formats in words, in the order they are offered. */
export const exportFormats: readonly {
  readonly key: ExportFormat
  readonly name: string
  readonly hint: string
}[] = [
  {
    key: 'docx',
    name: 'Word (.docx)',
    hint: 'Real headings, contents and footnotes; for working on it together.',
  },
  { key: 'pdf', name: 'PDF', hint: 'As it looks on paper; for reading and sending.' },
  {
    key: 'html',
    name: 'Web page (.html)',
    hint: 'One file that opens in any browser and needs nothing else.',
  },
  { key: 'md', name: 'Markdown (.md)', hint: 'Plain text with light marks; for wikis and other tools.' },
]

/** A composed report as a file of one format, ready to be saved. */
export async function reportFile(
  document: ReportDocument,
  format: Exclude<ExportFormat, 'pdf'>,
): Promise<FileToSave> {
  return {
    suggestedName: `${fileName(document.title)}.${format}`,
    title: 'Export report',
    bytes: await bytesOf(document, format),
    mediaType: mediaTypes[format],
  }
}

/** A title as a file's name: signs that some system refuses become spaces. */
export function fileName(title: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.+$/, '')
  return plain.slice(0, 80).trim() || 'Report'
}

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  md: 'text/markdown',
} as const

/** Writers are fetched when first used: the one for Word is large. */
async function bytesOf(document: ReportDocument, format: Exclude<ExportFormat, 'pdf'>): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('../../../shared/report/report-docx.ts')).reportDocx(document)
    case 'html':
      return new TextEncoder().encode(
        (await import('../../../shared/report/report-html.ts')).reportHtml(document),
      )
    case 'md':
      return new TextEncoder().encode(
        (await import('../../../shared/report/report-markdown.ts')).reportMarkdown(document),
      )
  }
}
