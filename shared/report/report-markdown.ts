import { translationLabel } from '../model/translations.ts'
import { type LaidBlock, laidBlocks, runIn } from './grouped-blocks.ts'
import { type ProseLine, proseLines } from './prose.ts'
import { quoteSource } from './quote-source.ts'
import type {
  PrevalenceBlock,
  QuoteBlock,
  QuoteTranslation,
  ReportDocument,
  TableBlock,
} from './report-document.ts'

/** A report as Markdown (CommonMark with tables). Text never turns into markup. */
export function reportMarkdown(report: ReportDocument): string {
  let tables = 0
  const parts = laidBlocks(report.blocks).map((block) => markdownBlock(block, () => ++tables))
  return `# ${safe(report.title)}\n\n${parts.join('\n\n')}\n`
}

function markdownBlock(block: LaidBlock, nextTable: () => number): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${safe(block.text)}`
    case 'prose':
      return proseLines(block.doc).map(markdownLine).join('\n\n')
    case 'prevalence':
      return runInText(block)
    case 'parts':
      return block.parts.map((part) => `- ${safe(part.text)}`).join('\n')
    case 'items':
      return block.parts.map((part, i) => `${i + 1}. ${runInText(part)}`).join('\n')
    case 'sentences':
      return safe(block.parts.map((part) => part.text).join(' '))
    case 'quote':
      return markdownQuote(block)
    case 'table':
      return markdownTable(block, nextTable())
    case 'gap':
      return `*${safe(block.text)}*`
  }
}

function runInText(block: PrevalenceBlock): string {
  const [name, rest] = runIn(block)
  return name === '' ? safe(rest) : `**${safe(name)}**${safe(rest)}`
}

function markdownLine({ kind, level, number, runs }: ProseLine): string {
  const text = runs.map(({ text: words, bold, italic }) => faced(safe(words), bold, italic)).join('')
  const indent = '   '.repeat(level)
  if (kind === 'heading') return `${'#'.repeat(Math.min(6, level + 3))} ${text.replaceAll('\n', ' ')}`
  if (kind === 'bullet') return `${indent}- ${text}`
  if (kind === 'numbered') return `${indent}${number}. ${text}`
  if (kind === 'continued') return `${indent}   ${text}`
  return kind === 'quoted' ? quotedLines(text) : text
}

function faced(text: string, bold: boolean, italic: boolean): string {
  const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return mark === '' || words === ''
    ? text
    : `${before}${mark}${words}${[...mark].reverse().join('')}${after}`
}

function markdownQuote(quote: QuoteBlock): string {
  const against = quote.against ? '**Speaks against**\n\n' : ''
  const { translation } = quote
  const source = `— ${safe(quoteSource(quote))}`
  if (translation?.instead) return `${against}${markdownTranslation(translation)}\n\n${source}`
  const quoted = quotedLines(`${against}${safe(quote.text).replaceAll('\n', '\n\n')}\n\n${source}`)
  return translation ? `${quoted}\n\n${markdownTranslation(translation)}` : quoted
}

/** Not as a quote: these are a translator's words. */
function markdownTranslation(translation: QuoteTranslation): string {
  return `*${safe(translationLabel(translation))}:* ${safe(translation.text).replaceAll('\n', '\n\n')}`
}

function quotedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

function markdownTable({ caption, columns, rows }: TableBlock, number: number): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => safe(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  const rule = `|${columns.map(() => ' --- |').join('')}`
  return [`**Table ${number}.** ${safe(caption)}`, '', row(columns), rule, ...rows.map(row)].join('\n')
}

/** Escapes what Markdown or HTML in it would read as markup. */
function safe(text: string): string {
  return text
    .replace(/[\\`*_<>#~]/g, (sign) => `\\${sign}`)
    .replace(/\](?=[([:])/g, '\\]')
    .replace(/!(?=\[)/g, '\\!')
    .replace(/&(?=[#\w]+;)/g, '&amp;')
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/gm,
      (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    )
    .replace(/^(\s*)(=+|-{2,})(?=\s*$)/gm, '$1\\$2')
}
