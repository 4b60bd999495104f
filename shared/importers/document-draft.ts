import { capital } from '../text/capital.ts'
import { ADVERT_WORDS, withoutAdverts } from './adverts.ts'
import { type DocxLines, docxLines } from './docx-lines.ts'
import { draftText } from './draft-text.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import type { ImportNotice, ImportOutcome, SourceDraft } from './source-draft.ts'
import type { DocxItem } from './walk-docx.ts'

/** A document of paragraphs and tables that did not come from Word, and what is known besides its words. */
export interface LaidOutDocument extends Partial<Pick<SourceDraft, 'encoding'>> {
  readonly items: readonly DocxItem[]
  readonly images: number
  readonly attributes: Readonly<Record<string, string>>
  readonly notices: readonly ImportNotice[]
  readonly format: SourceDraft['format']
  /** What it is, as in "RTF document". */
  readonly kind: string
  /** Stands in brackets behind a layout: "RTF". */
  readonly short: string
}

/** The draft of a document, its speakers recognised as in Word documents; a sentence where it holds no text. */
export function documentDraft(fileName: string, document: LaidOutDocument): ImportOutcome {
  const { items, images, kind, short, attributes, format, encoding } = document
  const lines = docxLines(
    items,
    (paragraph) => paragraph.outline !== null && paragraph.outline < 9,
    (text) => withoutAdverts(text).notices.length > 0,
  )
  if (lines.running.text === '') {
    const what = images > 0 ? 'only pictures: type or recognise their text first' : 'no text'
    const advice = images > 0 ? '' : ': check that it is the right one'
    return { ok: false, problem: `This ${kind} holds ${what}${advice}.` }
  }
  const draft = draftText(lines.running, {
    name: sourceNameOf(fileName),
    format,
    layout: kind,
    units: lines.paragraphs,
    attributes,
    ...(encoding === undefined ? {} : { encoding }),
    notices: [
      ...notice('dropped', images, ['picture left out', 'pictures left out']),
      ...document.notices,
      ...lineNotices(lines),
    ],
  })
  const first = capital(kind)
  return { ok: true, draft: { ...draft, layout: documentLayout(draft, lines, first, short) } }
}

/** How a document is laid out, in words: "Otter transcript (RTF)", or what it is where no speakers are found. */
export function documentLayout(draft: SourceDraft, lines: DocxLines, kind: string, short: string): string {
  const first = draft.turns[0]
  if (lines.running.stated !== undefined) return `Transcript in a table (${short})`
  if (first === undefined) return kind
  const label = draft.text.slice(first.label, first.start)
  if (/\S {3}\d{1,2}:\d\d/.test(label)) return `Teams transcript (${short})`
  if (/\S {2}\d{1,2}:\d\d/.test(label)) return `Otter transcript (${short})`
  if (/^\[[^\]]+\] \(\d{1,2}:\d\d/.test(label)) return `TurboScribe transcript (${short})`
  if (/\(\d\d:\d\d(?::\d\d)?\):/.test(label)) return `Rev transcript (${short})`
  return `Transcript with names (${short})`
}

function lineNotices(lines: DocxLines): readonly ImportNotice[] {
  const broken = lines.running.text.split('\uFFFD').length - 1
  return [
    ...notice('dropped', lines.adverts.length, ADVERT_WORDS, lines.adverts),
    ...notice(
      'dropped',
      lines.otherCells.length,
      ['cell of further columns left out', 'cells of further columns left out'],
      lines.otherCells,
    ),
    ...notice('doubt', broken, [
      'place that could not be read, marked with �',
      'places that could not be read, marked with �',
    ]),
  ]
}
