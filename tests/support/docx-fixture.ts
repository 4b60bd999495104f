import { strToU8, zipSync } from 'fflate'

/** A paragraph: a style, and runs of text where `**bold**`, `\n` (line break) and `\t` are written as such. */
export function paragraph(text: string, style?: string): string {
  const runs = text
    .split(/(\*\*[^*]+\*\*)/)
    .filter((run) => run !== '')
    .map((run) =>
      run.startsWith('**')
        ? `<w:r><w:rPr><w:b/></w:rPr>${runContent(run.slice(2, -2))}</w:r>`
        : `<w:r>${runContent(run)}</w:r>`,
    )
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}${runs.join('')}</w:p>`
}

/** A table from rows of cells. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

/** The bytes of a Word document with this body; further parts by name. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="${WORD}" xmlns:a="a" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`
  const all = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': xml,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function runContent(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((piece) => {
      if (piece === '\n') return '<w:br/>'
      if (piece === '\t') return '<w:tab/>'
      return `<w:t xml:space="preserve">${piece.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t>`
    })
    .join('')
}
