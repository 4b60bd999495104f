import { wordPart } from './word-xml.ts'

/** Sizes are half points, spaces and indents twentieths of a point, as Word has them. */
interface Style {
  readonly id: string
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: string
  readonly run?: string
}

const soft = '<w:color w:val="62625B"/>'
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const spacing = (before: number, after: number, line?: number) =>
  `<w:spacing w:before="${before}" w:after="${after}"${line ? ` w:line="${line}" w:lineRule="auto"` : ''}/>`
const outline = (level: number) => `<w:outlineLvl w:val="${level}"/>`
const bar = (look: string, colour: string) =>
  `<w:pBdr><w:left w:val="${look}" w:sz="12" w:space="10" w:color="${colour}"/></w:pBdr>`
/** The width of the text on a page, in twentieths of a point. */
export const textWidth = 9070
const tocTab = `<w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>`
const quoteIndent = '<w:ind w:left="480" w:right="360"/>'

const styles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: `<w:keepNext/>${spacing(1200, 120, 240)}`,
    run: `<w:b/>${size(48)}`,
  },
  { id: 'Subtitle', name: 'Subtitle', paragraph: spacing(0, 480), run: `${soft}${size(22)}` },
  heading(1, spacing(560, 160, 252), 32),
  heading(2, spacing(360, 100, 252), 25),
  heading(3, spacing(280, 80, 252), 22),
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    paragraph: `<w:keepNext/>${spacing(0, 120)}`,
    run: `<w:b/>${size(25)}`,
  },
  { id: 'TOC1', name: 'toc 1', paragraph: `${tocTab}${spacing(90, 20, 252)}` },
  {
    id: 'TOC2',
    name: 'toc 2',
    paragraph: `${tocTab}${spacing(0, 0, 252)}<w:ind w:left="320"/>`,
    run: `${soft}${size(20)}`,
  },
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: `<w:keepLines/>${bar('single', 'A3643C')}${spacing(160, 160, 276)}${quoteIndent}`,
    run: size(20),
  },
  { id: 'QuoteAgainst', name: 'Quote Against', basedOn: 'Quote', paragraph: bar('dashed', '5B6F9A') },
  {
    id: 'Translation',
    name: 'Translation',
    paragraph: `${spacing(0, 160, 264)}${quoteIndent}`,
    run: `${soft}${size(19)}`,
  },
  { id: 'Prevalence', name: 'Prevalence' },
  {
    id: 'Caption',
    name: 'caption',
    paragraph: `<w:keepNext/>${spacing(240, 80, 252)}`,
    run: `<w:b/>${size(19)}`,
  },
  { id: 'TableText', name: 'Table Text', paragraph: spacing(30, 30, 240), run: size(18) },
  { id: 'ListItem', name: 'List Item', paragraph: spacing(0, 90) },
  { id: 'Gap', name: 'Gap', run: `<w:i/>${soft}` },
  {
    id: 'Header',
    name: 'header',
    paragraph: `${spacing(0, 0, 240)}<w:jc w:val="right"/>`,
    run: `${soft}${size(17)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `${spacing(0, 0, 240)}<w:jc w:val="center"/>`,
    run: `${soft}${size(17)}`,
  },
  { id: 'FootnoteText', name: 'footnote text', paragraph: spacing(0, 20, 240), run: size(17) },
]

/** The styles of a report in Word: a book face, headings that keep to what follows, quotes with a bar beside them. */
export const wordStyles = wordPart(
  'styles',
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia" w:eastAsia="Georgia"/>${size(21)}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${spacing(0, 140, 290)}</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style><w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>${styles.map(styleXml).join('')}`,
)

function heading(level: 1 | 2 | 3, space: string, halfPoints: number): Style {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/>${space}${outline(level - 1)}`,
    run: `<w:b/><w:color w:val="22221F"/>${size(halfPoints)}`,
  }
}

function styleXml({ id, name, basedOn = 'Normal', next, paragraph, run }: Style): string {
  const follows = next ? `<w:next w:val="${next}"/>` : ''
  const properties = `${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${run ? `<w:rPr>${run}</w:rPr>` : ''}`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${follows}<w:qFormat/>${properties}</w:style>`
}
