import { ADVERT_WORDS } from './adverts.ts'
import type { DocxLines } from './docx-lines.ts'
import { notice } from './notice.ts'
import type { DocxParts } from './open-docx.ts'
import type { ImportNotice } from './source-draft.ts'
import type { DocxBody } from './walk-docx.ts'
import { walkXml } from './walk-xml.ts'

/** Title, author, subject and day of making from a document's properties (`core.xml`). */
export function docxFacts(properties: string): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {}
  let key: string | undefined
  walkXml(properties, {
    open: (name) => {
      key = PROPERTIES[name]
    },
    close: () => {
      key = undefined
    },
    text: (text) => {
      if (key === undefined || text.trim() === '') return
      facts[key] = key === 'Created' ? text.slice(0, 10) : text.trim().slice(0, 500).toWellFormed()
    },
  })
  return facts
}

const PROPERTIES: Readonly<Record<string, string>> = {
  'dc:title': 'Title',
  'dc:creator': 'Author',
  'dc:subject': 'Subject',
  'dcterms:created': 'Created',
}

/** The loss report of a Word document: what of it is not in the text. */
export function docxNotices(parts: DocxParts, body: DocxBody, lines: DocxLines): readonly ImportNotice[] {
  return [
    ...notice('dropped', parts.hasMacros ? 1 : 0, ['set of macros left out', 'sets of macros left out']),
    ...notice('dropped', body.images, ['picture left out', 'pictures left out']),
    ...notice(
      'dropped',
      body.footnotes,
      ['footnote or endnote left out', 'footnotes and endnotes left out'],
      partTexts([parts.footnotes, parts.endnotes], /^w:(?:foot|end)note$/),
    ),
    ...notice(
      'dropped',
      body.comments,
      ['comment in the margin left out', 'comments in the margin left out'],
      partTexts([parts.comments], /^w:comment$/),
    ),
    ...notice('dropped', body.deletions, ['tracked deletion left out', 'tracked deletions left out']),
    ...notice('dropped', parts.pageParts, [
      'page header or footer left out',
      'page headers and footers left out',
    ]),
    ...notice('dropped', lines.adverts.length, ADVERT_WORDS, lines.adverts),
    ...notice(
      'dropped',
      lines.otherCells.length,
      ['cell of further columns left out', 'cells of further columns left out'],
      lines.otherCells,
    ),
  ]
}

function partTexts(parts: readonly string[], element: RegExp): readonly string[] {
  const texts: string[] = []
  for (const xml of parts) {
    let pieces: string[] = []
    let inText = false
    walkXml(xml, {
      open: (name) => {
        inText = name === 'w:t'
        if (element.test(name)) pieces = []
      },
      close: (name) => {
        inText = false
        if (element.test(name)) texts.push(pieces.join('').trim())
      },
      text: (text) => {
        if (inText) pieces.push(text)
      },
    })
  }
  return texts.filter((text) => text !== '')
}
