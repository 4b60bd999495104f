import { strToU8, zipSync } from 'fflate'
import { wordText, xmlHead } from './word-xml.ts'

/** The parts of a Word document, each a whole XML file. */
export interface WordParts {
  readonly title: string
  /** A sentence on what it is. */
  readonly about: string
  readonly document: string
  readonly styles: string
  readonly numbering: string
  readonly footnotes: string
  readonly header: string
  readonly footer: string
  readonly settings: string
}

/** A Word file. The same parts always give the same bytes: it bears the first date a ZIP archive can hold. */
export function wordFile(parts: WordParts): Uint8Array {
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships([
      ['rId1', 'officeDocument', 'word/document.xml'],
      ['rId2', 'core', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(parts),
    'word/document.xml': parts.document,
    'word/styles.xml': parts.styles,
    'word/numbering.xml': parts.numbering,
    'word/footnotes.xml': parts.footnotes,
    'word/settings.xml': parts.settings,
    'word/header1.xml': parts.header,
    'word/footer1.xml': parts.footer,
    'word/_rels/document.xml.rels': relationships([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'numbering', 'numbering.xml'],
      ['rId3', 'footnotes', 'footnotes.xml'],
      ['rId4', 'settings', 'settings.xml'],
      [headerId, 'header', 'header1.xml'],
      [footerId, 'footer', 'footer1.xml'],
    ]),
  }
  const bytes = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))
  return zipSync(bytes, { mtime: '1980-01-01T12:00:00', level: 6 })
}

/** By these ids a document's section names its header and footer. */
export const headerId = 'rId5'
export const footerId = 'rId6'

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const overrides = [
  ['/word/document.xml', `${main}document.main+xml`],
  ['/word/styles.xml', `${main}styles+xml`],
  ['/word/numbering.xml', `${main}numbering+xml`],
  ['/word/footnotes.xml', `${main}footnotes+xml`],
  ['/word/settings.xml', `${main}settings+xml`],
  ['/word/header1.xml', `${main}header+xml`],
  ['/word/footer1.xml', `${main}footer+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
]
  .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  .join('')

const contentTypes = `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const pack = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const all = list.map(([id, type, target]) => {
    const uri = type === 'core' ? `${pack}/metadata/core-properties` : `${office}/${type}`
    return `<Relationship Id="${id}" Type="${uri}" Target="${target}"/>`
  })
  return `${xmlHead}<Relationships xmlns="${pack}">${all.join('')}</Relationships>`
}

function coreProperties({ title, about }: WordParts): string {
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:${name}>`
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${wordText(title)}</dc:title><dc:description>${wordText(about)}</dc:description><dc:creator>Loam</dc:creator><cp:lastModifiedBy>Loam</cp:lastModifiedBy>${date('created')}${date('modified')}</cp:coreProperties>`
}
