/** A stretch of text in a Word document. */
export interface WordRun {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** Set back in colour, as what is not said but noted. */
  readonly soft?: boolean
}

/** How a paragraph stands: its style by id, an item of a list, and what is kept together on a page. */
export interface WordParagraph {
  readonly style?: string
  readonly list?: { readonly id: number; readonly level: number }
  readonly indent?: number
  readonly keepNext?: boolean
}

/** A paragraph around what is inside it. */
export function wordParagraph(inside: string, { style, list, indent, keepNext }: WordParagraph = {}): string {
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    keepNext ? '<w:keepNext/>' : '',
    list ? `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>` : '',
    indent ? `<w:ind w:left="${indent}"/>` : '',
  ].join('')
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inside}</w:p>`
}

/** A run of text; line breaks in it break the line. */
export function wordRun({ text, bold, italic, soft }: WordRun): string {
  const face = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${soft ? '<w:color w:val="62625B"/>' : ''}`
  const lines = wordText(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
  return `<w:r>${face ? `<w:rPr>${face}</w:rPr>` : ''}${lines.join('<w:br/>')}</w:r>`
}

/** A field with what it showed last; Word renews it when the document is opened. */
export function wordField(instruction: string, shown: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

/** Text for XML: signs that would be markup as entities, signs that XML cannot hold replaced. */
export function wordText(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: transcripts hold such signs, XML may not
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
  )
}

/** A part of a Word file, in the namespaces it uses. */
export function wordPart(root: string, inside: string): string {
  return `${xmlHead}<w:${root} ${namespaces}>${inside}</w:${root}>`
}

/** What every XML file begins with. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
