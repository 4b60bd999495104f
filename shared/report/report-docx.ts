import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import { docxTable } from './docx-table.ts'
import { type LaidBlock, laidBlocks } from './grouped-blocks.ts'
import { type ProseLine, plain, proseLines } from './prose.ts'
import { quoteSource } from './quote-source.ts'
import type { QuoteBlock, ReportDocument } from './report-document.ts'
import { steadyZip } from './steady-zip.ts'

/** A report as a Word document: real heading styles, a table of contents, captions, page numbers, and under each quote
    a footnote with who says it and where it stands. The same report gives the same bytes. */
export async function reportDocx(report: ReportDocument): Promise<Uint8Array> {
  const paper: Paper = { footnotes: {}, tables: 0, lists: 0 }
  const body = laidBlocks(report.blocks).flatMap((block) => docxBlock(paper, block))
  const document = new Document({
    title: clean(report.title),
    creator: 'Loam',
    lastModifiedBy: 'Loam',
    description: `Reads ${clean(report.layer)}.`,
    features: { updateFields: false },
    styles,
    numbering: {
      config: [bullets, ...Array.from({ length: Math.max(1, paper.lists) }, (_, i) => numbered(i + 1))],
    },
    footnotes: paper.footnotes,
    sections: [
      {
        headers: { default: pageHeader(report.title) },
        footers: { default: pageFooter },
        children: [...titlePage(report), ...body],
      },
    ],
  })
  return steadyZip(new Uint8Array(await Packer.pack(document, 'arraybuffer')))
}

/** What is numbered through the whole document. */
interface Paper {
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }>
  tables: number
  lists: number
}

const face = 'Georgia'
const styles = {
  default: {
    document: { run: { font: face, size: 22 }, paragraph: { spacing: { after: 140, line: 300 } } },
    title: { run: { font: face, size: 44, bold: true }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { font: face, size: 32, bold: true, color: '22221F' },
      paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
    },
    heading2: {
      run: { font: face, size: 26, bold: true, color: '22221F' },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { font: face, size: 23, bold: true, color: '22221F' },
      paragraph: { spacing: { before: 260, after: 100 }, keepNext: true },
    },
    footnoteText: { run: { font: face, size: 18 } },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: {
        indent: { left: 480, right: 360 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'A3643C' } },
      },
    },
    {
      id: 'QuoteAgainst',
      name: 'Quote Against',
      basedOn: 'Quote',
      quickFormat: true,
      paragraph: { border: { left: { style: BorderStyle.DASHED, size: 12, space: 8, color: '5B6F9A' } } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19, bold: true },
      paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
    },
    { id: 'Prevalence', name: 'Prevalence', basedOn: 'Normal', quickFormat: true },
    { id: 'Gap', name: 'Gap', basedOn: 'Normal', quickFormat: true, run: { italics: true, color: '62625B' } },
  ],
}

const indentOf = (level: number) => ({ paragraph: { indent: { left: 480 + level * 360, hanging: 300 } } })
const depths = [0, 1, 2, 3, 4]
const bullets = {
  reference: 'bullets',
  levels: depths.map((level) => ({ level, format: LevelFormat.BULLET, text: '•', style: indentOf(level) })),
}

function numbered(list: number) {
  const levels = depths.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    style: indentOf(level),
  }))
  return { reference: `numbered-${list}`, levels }
}

function titlePage(report: ReportDocument) {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: clean(report.title) }),
    new Paragraph({ style: 'Gap', text: `Reads ${clean(report.layer)}.` }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
    new Paragraph({ children: [new PageBreak()] }),
  ]
}

function pageHeader(title: string): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text: clean(title), size: 17, color: '62625B' })],
      }),
    ],
  })
}

const pageFooter = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new TextRun({
          children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          size: 17,
          color: '62625B',
        }),
      ],
    }),
  ],
})

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

function docxBlock(paper: Paper, block: LaidBlock) {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headingLevels[block.level], text: clean(block.text) })]
    case 'prose':
      return docxProse(paper, proseLines(block.doc))
    case 'prevalence':
      return [new Paragraph({ style: 'Prevalence', text: clean(block.text) })]
    case 'parts':
      return block.parts.map(
        (part) => new Paragraph({ numbering: { reference: 'bullets', level: 0 }, text: clean(part.text) }),
      )
    case 'quote':
      return docxQuote(paper, block)
    case 'table':
      return docxTable(block, ++paper.tables)
    case 'gap':
      return [new Paragraph({ style: 'Gap', text: clean(block.text) })]
  }
}

/** A numbered list begins anew wherever its number is 1 at the top. */
function docxProse(paper: Paper, lines: readonly ProseLine[]): Paragraph[] {
  return lines.map((line, i) => {
    if (
      line.kind === 'numbered' &&
      line.level === 0 &&
      (line.number === 1 || lines[i - 1]?.kind === 'paragraph')
    )
      paper.lists++
    return docxLine(line, Math.max(1, paper.lists))
  })
}

function docxLine(line: ProseLine, list: number): Paragraph {
  const children = runs(line)
  const level = Math.min(line.level, 4)
  switch (line.kind) {
    case 'heading':
      return new Paragraph({ heading: HeadingLevel.HEADING_3, text: clean(plain(line.runs)) })
    case 'bullet':
      return new Paragraph({ numbering: { reference: 'bullets', level }, children })
    case 'numbered':
      return new Paragraph({ numbering: { reference: `numbered-${list}`, level }, children })
    case 'continued':
      return new Paragraph({ indent: { left: 480 + level * 360 }, children })
    case 'quoted':
      return new Paragraph({ style: 'Quote', children })
    case 'paragraph':
      return new Paragraph({ children })
  }
}

function runs(line: ProseLine): TextRun[] {
  return line.runs.flatMap(({ text, bold, italic }) =>
    text
      .split('\n')
      .map(
        (part, i) =>
          new TextRun({ text: clean(part), bold, italics: italic, ...(i > 0 ? { break: 1 } : {}) }),
      ),
  )
}

function docxQuote(paper: Paper, quote: QuoteBlock): Paragraph[] {
  const id = Object.keys(paper.footnotes).length + 1
  paper.footnotes[id] = {
    children: [new Paragraph({ text: clean(`${quoteSource(quote)}. Chosen because: ${quote.reason}.`) })],
  }
  const style = quote.against ? 'QuoteAgainst' : 'Quote'
  const label = quote.against
    ? [
        new Paragraph({
          style,
          keepNext: true,
          children: [new TextRun({ text: 'Speaks against', bold: true })],
        }),
      ]
    : []
  const lines = quote.text.split('\n')
  const paragraphs = lines.map((text, i) => {
    const isLast = i === lines.length - 1
    const end = isLast
      ? [
          new TextRun({ text: ` (${clean(quote.participant)}, ${clean(quote.citation)})`, italics: false }),
          new FootnoteReferenceRun(id),
        ]
      : []
    return new Paragraph({ style, keepLines: true, children: [new TextRun({ text: clean(text) }), ...end] })
  })
  return [...label, ...paragraphs]
}

/** Signs that XML cannot hold are replaced. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: transcripts hold such signs, XML may not
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').toWellFormed()
}
