import type { DocxParagraph } from './walk-docx.ts'
import { walkXml, wordAttribute } from './walk-xml.ts'

/** Tells which paragraphs of a Word document are headings, by its `styles.xml` (names and outline levels, through
    the styles they build on) or by the usual style names where that is missing. */
export function headingTest(stylesXml: string): (paragraph: DocxParagraph) => boolean {
  const styles = readStyles(stylesXml)
  return (paragraph) => {
    if (paragraph.outline !== null) return paragraph.outline < 9
    return isHeadingStyle(paragraph.style, styles)
  }
}

interface Style {
  name: string
  basedOn: string
  outline: number | null
}

function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  let current: Style | null = null
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'w:style') {
        current = { name: '', basedOn: '', outline: null }
        styles.set(wordAttribute(attributes, 'styleId') ?? '', current)
      } else if (current !== null) readDetail(current, name, wordAttribute(attributes, 'val') ?? '')
    },
    close: (name) => {
      if (name === 'w:style') current = null
    },
    text: () => {},
  })
  return styles
}

function readDetail(style: Style, name: string, value: string): void {
  if (name === 'w:name') style.name = value
  else if (name === 'w:basedOn') style.basedOn = value
  else if (name === 'w:outlineLvl') style.outline = Number(value)
}

function isHeadingStyle(id: string, styles: ReadonlyMap<string, Style>): boolean {
  let at = id
  for (let depth = 0; depth < 12 && at !== ''; depth += 1) {
    const style = styles.get(at)
    if (HEADING.test(style?.name ?? at)) return true
    if (style === undefined) return false
    if (style.outline !== null) return style.outline < 9
    at = style.basedOn
  }
  return false
}

const HEADING =
  /^(?:heading ?\d|title|subtitle|überschrift ?\d|titel|untertitel|titre ?\d?|título ?\d?|titolo ?\d?|заголовок ?\d)$/i
