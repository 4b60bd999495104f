import { documentDraft } from './document-draft.ts'
import { notice } from './notice.ts'
import { type RtfBody, rtfBody } from './rtf-body.ts'
import type { ImportNotice, ImportOutcome } from './source-draft.ts'

/** A Rich Text document (RTF) as a draft. */
export function readRtf(fileName: string, bytes: Uint8Array): ImportOutcome {
  const body = rtfBody(bytes)
  if (!body.ok) return body
  return documentDraft(fileName, {
    items: body.items,
    images: body.leftOut.get('pict') ?? 0,
    attributes: facts(body),
    notices: rtfNotices(body),
    format: 'rtf',
    kind: 'RTF document',
    short: 'RTF',
  })
}

function facts(body: RtfBody): Readonly<Record<string, string>> {
  const filled = Object.entries(body.facts).map(([key, value]) => [key, value.trim()] as const)
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}

function rtfNotices(body: RtfBody): readonly ImportNotice[] {
  const count = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (body.leftOut.get(name) ?? 0), 0)
  const pages = body.unknownPages
  return [
    ...notice('dropped', count('footnote'), [
      'footnote or endnote left out',
      'footnotes and endnotes left out',
    ]),
    ...notice('dropped', count('annotation'), [
      'comment in the margin left out',
      'comments in the margin left out',
    ]),
    ...notice('dropped', count('deleted'), ['tracked deletion left out', 'tracked deletions left out']),
    ...notice('dropped', count('shptxt'), ['text box left out', 'text boxes left out']),
    ...notice('dropped', count('listtext', 'pntext'), [
      'list number or bullet left out',
      'list numbers and bullets left out',
    ]),
    ...notice(
      'dropped',
      count('header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'),
      ['page header or footer left out', 'page headers and footers left out'],
    ),
    ...notice(
      'doubt',
      pages.length,
      [
        'code page Loam does not know, read as Western European: look at the letters with accents',
        'code pages Loam does not know, read as Western European: look at the letters with accents',
      ],
      pages.map(String),
    ),
  ]
}
