import { translationLabel } from '../model/translations.ts'
import { type LaidBlock, laidBlocks, runIn } from './grouped-blocks.ts'
import { type ProseLine, proseLines } from './prose.ts'
import { quoteSource } from './quote-source.ts'
import type {
  HeadingBlock,
  PrevalenceBlock,
  QuoteBlock,
  QuoteTranslation,
  ReportDocument,
} from './report-document.ts'
import { underTitle } from './under-title.ts'
import { footerId, headerId, wordFile } from './word-file.ts'
import { deepestLevel, wordNumbering } from './word-lists.ts'
import { wordStyles } from './word-styles.ts'
import { wordTable } from './word-table.ts'
import { wordField, wordParagraph, wordPart, wordRun } from './word-xml.ts'

/** A report as a Word document: real heading styles, a table of contents that is there before fields are renewed,
    captions, page numbers, and under each quote who says it, with a footnote on where it stands and why it was chosen.
    The same report gives the same bytes. */
export async function reportDocx(report: ReportDocument): Promise<Uint8Array> {
  const paper: Paper = { footnotes: [], headings: 0, tables: 0, lists: 0 }
  const body = laidBlocks(report.blocks).map((block) => wordBlock(paper, block))
  return wordFile({
    title: report.title,
    about: underTitle(report),
    document: wordPart('document', `<w:body>${titlePage(report)}${body.join('')}${page}</w:body>`),
    styles: wordStyles,
    numbering: wordNumbering(paper.lists),
    footnotes: wordPart('footnotes', `${separators}${paper.footnotes.join('')}`),
    settings: wordPart('settings', settings),
    header: wordPart('hdr', wordParagraph(wordRun({ text: report.title }), { style: 'Header' })),
    footer: wordPart('ftr', wordParagraph(pageNumbers, { style: 'Footer' })),
  })
}

/** What is numbered through the whole document. */
interface Paper {
  readonly footnotes: string[]
  headings: number
  tables: number
  lists: number
}

const page = `<w:sectPr><w:headerReference w:type="default" r:id="${headerId}"/><w:footerReference w:type="default" r:id="${footerId}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/><w:titlePg/></w:sectPr>`
const pageNumbers = `${wordField('PAGE', wordRun({ text: '1' }))}${wordRun({ text: ' / ' })}${wordField('NUMPAGES', wordRun({ text: '1' }))}`
const separators =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
const settings =
  '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'

function titlePage(report: ReportDocument): string {
  const title = wordParagraph(wordRun({ text: report.title }), { style: 'Title' })
  const under = wordParagraph(wordRun({ text: underTitle(report) }), { style: 'Subtitle' })
  return `${title}${under}${contents(report)}`
}

/** Headings of two levels as links; their pages are fields of their own, because nobody knows them yet. */
function contents({ blocks }: ReportDocument): string {
  const listed = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  const entries = listed.flatMap((block, i) => (block.level < 3 ? [{ block, mark: bookmark(i) }] : []))
  const lines = entries.map(({ block, mark }, i) => {
    const number = `<w:r><w:tab/></w:r>${wordField(`PAGEREF ${mark} \\h`, '')}`
    const link = `<w:hyperlink w:anchor="${mark}" w:history="1">${wordRun({ text: block.text })}${number}</w:hyperlink>`
    const begin = i === 0 ? tocBegin : ''
    const end = i === entries.length - 1 ? '<w:r><w:fldChar w:fldCharType="end"/></w:r>' : ''
    return wordParagraph(`${begin}${link}${end}`, { style: `TOC${block.level}` })
  })
  const heading = wordParagraph(wordRun({ text: 'Contents' }), { style: 'TOCHeading' })
  return `${heading}${lines.join('')}${pageBreak}`
}

const tocBegin =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
const pageBreak = wordParagraph('<w:r><w:br w:type="page"/></w:r>')

function bookmark(heading: number): string {
  return `_Toc${heading + 1}`
}

