import type { ProseNode } from '../model/report-entities.ts'
import { translationLabel } from '../model/translations.ts'
import { languageTag } from '../text/language-tag.ts'
import { type LaidBlock, laidBlocks, runIn } from './grouped-blocks.ts'
import { quoteSource } from './quote-source.ts'
import type {
  HeadingBlock,
  PrevalenceBlock,
  QuoteBlock,
  QuoteTranslation,
  ReportDocument,
  TableBlock,
} from './report-document.ts'
import { reportStyle } from './report-style.ts'
import { underTitle } from './under-title.ts'

/** A report as one HTML file that needs nothing else: style inside, no script, every text escaped, a table of contents
    that links, and a style for paper. */
export function reportHtml(report: ReportDocument): string {
  const headings = report.blocks.filter((block): block is HeadingBlock => block.kind === 'heading')
  let tables = 0
  const body = laidBlocks(report.blocks)
    .map((block) => htmlBlock(block, () => ++tables))
    .join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(report.title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header><h1>${escaped(report.title)}</h1><p class="layer">${escaped(underTitle(report))}</p></header>
${contents(headings)}
${body}
</main>
</body>
</html>
`
}

function contents(headings: readonly HeadingBlock[]): string {
  const entries = headings
    .filter((each) => each.level < 3)
    .map(
      (each) =>
        `<li class="level-${each.level}"><a href="#${escaped(each.anchor)}">${escaped(each.text)}</a></li>`,
    )
  return `<nav aria-label="Contents"><h2>Contents</h2><ul>${entries.join('')}</ul></nav>`
}

function htmlBlock(block: LaidBlock, nextTable: () => number): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1} id="${escaped(block.anchor)}">${escaped(block.text)}</h${block.level + 1}>`
    case 'prose':
      return `<div class="prose ${block.by}">${block.doc.content.map(htmlNode).join('')}</div>`
    case 'prevalence':
      return `<p class="prevalence">${runInText(block)}</p>`
    case 'items':
      return `<ol class="items">${block.parts.map((part) => `<li>${runInText(part)}</li>`).join('')}</ol>`
    case 'sentences':
      return `<p class="prevalence">${block.parts.map((part) => escaped(part.text)).join(' ')}</p>`
    case 'parts':
      return `<ul class="parts">${block.parts.map((part) => `<li>${escaped(part.text)}</li>`).join('')}</ul>`
    case 'quote':
      return htmlQuote(block)
    case 'table':
      return htmlTable(block, nextTable())
    case 'gap':
      return `<p class="gap">${escaped(block.text)}</p>`
  }
}

function runInText(block: PrevalenceBlock): string {
  const [name, rest] = runIn(block)
  return name === '' ? escaped(rest) : `<strong>${escaped(name)}</strong>${escaped(rest)}`
}

function htmlQuote(quote: QuoteBlock): string {
  const paragraphs = quote.text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')
  const label = quote.against ? '<p class="label">Speaks against</p>' : ''
  const { translation } = quote
  if (translation?.instead) return htmlTranslation(translation, quote)
  const under = translation ? htmlTranslation(translation) : ''
  return `<blockquote${quote.against ? ' class="against"' : ''}>${label}${paragraphs}<footer><cite>${escaped(quoteSource(quote))}</cite></footer></blockquote>${under}`
}

/** Words of a translator: never in the place of a quote, and always named. With the quote they stand for it. */
function htmlTranslation(translation: QuoteTranslation, quote?: QuoteBlock): string {
  const tag = languageTag(translation.language)
  const lines = translation.text
    .split('\n')
    .map((line) => `<p dir="auto"${tag ? ` lang="${escaped(tag)}"` : ''}>${escaped(line)}</p>`)
    .join('')
  const against = quote?.against ? '<p class="label">Speaks against</p>' : ''
  const source = quote ? `<p class="by"><cite>${escaped(quoteSource(quote))}</cite></p>` : ''
  const look = quote ? `translation instead${quote.against ? ' against' : ''}` : 'translation'
  return `<div class="${look}">${against}<p class="by">${escaped(translationLabel(translation))}</p>${lines}${source}</div>`
}

function htmlTable({ caption, columns, rows }: TableBlock, number: number): string {
  const head = columns.map((each) => `<th scope="col">${escaped(each)}</th>`).join('')
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  )
  return `<table><caption>Table ${number}. ${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

const tags: Readonly<Record<string, string>> = { bulletList: 'ul', listItem: 'li', blockquote: 'blockquote' }

function htmlNode(node: ProseNode): string {
  if (node.type === 'text') return htmlText(node)
  if (node.type === 'hardBreak') return '<br>'
  const inside = (node.content ?? []).map(htmlNode).join('')
  if (node.type === 'heading') {
    const level = Math.min(3, Math.max(1, Number(node.attrs?.level ?? 1))) + 3
    return `<h${level}>${inside}</h${level}>`
  }
  if (node.type === 'orderedList') {
    const start = Number(node.attrs?.start ?? 1)
    return `<ol${Number.isInteger(start) && start !== 1 ? ` start="${start}"` : ''}>${inside}</ol>`
  }
  const tag = tags[node.type] ?? 'p'
  return `<${tag}>${inside}</${tag}>`
}

function htmlText(node: ProseNode): string {
  const marked = (type: string) => (node.marks ?? []).some((mark) => mark.type === type)
  const text = escaped(node.text ?? '')
  const italic = marked('italic') ? `<em>${text}</em>` : text
  return marked('bold') ? `<strong>${italic}</strong>` : italic
}

/** Text for HTML, in content and in quoted attributes; signs no page may hold are replaced. */
export function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: transcripts hold such signs, pages may not
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
  )
}