function wordBlock(paper: Paper, block: LaidBlock): string {
  switch (block.kind) {
    case 'heading':
      return wordHeading(paper, block)
    case 'prose':
      return wordProse(paper, proseLines(block.doc))
    case 'prevalence':
      return wordParagraph(runInRuns(block), { style: 'Prevalence' })
    case 'parts':
      return block.parts.map((part) => listItem(1, 0, wordRun({ text: part.text }))).join('')
    case 'items': {
      const list = nextList(paper)
      return block.parts.map((part) => listItem(list, 0, runInRuns(part))).join('')
    }
    case 'sentences':
      return wordParagraph(wordRun({ text: block.parts.map((part) => part.text).join(' ') }), {
        style: 'Prevalence',
      })
    case 'quote':
      return wordQuote(paper, block)
    case 'table':
      return wordTable(block, ++paper.tables)
    case 'gap':
      return wordParagraph(wordRun({ text: block.text }), { style: 'Gap' })
  }
}

function wordHeading(paper: Paper, block: HeadingBlock): string {
  const id = ++paper.headings
  const marked = `<w:bookmarkStart w:id="${id}" w:name="${bookmark(id - 1)}"/>${wordRun({ text: block.text })}<w:bookmarkEnd w:id="${id}"/>`
  return wordParagraph(marked, { style: `Heading${block.level}` })
}

function runInRuns(block: PrevalenceBlock): string {
  const [name, rest] = runIn(block)
  return `${name === '' ? '' : wordRun({ text: name, bold: true })}${wordRun({ text: rest })}`
}

function listItem(list: number, level: number, inside: string): string {
  return wordParagraph(inside, {
    style: 'ListItem',
    list: { id: list, level: Math.min(level, deepestLevel) },
  })
}

function nextList(paper: Paper): number {
  // The first list is the bullets'.
  return ++paper.lists + 1
}

/** A numbered list begins anew wherever its number is 1 at the top. */
function wordProse(paper: Paper, lines: readonly ProseLine[]): string {
  let list = 1
  return lines
    .map((line, i) => {
      const isTop = line.kind === 'numbered' && line.level === 0
      if (isTop && (line.number === 1 || lines[i - 1]?.kind === 'paragraph')) list = nextList(paper)
      return wordLine(line, list)
    })
    .join('')
}

function wordLine(line: ProseLine, list: number): string {
  const inside = line.runs.map(wordRun).join('')
  switch (line.kind) {
    case 'heading':
      return wordParagraph(inside, { style: 'Heading3' })
    case 'bullet':
      return listItem(1, line.level, inside)
    case 'numbered':
      return listItem(list, line.level, inside)
    case 'continued':
      return wordParagraph(inside, { indent: 420 + Math.min(line.level, deepestLevel) * 360 })
    case 'quoted':
      return wordParagraph(inside, { style: 'Quote' })
    case 'paragraph':
      return wordParagraph(inside)
  }
}

function wordQuote(paper: Paper, quote: QuoteBlock): string {
  const id = paper.footnotes.length + 1
  paper.footnotes.push(footnote(id, `${quoteSource(quote)}. Chosen because: ${quote.reason}.`))
  const style = quote.against ? 'QuoteAgainst' : 'Quote'
  const label = quote.against
    ? wordParagraph(wordRun({ text: 'Speaks against', bold: true }), { style, keepNext: true })
    : ''
  const who = quote.role ? `${quote.participant}, ${quote.role}` : quote.participant
  const source = wordRun({ text: ` (${who}, ${quote.citation})`, soft: true })
  const reference = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
  const { translation } = quote
  if (translation?.instead) return `${label}${wordTranslation(translation, source + reference)}`
  const lines = quote.text.split('\n')
  const paragraphs = lines.map((text, i) => {
    const isLast = i === lines.length - 1
    return wordParagraph(`${wordRun({ text })}${isLast ? source + reference : ''}`, {
      style,
      keepNext: !isLast || translation !== undefined,
    })
  })
  return `${label}${paragraphs.join('')}${translation ? wordTranslation(translation) : ''}`
}

/** A translator's words, said to be theirs, in a style that is not a quote's. */
function wordTranslation(translation: QuoteTranslation, after = ''): string {
  const by = wordRun({ text: `${translationLabel(translation)}: `, bold: true })
  return wordParagraph(`${by}${wordRun({ text: translation.text })}${after}`, { style: 'Translation' })
}

function footnote(id: number, text: string): string {
  const number = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
  return `<w:footnote w:id="${id}">${wordParagraph(`${number}${wordRun({ text: ` ${text}` })}`, { style: 'FootnoteText' })}</w:footnote>`
}
